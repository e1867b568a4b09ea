import type { ArrayExpression, Node, ObjectExpression } from '@babel/types';
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
  type Placed,
} from './module.ts';
import { plainStyle, quoted, styleOf, type Style } from './style.ts';

/** Names that the import gets, the first that the file has no use for yet. */
const names = ['digest', 'astroDigest', 'digestIntegration'];

/** What `astro.config` tells of the site. */
export interface AstroConfigFacts {
  /** Folder of the sources as it is written, such as `./src`; undefined when that can't be told. */
  srcDir: string | undefined;
  style: Style;
  /** Whether the site may be below another path than `/`. */
  hasBase: boolean;
  /** The layout that `digest()` names; `open` where it has no options yet; undefined where it has others. */
  layout: string | 'open' | undefined;
}

/** What `digest()` gets. */
export interface DigestOptions {
  /** Title of the digest. */
  title: string;
  /** Path of the layout that its pages are put into; undefined for the digest's own. */
  layout?: string | undefined;
  /** Whether that layout shows the titles of pages. Default: false. */
  showsTitle?: boolean | undefined;
}

/**
 * Adds the integration to the text of an `astro.config`, or its options where `digest()` has none.
 *
 * @param path name of the file
 */
export function editAstroConfig(text: string, path: string, options: DigestOptions): Edit {
  return editText(text, (current) => findAdditions(parseModule(current, path), options));
}

/** The lines to write by hand. */
export function astroConfigLines(options: DigestOptions): string[] {
  return ["import digest from 'astro-digest';", `integrations: [digest(${objectOf(options, plainStyle)})],`];
}

/** The text of an `astro.config` for a site that has none. */
export function newAstroConfig(options: DigestOptions): string {
  return [
    "import { defineConfig } from 'astro/config';",
    "import digest from 'astro-digest';",
    '',
    'export default defineConfig({',
    `  integrations: [digest(${objectOf(options, plainStyle)})],`,
    '});',
    '',
  ].join('\n');
}

/** Reads what is needed to know for the other files. */
export function readAstroConfig(text: string, path: string): AstroConfigFacts {
  let style = plainStyle;
  let layout: AstroConfigFacts['layout'] = 'open';
  try {
    const module = parseModule(text, path);
    style = styleOf(module);
    layout = findLayout(module);
    const config = findConfig(module);
    const keys = config.properties.map(keyOf);
    const hasBase = keys.includes('base') || keys.includes(undefined);
    return { srcDir: findSrcDir(module, config), style, hasBase, layout };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { srcDir: undefined, style, hasBase: true, layout };
  }
}

/** The layout that a digest in the config has. */
function findLayout(module: Module): AstroConfigFacts['layout'] {
  const imported = importedName(module, 'astro-digest', 'default');
  const [call] = imported === undefined ? [] : callsOf(module, imported);
  const options = call?.arguments[0];
  if (options === undefined) return 'open';
  const property =
    options.type === 'ObjectExpression' && options.properties.find((each) => keyOf(each) === 'layout');
  return property && property.type === 'ObjectProperty' && property.value.type === 'StringLiteral'
    ? property.value.value
    : undefined;
}

function objectOf({ title, layout, showsTitle = false }: DigestOptions, style: Style): string {
  const fields = [
    `title: ${quoted(title, style)}`,
    ...(layout === undefined ? [] : [`layout: ${quoted(layout, style)}`]),
    ...(showsTitle ? ['heading: false'] : []),
  ];
  return `{ ${fields.join(', ')} }`;
}

