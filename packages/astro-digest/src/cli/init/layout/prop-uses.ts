import type { Node, ObjectPattern } from '@babel/types';
import type { AskedProp } from './asked-prop.ts';
import type { AstroFile } from '../markup/astro-file.ts';
import { keyName, unwrap } from '../module.ts';
import { isTitleName } from './prop-names.ts';

/** A name in a file for something that a component gets. */
interface Local {
  /** Name of the prop. */
  prop: string;
  /** Name or path that the file has for it. */
  name: string;
  hasDefault: boolean;
}

/**
 * Reads from what a component does with `Astro.props` what it asks for, where no type tells that. Nothing tells then what must be there,
 * but what has a default need not.
 */
export function readPropUses(file: AstroFile): AskedProp[] {
  return localsOf(file).map((local) => {
    const fields = fieldsOf(file, local);
    const isObject = fields.some((field) => isTitleName(field.prop));
    return {
      name: local.prop,
      type: isObject ? { kind: 'object', props: fields.map(toAsked) } : { kind: 'unknown' },
      isRequired: local.hasDefault ? false : 'unknown',
    };
  });
}

/** The names that a component has for its props. */
export function localsOf(file: AstroFile): Local[] {
  const locals: Local[] = [];
  const wholes = ['Astro.props'];
  for (const [id, init] of declarationsOf(file)) {
    if (!isAstroProps(init)) continue;
    if (id.type === 'Identifier') wholes.push(id.name);
    if (id.type === 'ObjectPattern') {
      locals.push(...localsIn(id));
      for (const property of id.properties)
        if (property.type === 'RestElement' && property.argument.type === 'Identifier')
          wholes.push(property.argument.name);
    }
  }
  for (const whole of wholes) {
    locals.push(...membersOf(file, whole));
    for (const [id, init] of declarationsOf(file))
      if (id.type === 'ObjectPattern' && init.type === 'Identifier' && init.name === whole)
        locals.push(...localsIn(id));
  }
  return [...new Map(locals.map((local) => [local.prop, local])).values()];
}

/** What the code and the markup of a file do with a name. */
export function doesWith({ text }: AstroFile, name: string): { reads: boolean; guards: boolean } {
  const word = escapeName(name);
  return {
    reads: new RegExp(`(?<![\\w$.])${word}(?:\\.[\\w$]|\\[|\\()`).test(text),
    guards: new RegExp(`(?<![\\w$.])${word}\\s*(?:&&|\\?(?![.?])|!==? )|if \\(${word}\\b`).test(text),
  };
}

/** The fields of a prop that a file asks for. */
function fieldsOf(file: AstroFile, { prop, name }: Local): Local[] {
  const fields = membersOf(file, name);
  for (const [id, init] of declarationsOf(file)) {
    if (id.type !== 'ObjectPattern') continue;
    if (init.type === 'Identifier' && init.name === name) fields.push(...localsIn(id));
    if (isAstroProps(init)) fields.push(...localsIn(patternAt(id, prop)));
    if (isAstroProps(init, prop)) fields.push(...localsIn(id));
  }
  return [...new Map(fields.map((field) => [field.prop, field])).values()];
}

function toAsked({ prop, hasDefault }: Local): AskedProp {
  return { name: prop, type: { kind: 'unknown' }, isRequired: hasDefault ? false : 'unknown' };
}

/** Members of a name that are read anywhere in a file, and not called. */
function membersOf({ text }: AstroFile, name: string): Local[] {
  const pattern = new RegExp(`(?<![\\w$.])${escapeName(name)}\\??\\.([\\w$]+)(?![\\w$(])`, 'g');
  return [...text.matchAll(pattern)].map((found) => ({
    prop: found[1] as string,
    name: found[0],
    hasDefault: /^\s*\?\?/.test(text.slice(found.index + found[0].length, found.index + found[0].length + 8)),
  }));
}

function escapeName(name: string): string {
  return name.replace(/[.$?]/g, '\\$&');
}

/** What the code of a file gives a name to, with the value. */
function declarationsOf({ module }: AstroFile): [Node, Node][] {
  return module.program.body.flatMap((statement) =>
    statement.type === 'VariableDeclaration'
      ? statement.declarations.flatMap(({ id, init }): [Node, Node][] => (init ? [[id, unwrap(init)]] : []))
      : [],
  );
}

/** Whether an expression is `Astro.props`, or a prop of it. */
function isAstroProps(node: Node, prop?: string): boolean {
  if (node.type !== 'MemberExpression' || node.computed) return false;
  if (prop !== undefined) return keyName(node.property) === prop && isAstroProps(node.object);
  return (
    node.object.type === 'Identifier' && node.object.name === 'Astro' && keyName(node.property) === 'props'
  );
}

function localsIn(pattern: ObjectPattern | undefined): Local[] {
  return (pattern?.properties ?? []).flatMap((property) => {
    if (property.type !== 'ObjectProperty') return [];
    const prop = keyName(property.key);
    const hasDefault = property.value.type === 'AssignmentPattern';
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    return prop === undefined
      ? []
      : [{ prop, name: target.type === 'Identifier' ? target.name : prop, hasDefault }];
  });
}

/** The pattern that takes a prop apart; undefined when there is none. */
function patternAt(pattern: ObjectPattern, prop: string): ObjectPattern | undefined {
  for (const property of pattern.properties) {
    if (property.type !== 'ObjectProperty' || keyName(property.key) !== prop) continue;
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    return target.type === 'ObjectPattern' ? target : undefined;
  }
  return undefined;
}
