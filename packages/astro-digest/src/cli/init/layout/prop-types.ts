import type { Node, Statement, TSType } from '@babel/types';
import type { AskedProp, PropType } from './asked-props.ts';
import { keyName, type Module } from '../module.ts';

/** How many names may stand for one another. */
const deepest = 8;

/**
 * Reads the type `Props` of a component, as far as it is written in the file.
 *
 * @returns undefined when there is none, or when a part of it comes from elsewhere
 */
export function readPropTypes({ program }: Module): AskedProp[] | undefined {
  const types = new Map<string, Node>();
  for (const statement of program.body) {
    const declaration = declarationOf(statement);
    if (declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration')
      types.set(declaration.id.name, declaration);
  }
  return membersOf(types.get('Props'), types, 0);
}

function declarationOf(statement: Statement): Node | null | undefined {
  return statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
}

/** The props that a type has; undefined when that can't be told from the file. */
function membersOf(
  node: Node | undefined,
  types: ReadonlyMap<string, Node>,
  depth: number,
): AskedProp[] | undefined {
  if (depth > deepest) return undefined;
  const next = (each: Node | undefined) => membersOf(each, types, depth + 1);
  switch (node?.type) {
    case 'TSInterfaceDeclaration': {
      const bases = (node.extends ?? []).map((base) =>
        base.expression.type === 'Identifier' && !base.typeParameters
          ? next(types.get(base.expression.name))
          : undefined,
      );
      return merge([...bases, elementsOf(node.body.body, types, depth)]);
    }
    case 'TSTypeAliasDeclaration':
      return next(node.typeAnnotation);
    case 'TSTypeLiteral':
      return elementsOf(node.members, types, depth);
    case 'TSParenthesizedType':
      return next(node.typeAnnotation);
    case 'TSIntersectionType':
      return merge(node.types.map(next));
    case 'TSTypeReference':
      return node.typeName.type === 'Identifier' && !node.typeParameters
        ? next(types.get(node.typeName.name))
        : undefined;
    default:
      return undefined;
  }
}

function merge(parts: readonly (AskedProp[] | undefined)[]): AskedProp[] | undefined {
  const props = new Map<string, AskedProp>();
  for (const part of parts) {
    if (!part) return undefined;
    for (const prop of part) props.set(prop.name, prop);
  }
  return [...props.values()];
}

function elementsOf(
  members: readonly Node[],
  types: ReadonlyMap<string, Node>,
  depth: number,
): AskedProp[] | undefined {
  const props: AskedProp[] = [];
  for (const member of members) {
    // Others may come, but none has to.
    if (member.type === 'TSIndexSignature') continue;
    if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') return undefined;
    const name = member.computed ? undefined : keyName(member.key);
    if (name === undefined) return undefined;
    const annotation = member.type === 'TSPropertySignature' ? member.typeAnnotation : undefined;
    const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
    const isRequired = member.optional !== true && !allowsUndefined(type);
    props.push({ name, type: typeOf(type, types, depth + 1), isRequired });
  }
  return props;
}

function allowsUndefined(type: TSType | undefined): boolean {
  if (type?.type === 'TSUnionType') return type.types.some(allowsUndefined);
  return (
    type?.type === 'TSUndefinedKeyword' || type?.type === 'TSAnyKeyword' || type?.type === 'TSUnknownKeyword'
  );
}

function typeOf(type: Node | undefined, types: ReadonlyMap<string, Node>, depth: number): PropType {
  if (depth > deepest) return { kind: 'other' };
  switch (type?.type) {
    case 'TSStringKeyword':
      return { kind: 'text' };
    case 'TSParenthesizedType':
      return typeOf(type.typeAnnotation, types, depth + 1);
    case 'TSLiteralType':
      return type.literal.type === 'StringLiteral'
        ? { kind: 'choice', values: [type.literal.value] }
        : { kind: 'other' };
    case 'TSUnionType':
      return unionOf(
        type.types
          .filter(({ type }) => type !== 'TSUndefinedKeyword' && type !== 'TSNullKeyword')
          .map((each) => typeOf(each, types, depth + 1)),
      );
    case 'TSTypeReference': {
      if (type.typeName.type !== 'Identifier') return { kind: 'other' };
      const { name } = type.typeName;
      const declared = types.get(name);
      if (name === 'URL' && !declared) return { kind: 'url' };
      if (declared?.type === 'TSTypeAliasDeclaration')
        return typeOf(declared.typeAnnotation, types, depth + 1);
      return objectOf(declared && membersOf(type, types, depth + 1));
    }
    case 'TSTypeLiteral':
    case 'TSIntersectionType':
      return objectOf(membersOf(type, types, depth + 1));
    default:
      return { kind: 'other' };
  }
}

function objectOf(props: AskedProp[] | undefined): PropType {
  return props ? { kind: 'object', props } : { kind: 'other' };
}

function unionOf(parts: readonly PropType[]): PropType {
  const [first, ...others] = parts;
  if (first && others.length === 0) return first;
  if (parts.some(({ kind }) => kind === 'text')) return { kind: 'text' };
  if (parts.some(({ kind }) => kind === 'url')) return { kind: 'url' };
  if (first && parts.every((part) => part.kind === 'choice'))
    return { kind: 'choice', values: parts.flatMap((part) => (part.kind === 'choice' ? part.values : [])) };
  return { kind: 'other' };
}