function findAdditions(module: Module, wanted: DigestOptions): Insertion[] {
  const style = styleOf(module);
  const options = objectOf(wanted, style);
  const imported = importedName(module, 'astro-digest', 'default');
  const calls = imported === undefined ? [] : callsOf(module, imported);
  if (calls.length > 0) {
    const bare = calls.filter((call) => call.arguments.length === 0);
    return bare.map(({ end }) => ({ offset: end - 1, text: options }));
  }
  const other = imported === undefined && findString(module, 'astro-digest');
  if (other)
    throw new Refusal('it has `astro-digest` in another way than by its default import', placeOf(other));

  const config = findConfig(module);
  const name = imported ?? names.find((each) => usesOf(module, each).size === 0);
  if (name === undefined) throw new Refusal(`it uses the names ${names.join(', ')} for something else`);
  const quote = style.quote;
  const statement = `import ${name} from ${quote}astro-digest${quote}${style.end}`;
  return [
    ...(imported === undefined ? [addImport(module, statement, style)] : []),
    ...addToIntegrations(module, config, `${name}(${options})`, style),
  ];
}

function addToIntegrations(
  module: Module,
  config: ObjectExpression,
  call: string,
  style: Style,
): Insertion[] {
  const own = config.properties.filter((property) => keyOf(property) === 'integrations');
  const [property] = own;
  const spread = config.properties.findLast(({ type }) => type === 'SpreadElement');
  if (spread && (!property || config.properties.indexOf(spread) > config.properties.indexOf(property)))
    throw new Refusal('its integrations may come from what is spread there', placeOf(spread));
  const unknown = config.properties.find(
    (each) => each.type !== 'SpreadElement' && keyOf(each) === undefined,
  );
  if (unknown) throw new Refusal('it works the name of an option out', placeOf(unknown));
  if (!property) return appendItem(module, config, `integrations: [${call}]`, style);
  if (own.length > 1 || property.type !== 'ObjectProperty')
    throw new Refusal('its integrations are not one list', placeOf(own.at(-1) as Node));
  return appendItem(module, findList(module, property.value), call, style);
}

function findList(module: Module, value: Node): ArrayExpression {
  const list = behindConstant(module, value);
  if (list?.type === 'ArrayExpression') return list;
  throw new Refusal('its integrations are not a list that is written there', placeOf(value));
}

/** The object that a config is. */
function findConfig(module: Module): ObjectExpression {
  const statement = module.program.body.find(({ type }) => type === 'ExportDefaultDeclaration');
  if (statement?.type !== 'ExportDefaultDeclaration') {
    const commonJs = usesOf(module, 'module').size + usesOf(module, 'exports').size > 0;
    throw new Refusal(commonJs ? 'it is a CommonJS module' : 'it has no `export default`');
  }
  const value = behindConstant(module, statement.declaration);
  const defineConfig = importedName(module, 'astro/config', 'defineConfig');
  const isCall =
    value?.type === 'CallExpression' &&
    value.callee.type === 'Identifier' &&
    value.callee.name === defineConfig &&
    value.arguments.length === 1;
  const config = isCall ? behindConstant(module, value.arguments[0] as Node) : value;
  if (config?.type === 'ObjectExpression') return config;
  throw new Refusal('its config is not an object that is written there', placeOf(statement.declaration));
}

/** What a value is, also where it has a name; undefined when that name is used in more than this place. */
function behindConstant(module: Module, value: Node): Node | undefined {
  const node = unwrap(value);
  if (node.type !== 'Identifier') return node;
  const init = constant(module, node.name);
  return init && usesOf(module, node.name).size === 2 ? unwrap(init) : undefined;
}

/** Where the config says its sources are. */
function findSrcDir(module: Module, config: ObjectExpression): string | undefined {
  const known = config.properties.every((property) => keyOf(property) !== undefined);
  const property = config.properties.find((each) => keyOf(each) === 'srcDir');
  // A `root` in the config makes the folder another one than that of the config.
  if (config.properties.some((each) => keyOf(each) === 'root')) return undefined;
  if (!property) return known ? './src' : undefined;
  if (property.type !== 'ObjectProperty') return undefined;
  const value = behindConstant(module, property.value) as Placed | undefined;
  return value?.type === 'StringLiteral' ? value.value : undefined;
}

function keyOf(property: ObjectExpression['properties'][number]): string | undefined {
  return property.type === 'SpreadElement' || property.computed ? undefined : keyName(property.key);
}
