import type { Node, ObjectExpression } from '@babel/types';
import { editText, Refusal, type Edit, type Insertion } from './edit.ts';
import { addImport, appendItem } from './insertions.ts';
import {
  callsOf,
  constant,
  findString,
  importedName,
  keyName,
  parseModule,
  placeOf,
  unwrap,
  usesOf,
  type Module,
} from './module.ts';
import { quoted, styleOf, type Style } from './style.ts';

const source = 'astro-digest/content';
const name = 'digestCollections';
const defaultBase = 'src/content/digests';

/**
 * Adds the collections to the text of a content config.
 *
 * @param path name of the file
 * @param base folder of the digests, from the site's root
 */
export function editContentConfig(text: string, path: string, base: string): Edit {
  return editText(text, (current) => findAdditions(parseModule(current, path), base));
}

/** The text of a content config for a site that has none, which are also the lines to write by hand. */
export function newContentConfig(base: string, style: Style): string {
  const { lineEnd, end } = style;
  const lines = [
    importStatement(style),
    '',
    `export const collections = { ...${callOf(base, style)} }${end}`,
    '',
  ];
  return lines.join(lineEnd);
}

/** Folder of the digests that a content config names; undefined when that can't be told. */
export function readBase(text: string, path: string): string | undefined {
  const module = parseModule(text, path);
  const local = importedName(module, source, name);
  const [options, ...others] =
    local === undefined ? [] : callsOf(module, local).map((call) => call.arguments[0]);
  if (local === undefined || others.length > 0) return undefined;
  if (options === undefined) return defaultBase;
  if (options.type !== 'ObjectExpression') return undefined;
  const keys = options.properties.map((property) => ('key' in property ? keyName(property.key) : undefined));
  if (keys.includes(undefined)) return undefined;
  const base = options.properties[keys.indexOf('base')];
  if (!base) return defaultBase;
  return base.type === 'ObjectProperty' && base.value.type === 'StringLiteral' ? base.value.value : undefined;
}

function findAdditions(module: Module, base: string): Insertion[] {
  const style = styleOf(module);
  const used = [name, 'issuesLoader', 'papersLoader']
    .map((each) => importedName(module, source, each))
    .some((local) => local !== undefined && callsOf(module, local).length > 0);
  if (used) return [];
  const imported = importedName(module, source, name);
  const other = imported === undefined && findString(module, source);
  if (other)
    throw new Refusal(`it has \`${source}\` in another way than by importing \`${name}\``, placeOf(other));
  if (imported === undefined && usesOf(module, name).size > 0)
    throw new Refusal(`it uses the name \`${name}\` for something else`);

  const collections = findCollections(module);
  for (const property of collections.properties) {
    if (property.type === 'SpreadElement')
      throw new Refusal('what is spread there may have collections of the same names', placeOf(property));
    const key = property.computed ? undefined : keyName(property.key);
    if (key === undefined) throw new Refusal('it works the name of a collection out', placeOf(property));
    if (key === 'issues' || key === 'papers')
      throw new Refusal(`it has a collection \`${key}\` already`, placeOf(property));
  }
  return [
    ...(imported === undefined ? [addImport(module, importStatement(style), style)] : []),
    ...appendItem(module, collections, `...${callOf(base, style, imported)}`, style),
  ];
}

function findCollections(module: Module): ObjectExpression {
  const value = findExport(module);
  if (!value) throw new Refusal('it exports no constant `collections` that is written there');
  const object = unwrap(value);
  if (object.type === 'ObjectExpression') return object;
  throw new Refusal('its collections are not an object that is written there', placeOf(value));
}

/** Value of the constant that is exported as `collections`. */
function findExport(module: Module): Node | undefined {
  for (const statement of module.program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.source) continue;
    if (statement.declaration?.type === 'VariableDeclaration') {
      const { kind, declarations } = statement.declaration;
      const isHere = declarations.some(({ id }) => id.type === 'Identifier' && id.name === 'collections');
      if (isHere && kind === 'const') return constant(module, 'collections');
    }
    for (const specifier of statement.specifiers)
      if (specifier.type === 'ExportSpecifier' && keyName(specifier.exported) === 'collections')
        return constant(module, specifier.local.name);
  }
  return undefined;
}

function importStatement({ quote, end }: Style): string {
  return `import { ${name} } from ${quote}${source}${quote}${end}`;
}

function callOf(base: string, style: Style, local = name): string {
  return base === defaultBase ? `${local}()` : `${local}({ base: ${quoted(base, style)} })`;
}
