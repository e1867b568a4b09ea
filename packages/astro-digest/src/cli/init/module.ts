import { parse } from '@babel/parser';
import type { CallExpression, Expression, Identifier, Node, Program } from '@babel/types';
import { Refusal, type Place } from './edit.ts';

/** A word or a sign of a module, by its place. */
export interface Token {
  start: number;
  end: number;
}

/** A module as it was read: its text, its tree, and places in it. */
export interface Module {
  text: string;
  program: Program;
  /** All tokens in order, without the comments. */
  tokens: Token[];
  comments: Token[];
}

/** A node with its place, which all have that were read from a text. */
export type Placed<Type extends Node = Node> = Type & Token;

/**
 * Reads a module.
 *
 * @param path its name, which tells whether it is TypeScript, as the code of an Astro file is
 * @throws Refusal when it can't be read
 */
export function parseModule(text: string, path: string): Module {
  try {
    const { program, tokens, comments } = parse(text, {
      sourceType: 'module',
      tokens: true,
      plugins: /\.(?:m?ts|astro)$/.test(path) ? ['typescript'] : [],
      allowReturnOutsideFunction: path.endsWith('.astro'),
    });
    const all = tokens as (Token & { type: string | { label: string } })[];
    return {
      text,
      program,
      tokens: all.filter(({ type }) => typeof type !== 'string' && type.label !== 'eof'),
      comments: (comments ?? []) as Token[],
    };
  } catch (error) {
    const { loc } = error as { loc?: { line: number; column: number } };
    throw new Refusal("it can't be read", loc && { line: loc.line, column: loc.column + 1 });
  }
}

/** Where a node begins. */
export function placeOf(node: Node): Place | undefined {
  return node.loc ? { line: node.loc.start.line, column: node.loc.start.column + 1 } : undefined;
}

/** What an expression is without the types and brackets around it: `({} satisfies Config)` is `{}`. */
export function unwrap(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return unwrap(node.expression);
    default:
      return node;
  }
}

/** Value of a constant that stands at the top of the module. */
export function constant(module: Module, name: string): Expression | undefined {
  for (const statement of module.program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations)
      if (id.type === 'Identifier' && id.name === name && init) return init;
  }
  return undefined;
}

/** Name that a module gives to what it imports; undefined when it doesn't import it. */
export function importedName(module: Module, source: string, imported: string): string | undefined {
  for (const statement of module.program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== source) continue;
    if (statement.importKind === 'type') continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type === 'ImportDefaultSpecifier' && imported === 'default') return specifier.local.name;
      if (specifier.type !== 'ImportSpecifier' || specifier.importKind === 'type') continue;
      if (keyName(specifier.imported) === imported) return specifier.local.name;
    }
  }
  return undefined;
}

/** All calls of a name, wherever in the module. */
export function callsOf(module: Module, name: string): Placed<CallExpression>[] {
  const calls: Placed<CallExpression>[] = [];
  walk(module.program, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === name)
      calls.push(node as Placed<CallExpression>);
  });
  return calls;
}

/** Places where a name stands for something, its declaration included: not where it is the key of an object. */
export function usesOf(module: Module, name: string): Set<number> {
  const places = new Set<number>();
  walk(module.program, (node, keys) => {
    if (node.type === 'Identifier' && node.name === name && !keys.has(node))
      places.add((node as Placed<Identifier>).start);
  });
  return places;
}

/** Place of a text that a module has as a string, such as the name of a package; undefined when it has none. */
export function findString(module: Module, value: string): Node | undefined {
  let found: Node | undefined;
  walk(module.program, (node) => {
    if (node.type === 'StringLiteral' && node.value === value) found ??= node;
  });
  return found;
}

/** Name of a key that is written as a name or a text; undefined when it is worked out. */
export function keyName(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' ? key.value : undefined;
}

/** Goes through a tree without recursion, because a file may be nested as deep as its author likes. */
function walk(root: Node, visit: (node: Node, keys: ReadonlySet<Node>) => void): void {
  const keys = new Set<Node>();
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('computed' in node && !node.computed) {
      if ('key' in node && node.key) keys.add(node.key as Node);
      if (node.type === 'MemberExpression') keys.add(node.property);
    }
    visit(node, keys);
    for (const [field, value] of Object.entries(node)) {
      if (field === 'loc' || field === 'extra' || field.endsWith('Comments')) continue;
      for (const child of Array.isArray(value) ? value.toReversed() : [value])
        if (isNode(child)) stack.push(child);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
