import { ancestorsOf, everyElement, textAttribute, type AstroFile } from '../markup/astro-file.ts';
import type { Element } from '../markup/astro-template.ts';
import type { SiteComponents } from '../site/site-components.ts';

/** What a layout is around a page. */
export interface Frame {
  /** Name of its slot for the page, empty for the one without a name; undefined when it has none. */
  page: string | undefined;
  /** Name of its slot in the head of the document; undefined when it has none. */
  head: string | undefined;
  /** Whether it has an element `main` around the page. */
  hasMain: boolean;
  /** Whether it shows the title of the page as a heading. */
  showsTitle: boolean;
  /** The file that makes the document: itself, or the outermost layout that it is in. */
  document: AstroFile;
}

/** Names that a slot for the page has, where the one without a name is something else. */
const pageNames = ['main', 'content', 'body', 'page', 'default', 'children'];
const headNames = /head|meta|seo/i;
/** Where no page stands. */
const elsewhere = new Set(['header', 'footer', 'aside', 'nav']);
/** How many layouts may be in one another. */
const deepest = 6;

const known = new WeakMap<AstroFile, Frame | undefined>();

/**
 * Tells what a layout is around a page.
 *
 * @returns undefined when it makes no document, neither itself nor by a layout around it
 */
export function frameOf(components: SiteComponents, file: AstroFile, depth = 0): Frame | undefined {
  if (!known.has(file)) known.set(file, findFrame(components, file, depth));
  return known.get(file);
}

function findFrame(components: SiteComponents, file: AstroFile, depth: number): Frame | undefined {
  const elements = [...everyElement(file.elements)];
  const isDocument = elements.some(({ name }) => name === 'html' || name === 'body');
  const outer = isDocument ? undefined : frameAround(components, file, depth);
  if (!isDocument && !outer) return undefined;

  const slots = elements.filter((element) => element.name === 'slot' && !hasCodeName(element));
  const places = slots.map((slot) => ({
    name: textAttribute(slot, 'name') ?? '',
    slot,
    place: placeOf(components, file, slot, outer),
  }));
  const inHead = places.filter(({ place }) => place === 'head').map(({ name }) => name);
  const inPage = places.filter(({ place }) => place === 'page').map(({ name }) => name);
  const page = inPage.includes('')
    ? ''
    : (pageNames.find((name) => inPage.includes(name)) ?? (inPage.length === 1 ? inPage[0] : undefined));
  const pageSlot = places.find(({ name, place }) => place === 'page' && name === page)?.slot;
  return {
    page,
    head: inHead.includes('head') ? 'head' : (inHead.find((name) => headNames.test(name)) ?? inHead[0]),
    hasMain:
      (outer?.frame.hasMain ?? false) ||
      elements.some(({ name }) => name === 'main') ||
      (pageSlot !== undefined &&
        [...ancestorsOf(pageSlot)].some((each) => components.has(components.fileOf(each, file), 'main'))),
    showsTitle:
      (outer?.frame.showsTitle ?? false) ||
      elements.some((element) => element.name === 'h1' && namesTitle(element, file)) ||
      elements.some((element) => isTitleOfPage(components, element, file)),
    document: outer?.frame.document ?? file,
  };
}

/** The layout that a file is in: the first of its outermost components that is one. */
export function frameAround(
  components: SiteComponents,
  file: AstroFile,
  depth = 0,
): { frame: Frame; file: AstroFile; element: Element } | undefined {
  if (depth > deepest) return undefined;
  const outermost = file.elements.flatMap((element) => {
    const isTransparent = element.name === '' || element.name === 'Fragment';
    return isTransparent ? element.children : [element];
  });
  for (const element of outermost) {
    const found = components.fileOf(element, file);
    const frame = found && found !== file ? frameOf(components, found, depth + 1) : undefined;
    if (found && frame) return { frame, file: found, element };
  }
  return undefined;
}

/** Whether a slot is in the head of the document or where pages are. */
function placeOf(
  components: SiteComponents,
  file: AstroFile,
  slot: Element,
  outer: { frame: Frame; element: Element } | undefined,
): 'head' | 'page' | undefined {
  const ancestors = [...ancestorsOf(slot)];
  if (ancestors.some(({ name }) => name === 'head')) return 'head';
  if (outer) {
    const inOuter = ancestors.includes(outer.element);
    const target = [slot, ...ancestors].map((each) => textAttribute(each, 'slot')).find(Boolean) ?? '';
    if (inOuter && target === outer.frame.head) return 'head';
    if (!inOuter || target !== outer.frame.page) return undefined;
  } else if (ancestors.some((each) => components.has(components.fileOf(each, file), 'head'))) return 'head';
  return ancestors.some(({ name }) => elsewhere.has(name)) ? undefined : 'page';
}

function hasCodeName({ attributes }: Element): boolean {
  return attributes.some(({ name, kind }) => name === 'name' && kind === 'code');
}

/** Whether what an element shows is worked out from a title, and not from that of the site. */
function namesTitle(element: Element, file: AstroFile): boolean {
  const content = file.text.slice(element.contentStart, element.contentEnd);
  const values = element.attributes.filter(({ name }) => name.startsWith('set:')).map(({ value }) => value);
  const code = [...content.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] as string);
  const chains = [...values, ...code].flatMap((text) => text.match(/[\w$]+(?:\??\.[\w$]+)*/g) ?? []);
  return chains.some((chain) => /title|heading/i.test(chain) && !/site|config|brand/i.test(chain));
}

/** Whether a component gets the title of the page and makes a heading of it. */
function isTitleOfPage(components: SiteComponents, element: Element, user: AstroFile): boolean {
  if ([...ancestorsOf(element)].some(({ name }) => name === 'head')) return false;
  const getsTitle = element.attributes.some(
    ({ kind, value }) =>
      kind === 'code' &&
      /title|heading|frontmatter|\bprops\b/i.test(value) &&
      !/site|config|brand/i.test(value),
  );
  const file = getsTitle ? components.fileOf(element, user) : undefined;
  return (
    file !== undefined &&
    !components.has(file, 'html') &&
    [...everyElement(file.elements)].some((each) => each.name === 'h1' && namesTitle(each, file))
  );
}
