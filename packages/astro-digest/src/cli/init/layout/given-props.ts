import type { LayoutProps } from '../../../model/layout-props.ts';
import type { AskedProp } from './asked-prop.ts';
import { readAskedProps } from './asked-props.ts';
import { everyElement, isComponent, type AstroFile } from '../markup/astro-file.ts';
import { Refusal } from '../edit.ts';
import { doesWith } from './prop-uses.ts';
import { sourceOf } from './prop-names.ts';
import type { SiteComponents } from '../site/site-components.ts';

/** What a layout gets of the digest, as attributes of its element. */
export interface Given {
  attributes: string[];
  /** Which props of a page these rest on. */
  sources: Set<keyof LayoutProps>;
}

/** A value as code. */
interface Value {
  name: string;
  code: string;
  sources: (keyof LayoutProps)[];
  /** What is `undefined` where the value has to be left out; absent where it is always given. */
  unless?: keyof LayoutProps;
}

/** Which title a layout is given: for the window, or the one that it shows as a heading. */
export type GivenTitle = 'title' | 'shortTitle';

/** How many components may hand a prop on. */
const deepest = 4;

/**
 * Finds for all that a layout asks for what the digest has.
 *
 * @throws Refusal when it asks for something else
 */
export function giveProps(components: SiteComponents, layout: AstroFile, title: GivenTitle): Given {
  const values = valuesFor(components, layout, readAskedProps(components, layout), '', title);
  return {
    attributes: values.map((value) =>
      value.unless === undefined ? `${value.name}={${value.code}}` : `{${fieldOf(value)}}`,
    ),
    sources: new Set(values.flatMap(({ sources }) => sources)),
  };
}

/** @param path what is written before the name of a prop, such as `frontmatter.` */
function valuesFor(
  components: SiteComponents,
  layout: AstroFile,
  asked: readonly AskedProp[],
  path: string,
  title: GivenTitle,
): Value[] {
  return asked.flatMap((prop) => {
    const value =
      prop.type.kind === 'object'
        ? objectFor(components, layout, prop, path, title)
        : plainValue(layout, prop, `${path}${prop.name}`, title);
    if (value) return [value];
    if (isNeeded(components, layout, prop, `${path}${prop.name}`))
      throw new Refusal(`the digest has nothing for its prop \`${path}${prop.name}\``);
    return [];
  });
}

function objectFor(
  components: SiteComponents,
  layout: AstroFile,
  prop: AskedProp,
  path: string,
  title: GivenTitle,
): Value | undefined {
  if (prop.type.kind !== 'object') return undefined;
  const { props } = prop.type;
  // What need not be there is given where it has the title of the page.
  if (prop.isRequired === false && !props.some(({ name }) => sourceOf(name) === 'title')) return undefined;
  const values = valuesFor(components, layout, props, `${path}${prop.name}.`, title);
  return {
    name: prop.name,
    code: `{ ${values.map(fieldOf).join(', ')} }`,
    sources: values.flatMap(({ sources }) => sources),
  };
}

/** A value as a field of an object. */
function fieldOf({ name, code, unless }: Value): string {
  const key = /^[\w$]+$/.test(name) ? name : `'${name}'`;
  const field = key === code ? key : `${key}: ${code}`;
  return unless === undefined ? field : `...(${unless} === undefined ? {} : { ${field} })`;
}

/** Code of what the digest has for a prop; undefined when it has nothing that fits. */
function plainValue(
  layout: AstroFile,
  { name, type, isRequired, isExact = false }: AskedProp,
  path: string,
  title: GivenTitle,
): Value | undefined {
  const found = sourceOf(name);
  const source = found === 'title' ? title : found;
  if (source === undefined) return undefined;
  const value = (code: string): Value => ({ name, code, sources: [source] });
  const valueOrNone = (code: string): Value => ({ ...value(code), ...(isExact ? { unless: source } : {}) });
  const isText = type.kind === 'text';
  const isUnknown = type.kind === 'unknown';
  const allows = (...values: string[]): boolean =>
    type.kind === 'choice' && values.every((each) => type.values.includes(each));
  switch (source) {
    case 'title':
    case 'shortTitle':
    case 'siteName':
      return isText || isUnknown ? value(source) : undefined;
    case 'description':
      if (!isText && !isUnknown) return undefined;
      return isRequired === false ? valueOrNone('description') : value("description ?? ''");
    case 'canonical':
      if (type.kind === 'url')
        return isRequired !== false
          ? value('new URL(canonical ?? Astro.url)')
          : valueOrNone(
              isExact ? 'new URL(canonical)' : 'canonical === undefined ? undefined : new URL(canonical)',
            );
      if (isText)
        return isRequired === false ? valueOrNone('canonical') : value('canonical ?? Astro.url.href');
      return isUnknown && !doesWith(layout, path).reads ? value('canonical') : undefined;
    case 'image':
    case 'type':
      if (allows('website', 'article') && source === 'type') return value('type');
      if (isText && source === 'type') return value(source);
      if (isText && isRequired === false) return valueOrNone(source);
      // Without types only what goes into a `meta` is known to be a text.
      return isUnknown && isContent(layout, path) ? value(source) : undefined;
    case 'lang':
      return isText || (isUnknown && !isKey(layout, path)) ? value('lang') : undefined;
    case 'dir':
      return isText || isUnknown || allows('ltr', 'rtl') ? value('dir') : undefined;
    default:
      return undefined;
  }
}

/** Whether something goes into the content of a `meta` of a file. */
function isContent(file: AstroFile, name: string): boolean {
  return [...everyElement(file.elements)].some(
    (element) =>
      element.name === 'meta' &&
      element.attributes.some(({ name: key, value }) => key === 'content' && value === name),
  );
}

/** Whether something may be the key of a table, such as one of a site's languages. */
function isKey({ text }: AstroFile, name: string): boolean {
  return text.includes(`[${name}]`) || text.includes(`(${name}`);
}

/** Whether a component may fail without a prop. */
function isNeeded(
  components: SiteComponents,
  file: AstroFile,
  { isRequired }: AskedProp,
  name: string,
  depth = 0,
): boolean {
  if (isRequired !== 'unknown') return isRequired;
  const { reads, guards } = doesWith(file, name);
  if (guards) return false;
  if (reads || depth > deepest) return true;
  return [...everyElement(file.elements)].some((element) =>
    element.attributes.some((attribute) => {
      if (attribute.kind !== 'code' || attribute.value !== name || !isComponent(element)) return false;
      const user = components.fileOf(element, file);
      if (!user) return true;
      const prop = readAskedProps(components, user).find((each) => each.name === attribute.name);
      return prop !== undefined && isNeeded(components, user, prop, attribute.name, depth + 1);
    }),
  );
}
