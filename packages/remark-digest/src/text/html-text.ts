import { decodeEntities } from './decode-entities.ts';
import {
  foldText,
  joinTexts,
  sliceText,
  splitText,
  standFor,
  extentOf,
  type LocatedText,
} from './located-text.ts';

/** Elements that begin and end a paragraph. */
const blocks = new Set(
  (
    'address article aside blockquote body center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ' +
    'ol p pre section table tbody td tfoot th thead tr ul jats:p jats:sec jats:title jats:list jats:list-item'
  ).split(' '),
);
/** Elements within a line. What is none of these, such as `<think>`, is text. */
const inline = new Set(
  (
    'a abbr b big bdi bdo br cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub sup time tt u var wbr ' +
    'jats:bold jats:ext-link jats:inline-formula jats:italic jats:monospace jats:sc jats:sub jats:sup jats:tex-math jats:xref'
  ).split(' '),
);
/** Elements whose content nobody reads. */
const hidden = new Set(['script', 'style', 'head', 'noscript', 'svg', 'iframe']);

/** Whether a name is that of an element of HTML, with which text is written. */
export function isHtmlName(name: string): boolean {
  const lower = name.toLowerCase();
  return blocks.has(lower) || inline.has(lower) || hidden.has(lower) || lower.startsWith('mml:');
}

/** A tag of HTML, or a comment. */
interface Tag {
  start: number;
  end: number;
  /** In lower case; empty for a comment. */
  name: string;
  closes: boolean;
}

/**
 * Makes paragraphs of a text that may be HTML: what its tags set apart, or else what blank lines do. Tags and comments go, the text
 * within stays, character references are decoded. What only looks like a tag is text.
 */
export function htmlParagraphs(text: LocatedText): LocatedText[] {
  const tags = tagsIn(text.value);
  if (tags.length === 0) return parted(decodeEntities(text));
  const hasBlocks = tags.some(({ name }) => blocks.has(name));
  const paragraphs = new Paragraphs();
  let done = 0;
  let hiddenIn = '';
  for (const tag of tags) {
    if (hiddenIn === '' && tag.start > done) paragraphs.add(decodeEntities(sliceText(text, done, tag.start)));
    done = tag.end;
    if (hiddenIn !== '') {
      if (tag.closes && tag.name === hiddenIn) hiddenIn = '';
    } else if (hidden.has(tag.name)) {
      hiddenIn = tag.closes ? '' : tag.name;
    } else {
      paragraphs.tag(tag, sliceText(text, tag.start, tag.end));
    }
  }
  if (hiddenIn === '') paragraphs.add(decodeEntities(sliceText(text, done)));
  const found = paragraphs.end();
  return hasBlocks
    ? found.map(foldText).filter(({ value }) => value !== '')
    : found.flatMap((paragraph) => parted(paragraph));
}

/** Cuts at blank lines. */
function parted(text: LocatedText): LocatedText[] {
  const parts = text.value.includes('\n') ? splitText(text, /\n\s*\n/g) : [text];
  return parts.map(foldText).filter(({ value }) => value !== '');
}

/** The text of a line that may be HTML. */
export function htmlLine(text: LocatedText): LocatedText {
  const plain = /[<&]/.test(text.value) ? joinTexts(htmlParagraphs(text), ' ') : text;
  return foldText(plain);
}

class Paragraphs {
  readonly #found: LocatedText[] = [];
  #parts: LocatedText[] = [];
  /** Where index and exponent begin among the parts. */
  #script: { name: string; from: number } | undefined;

  add(text: LocatedText): void {
    if (text.value !== '') this.#parts.push(text);
  }

  tag({ name, closes }: Tag, text: LocatedText): void {
    if (blocks.has(name)) this.#endParagraph();
    else if (name === 'br') this.add(standing('\n', text));
    else if (/^(?:jats:)?su[bp]$/.test(name)) this.#setScript(name.slice(-3), closes);
  }

  end(): LocatedText[] {
    this.#endParagraph();
    return this.#found;
  }

  #setScript(name: string, closes: boolean): void {
    if (!closes) this.#script = { name, from: this.#parts.length };
    else if (this.#script?.name === name) {
      const raised = joinTexts(this.#parts.splice(this.#script.from), '');
      this.add(toScript(raised, name === 'sup'));
      this.#script = undefined;
    }
  }

  #endParagraph(): void {
    if (this.#parts.length > 0) this.#found.push(joinTexts(this.#parts, ''));
    this.#parts = [];
    this.#script = undefined;
  }
}

const raisedSigns = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ';
const loweredSigns = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢ';
const plainSigns = '0123456789+-\u2212=()ni';

/** An index or exponent as characters of its own where there are such, else behind `_` or `^`. */
function toScript(text: LocatedText, raised: boolean): LocatedText {
  const value = text.value.trim();
  if (value === '') return text;
  const signs = raised ? raisedSigns : loweredSigns;
  const places = [...value].map((character) => plainSigns.indexOf(character));
  if (places.every((place) => place >= 0))
    return standing(places.map((place) => signs[place]).join(''), text);
  // Marks of footnotes, affiliations, trade marks stay as they are.
  if (!/^[\p{L}\p{N}+\-\u2212=,./]+$/u.test(value)) return text;
  return standing(`${raised ? '^' : '_'}${[...value].length === 1 ? value : `{${value}}`}`, text);
}

function standing(value: string, text: LocatedText): LocatedText {
  const { start, end } = extentOf(text) ?? { start: 0, end: 0 };
  return standFor(value, start, end);
}

// An attribute has a value, so that `1<p and p > 0` is no tag.
const tag =
  /<(?<slash>\/?)(?<name>[a-zA-Z][\w:-]*)(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))*\s*\/?>/y;
/** Elements that need no closing tag. */
const unclosed = /^(?:p|li|d[dt]|t[drh]|br|hr|wbr|img)$/;

/** All tags of HTML and comments of a text. An element that nothing closes is a word in angle brackets, such as `<video>`. */
function tagsIn(text: string): Tag[] {
  const found: Tag[] = [];
  if (!text.includes('<')) return found;
  const closed = new Set(
    [...text.matchAll(/<\/([a-zA-Z][\w:-]*)/g)].map(([, name = '']) => name.toLowerCase()),
  );
  let noComment = false;
  for (let start = text.indexOf('<'); start >= 0;) {
    let end = start + 1;
    if (text.startsWith('<!--', start) && !noComment) {
      const close = text.indexOf('-->', start + 4);
      noComment = close < 0;
      if (close >= 0) found.push({ start, end: (end = close + 3), name: '', closes: false });
    } else {
      tag.lastIndex = start;
      const match = tag.exec(text);
      const name = match?.groups?.['name']?.toLowerCase() ?? '';
      if (match && isHtmlName(name) && (unclosed.test(name) || closed.has(name) || match[0].endsWith('/>'))) {
        end = start + match[0].length;
        found.push({ start, end, name, closes: match.groups?.['slash'] === '/' });
      }
    }
    start = text.indexOf('<', end);
  }
  return found;
}
