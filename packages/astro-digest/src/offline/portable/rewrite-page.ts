import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** What the parts of a page become. Each gets an address as the page has it. */
export interface PageChanges {
  /** Where a link leads; `undefined` takes the link away and leaves its text. */
  link(address: string): string | undefined;
  /** Where a file is that the page shows; `undefined` where it can't be had. */
  file(address: string): string | undefined;
  /** The value of an attribute `style`, and what is in an element `style`. */
  style(css: string): string;
  /** An element `style`, where it becomes another one. */
  styleElement?(css: string, media: string | undefined): string;
  /** A style sheet of the site, as an element. */
  styleSheet(address: string, media: string | undefined): string;
  /** The scripts of the page that are modules, in their order, as one element. */
  scripts(modules: readonly ModuleScript[]): string;
}

/** A script that is a module: where it is, or what it says. */
export type ModuleScript = { address: string } | { text: string };

/** Links in the head that are of use to nobody who has the page alone. */
const idleLinks =
  /\b(?:alternate|canonical|dns-prefetch|manifest|modulepreload|next|preconnect|prefetch|preload|prev|search|sitemap|webmention|pingback|me|license|author)\b/;

/** What tells others what the page is, or browsers what they may do with it in the site. */
const idleMeta =
  /^(?:og:.*|twitter:.*|article:.*|astro-view-transitions-enabled|astro-view-transitions-fallback|content-security-policy|robots)$/i;

/** Attributes that name a file which the page shows. */
const files: Readonly<Record<string, readonly string[]>> = {
  audio: ['src'],
  embed: ['src'],
  image: ['href', 'xlink:href'],
  img: ['src'],
  input: ['src'],
  object: ['data'],
  script: ['src'],
  source: ['src'],
  track: ['src'],
  use: ['href', 'xlink:href'],
  video: ['src', 'poster'],
};

/** Attributes that lead somewhere. */
const links: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'xlink:href'],
  area: ['href'],
  form: ['action'],
  button: ['formaction'],
  input: ['formaction'],
};

