import type { ObjectExpression } from '@babel/types';
import { Refusal } from '../edit.ts';
import { keyName, parseModule } from '../module.ts';

/** The object that a file with JSON has, which may have comments, as the configs of TypeScript do. */
export function readObject(text: string): ObjectExpression | undefined {
  try {
    const [statement] = parseModule(`(${text.replace(/^\uFEFF/, '')}\n)`, 'config.js').program.body;
    const value = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
    return value?.type === 'ObjectExpression' ? value : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** What an object has under a key. */
export function valueAt(object: ObjectExpression | undefined, key: string) {
  const property = object?.properties.find(
    (each) => each.type === 'ObjectProperty' && keyName(each.key) === key,
  );
  return property?.type === 'ObjectProperty' ? property.value : undefined;
}

/** The object that it has there; undefined where that is something else. */
export function objectAt(object: ObjectExpression | undefined, key: string): ObjectExpression | undefined {
  const value = valueAt(object, key);
  return value?.type === 'ObjectExpression' ? value : undefined;
}

/** The text that it has there. */
export function textAt(object: ObjectExpression, key: string): string | undefined {
  const value = valueAt(object, key);
  return value?.type === 'StringLiteral' ? value.value : undefined;
}
