import type { Element as HtmlElement, ElementContent as HtmlContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { toXast } from 'hast-util-to-xast';
import { SKIP, visit } from 'unist-util-visit';
import type { ElementContent } from 'xast';
import { x } from 'xastscript';
import { escapeText } from '../html.ts';
import { paragraphTexts } from '../paragraphs.ts';
import { replaceFormulas } from '../plain-formulas.ts';
import { abstractSchema } from './abstract-schema.ts';
import type { EpubPaper } from './book.ts';

/** The content of an abstract in XHTML. */
export interface EpubAbstract {
  content: ElementContent[];
  hasMaths: boolean;
}

/**
 * Makes an abstract what an EPUB may have: nothing that is loaded from elsewhere, no link that leads nowhere. Behind each formula stands
 * its text, which reading systems without MathML show in its place.
 */
export function epubAbstract({ html, text, url }: Pick<EpubPaper, 'html' | 'text' | 'url'>): EpubAbstract {
  if (html === undefined) return { content: paragraphTexts(text).map(toParagraph), hasMaths: false };
  const tree = sanitize(fromHtml(withFormulaTexts(html), { fragment: true }), abstractSchema) as Root;
  const ids = numberIds(tree);
  let hasMaths = false;
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'math') {
      hasMaths = true;
      node.properties['xmlns'] = 'http://www.w3.org/1998/Math/MathML';
      return SKIP;
    }
    const others = replacementOf(node, url);
    if (others && parent && index !== undefined) {
      parent.children.splice(index, 1, ...others);
      return index;
    }
    mendLink(node, ids, url);
    alignByStyle(node);
    return undefined;
  });
  const wrapped: HtmlElement = {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: tree.children as HtmlContent[],
  };
  const { children } = toXast(wrapped) as { children: ElementContent[] };
  return { content: children, hasMaths };
}

function withFormulaTexts(html: string): string {
  return replaceFormulas(
    html,
    (maths, text) => `${maths}<span class="formula" hidden>${escapeText(text)}</span>`,
  );
}

function toParagraph(text: string): ElementContent {
  return x(
    'p',
    text.split('\n').flatMap((line, index) => (index > 0 ? [x('br'), line] : [line])),
  );
}

/**
 * Gives each id a name that XML has and nothing else in the document.
 *
 * @returns the new names by the old ones
 */
function numberIds(tree: Root): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  visit(tree, 'element', ({ properties }) => {
    if (properties['id'] === undefined) return;
    const id = String(properties['id']);
    if (ids.has(id)) delete properties['id'];
    else {
      ids.set(id, `note-${ids.size + 1}`);
      properties['id'] = ids.get(id);
    }
  });
  return ids;
}

/** What stands for a picture, which would have to be in the book, and for a box to tick. */
function replacementOf(
  { tagName, properties }: HtmlElement,
  url: string | undefined,
): HtmlContent[] | undefined {
  if (tagName === 'input') return [{ type: 'text', value: properties['checked'] ? '☑' : '☐' }];
  if (tagName !== 'img') return undefined;
  const address = webAddress(properties['src'], url);
  const name = String(properties['alt'] ?? '').trim() || address;
  if (name === undefined) return [];
  const text: HtmlContent = { type: 'text', value: name };
  return address === undefined
    ? [text]
    : [{ type: 'element', tagName: 'a', properties: { href: address }, children: [text] }];
}

/** Leads a link to the web, or to a place in the document; one that leads nowhere loses its address. */
function mendLink(
  { tagName, properties }: HtmlElement,
  ids: ReadonlyMap<string, string>,
  url?: string,
): void {
  if (tagName !== 'a' || properties['href'] === undefined) return;
  const href = String(properties['href']);
  const fragment = href.startsWith('#') ? href.slice(1) : '';
  // An id may have percent signs of its own.
  const id = ids.get(fragment) ?? ids.get(decoded(fragment));
  const address = id === undefined ? webAddress(href, url) : `#${id}`;
  if (address === undefined) delete properties['href'];
  else properties['href'] = address;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** An address in the form in which browsers send it; nothing of one that leads neither to the web nor to a mailbox. */
function webAddress(address: unknown, base: string | undefined): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address, base)) return undefined;
  const { protocol, href } = new URL(address, base);
  return /^(?:https?|mailto):$/.test(protocol) ? href : undefined;
}

/** XHTML knows no attribute for how a cell is aligned. */
function alignByStyle({ properties }: HtmlElement): void {
  const { align } = properties;
  delete properties['align'];
  if (typeof align === 'string' && /^(?:left|center|right)$/.test(align))
    properties['style'] = `text-align: ${align}`;
}