/** Attributes that mean something only where files come from a server. */
const idleAttributes = [
  'crossorigin',
  'integrity',
  'ping',
  'data-astro-prefetch',
  'data-astro-reload',
  'data-offline',
];

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Makes the HTML of a page of a site what can be read from a file: only what has to change does. */
export function rewritePage(html: string, changes: PageChanges): string {
  const edits: Edit[] = [];
  const modules: ModuleScript[] = [];
  let place: number | undefined;

  /** @param template where the template begins that all of it is in */
  const visit = (node: ParentNode, template?: number): void => {
    for (const child of node.childNodes) {
      if (!tree.isElementNode(child)) continue;
      const at = child.sourceCodeLocation;
      if (at?.startTag) {
        const outcome = changeElement(child, changes);
        if (outcome.module) {
          modules.push(outcome.module);
          // In a template nothing runs: what a page brings later is there at once.
          place = template ?? at.startOffset;
        }
        if (outcome.whole !== undefined) {
          edits.push({ start: at.startOffset, end: at.endOffset, text: outcome.whole });
          continue;
        }
        for (const [name, value] of outcome.attributes) {
          const attribute = at.attrs?.[name];
          if (!attribute) continue;
          edits.push(
            value === undefined
              ? { start: attribute.startOffset - 1, end: attribute.endOffset, text: '' }
              : {
                  start: attribute.startOffset,
                  end: attribute.endOffset,
                  text: `${name}="${escaped(value)}"`,
                },
          );
        }
        if (outcome.text !== undefined && at.endTag)
          edits.push({ start: at.startTag.endOffset, end: at.endTag.startOffset, text: outcome.text });
      }
      visit(child, template);
      if (child.tagName === 'template')
        visit((child as DefaultTreeAdapterTypes.Template).content, template ?? at?.startOffset);
    }
  };
  // What browsers without scripts see is part of the page.
  visit(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
  if (place !== undefined) edits.push({ start: place, end: place, text: changes.scripts(modules) });
  return applied(html, edits);
}

/** What becomes of an element. */
interface Outcome {
  /** What stands in its place. */
  whole?: string;
  /** New values by name; `undefined` takes one away. */
  attributes: readonly (readonly [name: string, value: string | undefined])[];
  /** What stands in it. */
  text?: string;
  module?: ModuleScript;
}

function changeElement(element: Element, changes: PageChanges): Outcome {
  const name = element.tagName;
  const value = (attribute: string): string | undefined => attributeOf(element, attribute);
  if (name === 'script') {
    const type = value('type')?.toLowerCase() ?? '';
    if (value('nomodule') !== undefined || type === 'application/ld+json' || type === 'speculationrules')
      return removed;
    if (type === 'module') {
      const address = value('src');
      const module = address === undefined ? { text: textOf(element) } : { address };
      return { ...removed, module };
    }
    if (value('src') !== undefined && changes.file(value('src') ?? '') === undefined) return removed;
  }
  // The dialog of the search is a module that is loaded later; its link leads to the page.
  if (name === 'base' || value('id') === 'digest-find') return removed;
  if (name === 'meta') {
    const what = value('name') ?? value('property') ?? value('http-equiv') ?? '';
    if (idleMeta.test(what)) return removed;
    if (what.toLowerCase() === 'refresh') return changeRefresh(value('content') ?? '', changes);
  }
  if (name === 'link') {
    const rel = value('rel')?.toLowerCase() ?? '';
    const address = value('href') ?? '';
    if (/\bstylesheet\b/.test(rel) && !/\balternate\b/.test(rel))
      return { whole: changes.styleSheet(address, value('media')), attributes: [] };
    if (idleLinks.test(rel)) return removed;
    const file = isInside(address) ? address : changes.file(address);
    return file === undefined ? removed : { attributes: [['href', file]] };
  }
  // What it shows is of another site, or a page that nobody has made portable.
  if (name === 'iframe' || name === 'frame')
    return value('srcdoc') === undefined ? removed : { attributes: [] };
  if (name === 'style' && changes.styleElement)
    return { whole: changes.styleElement(textOf(element), value('media')), attributes: [] };
  return {
    attributes: attributesOf(element, changes),
    ...(name === 'style' ? { text: changes.style(textOf(element)) } : {}),
  };
}

const removed: Outcome = { whole: '', attributes: [] };

function attributesOf(element: Element, changes: PageChanges): [string, string | undefined][] {
  const { tagName } = element;
  const edits: [string, string | undefined][] = [];
  for (const { name, prefix, value } of element.attrs) {
    const whole = prefix ? `${prefix}:${name}` : name;
    if (idleAttributes.includes(whole)) edits.push([whole, undefined]);
    else if (whole === 'style') {
      const style = changes.style(value);
      if (style !== value) edits.push([whole, style]);
    } else if (whole === 'srcset' || whole === 'imagesrcset') edits.push([whole, changeSet(value, changes)]);
    else if (tagName === 'astro-island' && whole === 'client') edits.push([whole, undefined]);
    else if (links[tagName]?.includes(whole)) edits.push([whole, changes.link(value)]);
    else if (isInside(value)) continue;
    else if (files[tagName]?.includes(whole)) edits.push([whole, changes.file(value)]);
  }
  return edits.filter(([name, value]) => value !== attributeOf(element, name));
}

/** Whether an address needs nothing besides the page. */
function isInside(address: string): boolean {
  return /^(?:data:|#|blob:|about:)/i.test(address.trim());
}

/** The pictures of one that has several sizes; those that can't be had are left out. */
function changeSet(set: string, changes: PageChanges): string | undefined {
  const kept = set.split(/,\s+|,$/).flatMap((candidate) => {
    const [address = '', ...size] = candidate.trim().split(/\s+/);
    const file = isInside(address) ? address : address === '' ? undefined : changes.file(address);
    return file === undefined ? [] : [[file, ...size].join(' ')];
  });
  return kept.length === 0 ? undefined : kept.join(', ');
}

function changeRefresh(content: string, changes: PageChanges): Outcome {
  const [whole, before = '', address = ''] = /^([^;]*;\s*url\s*=\s*)["']?([^"']*)/i.exec(content) ?? [];
  const link = whole === undefined ? undefined : changes.link(address);
  return link === undefined ? removed : { attributes: [['content', before + link]] };
}

function attributeOf(element: Element, attribute: string): string | undefined {
  return element.attrs.find(({ name, prefix }) => (prefix ? `${prefix}:${name}` : name) === attribute)?.value;
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => (tree.isTextNode(node) ? node.value : '')).join('');
}

/** A text as the value of an attribute in double quotes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function applied(html: string, edits: readonly Edit[]): string {
  let result = '';
  let end = 0;
  // Of those at one place, the one that takes nothing away comes first.
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += html.slice(end, edit.start) + edit.text;
    end = Math.max(end, edit.end);
  }
  return result + html.slice(end);
}
