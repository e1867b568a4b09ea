import type { Node, TSType } from '@babel/types';
import type { AstroFile } from '../markup/astro-file.ts';
import type { SiteComponents } from '../site/site-components.ts';
import type { AskedProp, PropType } from './asked-prop.ts';
import { keyName, type Module } from '../module.ts';

/** How many names may stand for one another. */
const deepest = 8;

/** Where the names of types are known: in a file, with what it imports. */
interface Scope {
  components: SiteComponents;
  module: Module;
  path: string;
}

/**
 * Reads the type `Props` of a component, as far as it is written in files of the site.
 *
 * @returns undefined when there is none, or when a part of it comes from elsewhere
 */
export function readPropTypes(components: SiteComponents, file: AstroFile): AskedProp[] | undefined {
  const { module, path } = file;
  return membersNamed('Props', { components, module, path }, 0);
}

/** The declaration of a type, with the scope that it stands in; undefined when it can't be found. */
function declarationOf(name: string, scope: Scope, depth = 0): { node: Node; scope: Scope } | undefined {
  if (depth > deepest) return undefined;
  for (const statement of scope.module.program.body) {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const isType = node?.type === 'TSInterfaceDeclaration' || node?.type === 'TSTypeAliasDeclaration';
    if (isType && node.id.name === name) return { node, scope };
    if (statement.type !== 'ImportDeclaration') continue;
    for (const specifier of statement.specifiers) {
      if (specifier.local.name !== name || specifier.type !== 'ImportSpecifier') continue;
      const found = scope.components.typesFrom(statement.source.value, scope.path);
      const imported = keyName(specifier.imported);
      return found && imported !== undefined
        ? declarationOf(imported, { ...found, components: scope.components }, depth + 1)
        : undefined;
    }
  }
  return undefined;
}

function membersNamed(name: string, scope: Scope, depth: number): AskedProp[] | undefined {
  const found = declarationOf(name, scope);
  return found && membersOf(found.node, found.scope, depth + 1);
}

/** The props that a type has; undefined when that can't be told from the file. */
function membersOf(node: Node | undefined, scope: Scope, depth: number): AskedProp[] | undefined {
  if (depth > deepest) return undefined;
  const next = (each: Node | undefined) => membersOf(each, scope, depth + 1);
  switch (node?.type) {
    case 'TSInterfaceDeclaration': {
      const bases = (node.extends ?? []).map((base) =>
        base.expression.type === 'Identifier' && !base.typeParameters
          ? membersNamed(base.expression.name, scope, depth)
          : undefined,
      );
      return merge([...bases, elementsOf(node.body.body, scope, depth)]);
    }
    case 'TSTypeAliasDeclaration':
      return next(node.typeAnnotation);
    case 'TSTypeLiteral':
      return elementsOf(node.members, scope, depth);
    case 'TSParenthesizedType':
      return next(node.typeAnnotation);
    case 'TSIntersectionType':
      return merge(node.types.map(next));
    case 'TSTypeReference':
      return node.typeName.type === 'Identifier' && !node.typeParameters
        ? membersNamed(node.typeName.name, scope, depth)
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

function elementsOf(members: readonly Node[], scope: Scope, depth: number): AskedProp[] | undefined {
  const props: AskedProp[] = [];
  for (const member of members) {
    // Others may come, but none has to.
    if (member.type === 'TSIndexSignature') continue;
    if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') return undefined;
    const name = member.computed ? undefined : keyName(member.key);
    if (name === undefined) return undefined;
    const annotation = member.type === 'TSPropertySignature' ? member.typeAnnotation : undefined;
    const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
    const mayBeUndefined = allowsUndefined(type);
    props.push({
      name,
      type: typeOf(type, scope, depth + 1),
      isRequired: member.optional !== true && !mayBeUndefined,
      isExact: scope.components.hasExactTypes && !mayBeUndefined,
    });
  }
  return props;
}

function allowsUndefined(type: TSType | undefined): boolean {
  if (type?.type === 'TSUnionType') return type.types.some(allowsUndefined);
  return (
    type?.type === 'TSUndefinedKeyword' || type?.type === 'TSAnyKeyword' || type?.type === 'TSUnknownKeyword'
  );
}

function typeOf(type: Node | undefined, scope: Scope, depth: number): PropType {
  if (depth > deepest) return { kind: 'other' };
  switch (type?.type) {
    case 'TSStringKeyword':
      return { kind: 'text' };
    case 'TSParenthesizedType':
      return typeOf(type.typeAnnotation, scope, depth + 1);
    case 'TSLiteralType':
      return type.literal.type === 'StringLiteral'
        ? { kind: 'choice', values: [type.literal.value] }
        : { kind: 'other' };
    case 'TSUnionType':
      return unionOf(
        type.types
          .filter(({ type }) => type !== 'TSUndefinedKeyword' && type !== 'TSNullKeyword')
          .map((each) => typeOf(each, scope, depth + 1)),
      );
    case 'TSTypeReference': {
      if (type.typeName.type !== 'Identifier') return { kind: 'other' };
      const { name } = type.typeName;
      const declared = declarationOf(name, scope);
      if (name === 'URL' && !declared) return { kind: 'url' };
      if (declared?.node.type === 'TSTypeAliasDeclaration')
        return typeOf(declared.node.typeAnnotation, declared.scope, depth + 1);
      return objectOf(declared && membersOf(type, scope, depth + 1));
    }
    case 'TSTypeLiteral':
    case 'TSIntersectionType':
      return objectOf(membersOf(type, scope, depth + 1));
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
