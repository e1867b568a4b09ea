import { everyElement, isComponent, textAttribute, type AstroFile } from '../markup/astro-file.ts';
import type { Element } from '../markup/astro-template.ts';

/** A link as the site's own components write it: with an address and a text. */
export interface OwnLink {
  /** Path without a slash at its end, such as `/papers`. */
  address: string;
  text: string;
}

/** The links of a navigation, as far as one more like them can be written. */
export interface LinkList {
  /** One of the links, for the others. */
  link: Element;
  /** The item of a list that it is in; undefined where links stand by themselves. */
  item: Element | undefined;
  /** What stands between two of them. */
  gap: string;
  /** Whether the site's paths end in a slash there. */
  hasSlashes: boolean;
  /** Where the last of them ends. */
  end: number;
}

/** What a link has for its own page or address, and one more does not need. */
const plainAttributes = new Set(['href', 'aria-current', 'key', 'title', 'target', 'rel']);

/**
 * Finds in a navigation the links that stand beside one another, most of them where there are several such lists.
 *
 * @param own what to write where the links are components; undefined where that can't be told
 * @returns undefined when there are none, or none that one more could be written like
 */
export function findLinkList(file: AstroFile, nav: Element, own: OwnLink | undefined): LinkList | undefined {
  const lists = new Map<Element, Element[]>();
  for (const link of everyElement(nav.children)) {
    if (!isLink(link)) continue;
    const entry = entryOf(link);
    const list = entry.parent as Element;
    lists.set(list, [...(lists.get(list) ?? []), entry]);
  }
  // What is made of a list by code is one element in the file and several on the page.
  const weight = (entries: readonly Element[]): number =>
    entries.reduce((sum, { braces }) => sum + (braces ? 3 : 1), 0);
  return [...lists.values()]
    .filter((entries) => weight(entries) > 1)
    .sort((a, b) => weight(b) - weight(a))
    .map((entries) => describe(file, entries, own))
    .find((list) => list !== undefined);
}

/**
 * Writes one more item of a list of links, with what stands before it.
 *
 * @param open how the component of the digest's links begins
 * @param own what to write where the links are components
 */
export function writeItem(
  { link, item, gap, hasSlashes }: LinkList,
  open: string,
  own: OwnLink | undefined,
): string {
  const written =
    isComponent(link) && own
      ? `<${[link.name, `href="${own.address}${hasSlashes ? '/' : ''}"`, ...kept(link)].join(' ')}>${escape(own.text)}</${link.name}>`
      : `${[open, ...kept(link)].join(' ')} />`;
  return item ? `${gap}<${['li', ...kept(item)].join(' ')}>${written}</li>` : `${gap}${written}`;
}

/** Whether an element is a link to a page of the site. */
function isLink({ name, attributes }: Element): boolean {
  const href = attributes.find((attribute) => attribute.name === 'href');
  const leadsAway = href?.kind === 'text' && /^(?:[a-z]+:|\/\/|#)/i.test(href.value);
  return href !== undefined && !leadsAway && (name === 'a' || /^(?:[A-Z]\w*)?(?:Link|Item)$/.test(name));
}

/** The item of a list that has nothing but a link, else the link. */
function entryOf(link: Element): Element {
  const { parent } = link;
  return parent?.name === 'li' && parent.children.length === 1 ? parent : link;
}

function describe(
  file: AstroFile,
  entries: readonly Element[],
  own: OwnLink | undefined,
): LinkList | undefined {
  const last = entries.at(-1) as Element;
  const like = entries.findLast(isPlain);
  if (!like) return undefined;
  const link = like.name === 'li' ? (like.children[0] as Element) : like;
  if (isComponent(link) && own === undefined) return undefined;
  // Links that stand alone among items of a list are something else.
  if (entries.some(({ name }) => name !== like.name)) return undefined;
  const end = last.braces?.end ?? last.end;
  return {
    link,
    item: like.name === 'li' ? like : undefined,
    gap: gapBefore(file, entries),
    hasSlashes: /(["'`])\/[^"'`\s]+\/\1/.test(file.text),
    end,
  };
}

/** Whether one more link can be written like this one: with no more than an address, classes and a text. */
function isPlain(entry: Element): boolean {
  const link = entry.name === 'li' ? entry.children[0] : entry;
  if (!link || link.children.length > 0) return false;
  return [entry, link].every((element) =>
    element.attributes.every(
      ({ name }) =>
        plainAttributes.has(name) || (name.startsWith('class') && classesOf(element) !== undefined),
    ),
  );
}

/** The attributes that one more of the kind has. */
function kept(element: Element): string[] {
  const classes = classesOf(element);
  return classes === undefined ? [] : [`class="${classes}"`];
}

/** The classes that each element of the kind has; undefined where it has none that can be told. */
function classesOf(element: Element): string | undefined {
  const list = element.attributes.find(({ name }) => name === 'class:list')?.value;
  // What stands first in a list as a text is there always; what follows may be for the current page.
  return textAttribute(element, 'class') ?? (list && /^\[\s*(["'])([^"'{}]*)\1/.exec(list)?.[2]);
}

/** What stands between the last two, such as a line or a dot, or before the only one. */
function gapBefore({ text }: AstroFile, entries: readonly Element[]): string {
  const last = entries.at(-1) as Element;
  const before = entries.at(-2);
  const start = last.braces?.start ?? last.start;
  const end = before && (before.braces?.end ?? before.end);
  const between = end !== undefined && end <= start ? text.slice(end, start) : '';
  if (/^\s*[^\w\s<>{}]{0,2}\s*$/.test(between) && between !== '') return between;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const indent = text.slice(lineStart, start);
  if (indent.trim() !== '') return ' ';
  return `${/\r\n|\n|\r/.exec(text)?.[0] ?? '\n'}${indent}`;
}

function escape(text: string): string {
  return /[<>{}&]/.test(text) ? `{${JSON.stringify(text)}}` : text;
}
