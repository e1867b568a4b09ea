import ts from 'typescript';
import { docstringOf, parseSource, valueOf, type Member } from './source.ts';

/** A field of a collection. */
export interface Field extends Member {
  /** The fields of what it holds. */
  fields: Field[];
}

/** The fields of a schema of a file, with what their docstrings say. */
export function fieldsOf(file: ts.SourceFile, name: string): Field[] {
  return fieldsIn(file, valueOf(file, name));
}

function fieldsIn(file: ts.SourceFile, node: ts.Expression): Field[] {
  const { base, args } = rootCall(bodyOf(node));
  if (base === 'z.array' && args[0]) return fieldsIn(file, args[0]);
  const [shape] = args;
  if (!/^z\.(?:strictO|o)bject$/.test(base) || !shape || !ts.isObjectLiteralExpression(shape)) {
    return ts.isIdentifier(node) ? fieldsIn(file, valueOf(file, node.text)) : [];
  }
  const fields = shape.properties.flatMap((property): Field[] => {
    if (ts.isSpreadAssignment(property)) return factFields();
    if (!ts.isPropertyAssignment(property)) return [];
    const { initializer } = property;
    return [
      {
        name: property.name.getText(),
        type: typeIn(file, initializer),
        isOptional: initializer.getText().endsWith('.optional()'),
        text: docstringOf(property),
        fields: fieldsIn(file, initializer),
      },
    ];
  });
  // What is said again after the facts is said better, and keeps the place of the fact.
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}

const facts = 'packages/remark-digest/src/facts/table.ts';

/** What the value of a fact is, by the form that the table gives it. */
const typeOfKind: Record<string, string> = {
  texts: 'string[]',
  count: 'number',
  announcement: "'new' | 'cross-list' | 'replacement'",
  flag: 'true',
};

/** The fields of a paper that are facts: what a schema spreads. */
function factFields(): Field[] {
  const table = valueOf(parseSource(facts), 'paperFacts');
  const object = ts.isSatisfiesExpression(table) ? table.expression : table;
  const literal = ts.isAsExpression(object) ? object.expression : object;
  if (!ts.isObjectLiteralExpression(literal)) throw new Error(`${facts}: paperFacts is no table.`);
  return literal.properties.filter(ts.isPropertyAssignment).map((property) => {
    const kind = /kind: '(?<kind>[^']+)'/.exec(property.initializer.getText())?.groups?.['kind'] ?? '';
    return {
      name: property.name.getText(),
      type: typeOfKind[kind] ?? 'string',
      isOptional: true,
      text: docstringOf(property).replace(/\{@link paperFacts\.(\w+)\}/g, '`$1`'),
      fields: [],
    };
  });
}

/** The type that a schema stands for, in the words of TypeScript. */
function typeIn(file: ts.SourceFile, node: ts.Expression): string {
  if (ts.isIdentifier(node)) return typeIn(file, valueOf(file, node.text));
  const { base, args } = rootCall(node);
  const [first] = args;
  switch (base) {
    case 'z.string':
    case 'z.url':
    case 'z.iso.date':
      return 'string';
    case 'z.int':
      return 'number';
    case 'z.boolean':
      return 'boolean';
    case 'z.object':
    case 'z.strictObject':
      return 'object';
    case 'referenceTo':
      return 'reference';
    case 'z.array':
      return `${typeIn(file, first as ts.Expression)}[]`;
    case 'z.enum':
      return elementsOf(first)
        .map((element) => element.getText())
        .join(' | ');
    case 'z.tuple':
      return `[${elementsOf(first)
        .map((element) => typeIn(file, element))
        .join(', ')}]`;
    default: {
      const name = ts.isIdentifier(rootOf(node)) ? (rootOf(node) as ts.Identifier).text : undefined;
      if (name !== undefined && name !== 'z') return typeIn(file, valueOf(file, name));
      throw new Error(`${file.fileName}: there is no name for the type of ${node.getText()}.`);
    }
  }
}

const elementsOf = (node: ts.Expression | undefined): readonly ts.Expression[] =>
  node && ts.isArrayLiteralExpression(node) ? node.elements : [];

/** What a function of one expression gives. */
function bodyOf(node: ts.Expression): ts.Expression {
  return ts.isArrowFunction(node) && !ts.isBlock(node.body) ? node.body : node;
}

/** The call that a chain of calls begins with: `z.string()` of `z.string().min(1).optional()`. */
function rootCall(node: ts.Expression): { base: string; args: readonly ts.Expression[] } {
  let call: ts.CallExpression | undefined;
  for (let at: ts.Expression = node; ;) {
    if (ts.isCallExpression(at)) {
      call = at;
      at = at.expression;
    } else if (ts.isPropertyAccessExpression(at)) at = at.expression;
    else break;
  }
  return { base: call?.expression.getText().replace(/\s+/g, '') ?? '', args: call?.arguments ?? [] };
}

function rootOf(node: ts.Expression): ts.Expression {
  let at = node;
  while (ts.isCallExpression(at) || ts.isPropertyAccessExpression(at)) at = at.expression;
  return at;
}
