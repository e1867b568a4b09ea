import { factKeyOf, type FactKey } from '../../facts/fact-keys.ts';
import { findDate } from '../../facts/find-date.ts';
import { arxivIdOf } from '../../facts/identifiers.ts';
import { isAbsent, putAddresses, putFact, type PaperParts } from '../../facts/paper-parts.ts';
import { extentOf, foldText, joinTexts, type LocatedText } from '../../text/located-text.ts';
import type { FactName } from '../../facts/table.ts';
import { formOf } from '../text-form.ts';
import { putSpanLinks } from './addresses.ts';
import { isLabel, isPartName } from './evidence.ts';
import { isLinksLine, withoutLastLinks, withoutLinkGroups } from './links-around.ts';
import { areNames, areOrganizations, venueOf } from './names.ts';
import type { SpanLine } from './span-reader.ts';
import { sliceSpans, textOfSpans, trimSpans, type Span } from './spans.ts';

/** Collects what a digest tells of one paper below its title. */
export class BodyReader {
  readonly #parts: PaperParts;
  /** Counts the words before facts of which nothing is made. */
  readonly #unused: (name: string, place: LocatedText) => void;
  #paragraph = -1;
  #lines: LocatedText[] = [];
  /** What the lines below a label are. */
  #label: FactKey | undefined;
  #isFirst = true;

  constructor(parts: PaperParts, unused: (name: string, place: LocatedText) => void) {
    this.#parts = parts;
    this.#unused = unused;
  }

  readAll(lines: readonly SpanLine[]): void {
    for (const line of lines) this.read(line);
    this.#endParagraph();
  }

  read({ spans: raw, paragraph, place }: SpanLine): void {
    const spans = trimSpans(raw);
    const text = textOfSpans(spans);
    if (!/[\p{L}\p{N}]/u.test(text.value) && !spans.some(({ url }) => url)) return;
    if (place === 'heading' || place === 'summary') {
      this.#readLabel(text, spans);
      return;
    }
    const key = keyOf(spans);
    if (key) this.#readKeyed(spans, key, paragraph, place);
    else if (isLinksLine(spans)) putSpanLinks(this.#parts, spans, this.#label?.kind);
    else if (this.#label && this.#label.role !== 'abstract') this.#put(this.#label, spans, paragraph);
    else if (isAbsent(text.value)) this.#isFirst = false;
    else if (this.#label || !this.#readMeta(spans)) this.#addText(spans, paragraph);
    this.#isFirst = false;
  }

  /** Reads a cell of a table, by what its column is called. */
  readCell(key: FactKey | undefined, column: string, lines: readonly SpanLine[]): void {
    const shown = lines.filter(({ place }) => place !== 'summary');
    for (const { spans: raw, paragraph } of shown) {
      const spans = trimSpans(raw);
      const text = textOfSpans(spans);
      if (isAbsent(text.value) && !spans.some(({ url }) => url)) continue;
      if (key) this.#put(key, spans, paragraph);
      else if (isLinksLine(spans)) putSpanLinks(this.#parts, spans);
      else if (formOf(text.value) === 'sentences') this.#addText(spans, paragraph);
      else {
        putSpanLinks(this.#parts, spans);
        this.#unused(column === '' ? text.value : column, text);
      }
    }
    this.#endParagraph();
  }

  /** Reads what stands behind a title on its line. */
  readTail(spans: readonly Span[], paragraph: number): void {
    const text = textOfSpans(spans).value;
    const tail = trimSpans(sliceSpans(spans, /^[\s:：,;.。·•|–—-]*/u.exec(text)?.[0].length ?? 0));
    const rest = trimSpans(withoutLinkGroups(tail, this.#parts));
    const shown = textOfSpans(rest).value;
    const skipped = /^[\s:：,;.。·•|)\]–—-]*/u.exec(shown)?.[0].length ?? 0;
    const body = trimSpans(sliceSpans(rest, skipped));
    if (/[\p{L}\p{N}]/u.test(textOfSpans(body).value)) this.read({ spans: body, paragraph, place: 'text' });
  }

  /** A heading or the head of what can be unfolded, inside of a paper. */
  #readLabel(text: LocatedText, spans: readonly Span[]): void {
    this.#endParagraph();
    const key = factKeyOf(text.value);
    if (key && key.role !== 'title' && longFacts.has(key.role)) {
      this.#label = key;
      return;
    }
    this.#label = undefined;
    putSpanLinks(this.#parts, spans);
    // `Show`, `12 pa...` and other heads say less than what is inside; a part of a longer text keeps its name.
    if (isPartName(text.value)) this.#label = { role: 'abstract' };
    if (isPartName(text.value) && !key) this.#parts.paragraphs.push(text);
  }

  #readKeyed(
    spans: readonly Span[],
    { name, key, end }: Keyed,
    paragraph: number,
    place: SpanLine['place'],
  ): void {
    this.#endParagraph();
    const value = trimSpans(sliceSpans(spans, end));
    const text = textOfSpans(value);
    if (!key) {
      // What a text calls out in bold at its start belongs to it; a short fact of another kind is nothing of ours.
      if (formOf(text.value) !== 'other' || text.value.length > longestFact || text.value === '')
        this.#addText(spans, paragraph);
      else {
        putSpanLinks(this.#parts, value);
        if (!isAbsent(text.value)) this.#unused(name.value, name);
      }
      return;
    }
    // What a sentence says behind such a word is no fact.
    if (
      !longFacts.has(key.role) &&
      (text.value.length > longestFact * 2 || formOf(text.value) === 'sentences')
    ) {
      this.#addText(spans, paragraph);
      return;
    }
    this.#label = undefined;
    if (text.value === '' && !value.some(({ url }) => url)) {
      // The facts of a label of its own stand below it.
      if (key.role !== 'title' && longFacts.has(key.role)) this.#label = key;
      return;
    }
    if (key.role === 'abstract') {
      this.#addText(value, paragraph);
      return;
    }
    // Several facts on a line: `Published: … | Category: …`.
    const parts = splitSpans(
      value,
      /\s[|·•]\s|\s?｜\s?|[;；](?=\s?[^;；:：]{1,20}[:：])|(?<!\s)\s{2,}(?=[^:：]{1,20}[:：])/g,
    );
    this.#put(key, parts[0] ?? [], paragraph);
    for (const part of parts.slice(1)) {
      const inner = keyOf(part);
      if (inner) this.#readKeyed(part, inner, paragraph, place);
      else if (!this.#readMeta(part)) this.#put(key, part, paragraph);
    }
  }

  /** Adds a fact or an address. */
  #put(key: FactKey, spans: readonly Span[], paragraph: number): void {
    const text = foldText(textOfSpans(spans));
    const hasLinks = spans.some(({ url }) => url);
    switch (key.role) {
      case 'title':
      case 'none':
        if (hasLinks) putSpanLinks(this.#parts, spans);
        // `Paper: address`.
        else if (key.role === 'title') putAddresses(this.#parts, text);
        break;
      case 'abstract':
        this.#addText(spans, paragraph);
        break;
      case 'links':
        this.#putLinks(key, spans, text, paragraph);
        break;
      case 'categories':
      case 'keywords': {
        const codes = spans.filter(({ isCode }) => isCode);
        if (codes.length > 1) for (const { text: code } of codes) putFact(this.#parts, key.role, code);
        else putFact(this.#parts, key.role, text);
        break;
      }
      default:
        putSpanLinks(this.#parts, spans);
        putFact(this.#parts, key.role, text);
    }
  }

  #putLinks(key: FactKey, spans: readonly Span[], text: LocatedText, paragraph: number): void {
    if (spans.some(({ url }) => url)) putSpanLinks(this.#parts, spans, key.kind);
    else if (!isAbsent(text.value) && !putAddresses(this.#parts, text, key.kind)) {
      if (text.value.length > longestFact || formOf(text.value) !== 'other') this.#addText(spans, paragraph);
      else this.#unused(text.value, text);
    }
  }

  /** Reads a line that is facts without names: links, a day, categories, authors; gives whether it is. */
  #readMeta(spans: readonly Span[]): boolean {
    const text = textOfSpans(spans).value;
    if (isLinksLine(spans)) {
      putSpanLinks(this.#parts, spans);
      return true;
    }
    if (text.length > longestMeta) return this.#readSentence(spans, text);
    if (/^[(（][^()（）]*[)）]$/.test(text))
      return this.#readMeta(trimSpans(sliceSpans(spans, 1, text.length - 1)));
    const isSetOff = spans.every(({ isEmphasis }) => isEmphasis);
    const parts = splitSpans(spans, /\s[|·•/–—-]\s|\s?｜\s?|\s{2,}/g);
    const kinds = parts.map((part) => this.#kindOf(part, parts.length === 1 && isSetOff, parts.length === 1));
    if (kinds.some((kind) => kind === undefined)) {
      if (this.#readSentence(spans, text)) return true;
      // A short line that is set off says something of the paper that is no fact of ours.
      if (!isSetOff || !this.#isFirst || text.length > longestFact || formOf(text) !== 'other') return false;
      this.#unused(text, textOfSpans(spans));
      return true;
    }
    for (const [index, kind] of kinds.entries()) {
      const part = parts[index] as Span[];
      if (kind === 'links') {
        putSpanLinks(this.#parts, part);
        if (!part.some(({ url }) => url)) putAddresses(this.#parts, textOfSpans(part));
      } else if (kind) {
        putSpanLinks(this.#parts, part);
        putFact(this.#parts, kind, textOfSpans(part));
      }
    }
    return true;
  }

  /** Reads `Authors. Venue 2025`, `Authors, Venue 2025` and the like. */
  #readSentence(spans: readonly Span[], text: string): boolean {
    const found = venueOf(text);
    if (!found || !this.#isFirst) return false;
    const names = text.slice(0, found.start).replace(/[\s,.;(]+$/, '');
    if (names !== '' && !areNames(names)) return false;
    if (names !== '') putFact(this.#parts, 'authors', textOfSpans(sliceSpans(spans, 0, names.length)));
    const where = textOfSpans(sliceSpans(spans, found.start, found.end));
    putFact(this.#parts, /^\d{4}$/.test(where.value) ? 'date' : 'venue', where);
    putSpanLinks(this.#parts, spans);
    return true;
  }

  #kindOf(part: readonly Span[], isEmphasised: boolean, isAlone: boolean): FactName | 'links' | undefined {
    const text = textOfSpans(part);
    const value = text.value.trim();
    if (isLinksLine(part) || /^<?https?:\/\/\S+$/.test(value)) return 'links';
    if (arxivIdOf(value)) return 'arxivId';
    if (/^(?:⭐|🌟|★)\uFE0F?\s?\d[\d.,]*k?$/iu.test(value)) return 'stars';
    if (
      /^(?:👍|🔥|❤|▲|⬆|🔺|⇧)\uFE0F?\s?\d[\d.,]*k?(?:\s?(?:up)?votes?)?$|^\d[\d.,]*k?\s(?:up)?votes?$/iu.test(
        value,
      )
    )
      return 'upvotes';
    if (/^(?:19|20)\d{2}$/.test(value)) return 'date';
    const date = findDate(text);
    if (date && value.length - (date.end - date.start) < 12) return 'date';
    if (
      /^(?:[a-z-]{2,8}(?:\.[A-Za-z-]{2,})?(?:,\s?|\s|$))+$/.test(value) &&
      part.some(({ isCode }) => isCode)
    )
      return 'categories';
    const venue = venueOf(value);
    if (venue && venue.start === 0 && venue.end >= value.length - 1 && (this.#isFirst || !isAlone))
      return 'venue';
    if (areOrganizations(value) && !isAlone) return 'organizations';
    // Names that stand alone are authors where they come first, or are set off.
    return (this.#isFirst || isEmphasised) && !this.#parts.facts.authors && areNames(value)
      ? 'authors'
      : undefined;
  }

  #addText(spans: readonly Span[], paragraph: number): void {
    if (paragraph !== this.#paragraph) this.#endParagraph();
    this.#paragraph = paragraph;
    putSpanLinks(this.#parts, spans);
    this.#lines.push(textOfSpans(withoutLastLinks(spans)));
  }

  #endParagraph(): void {
    const text = joinTexts(this.#lines, '\n');
    if (text.value !== '') this.#parts.paragraphs.push(text);
    this.#lines = [];
  }
}

/** Facts that may be as long as sentences are. */
const longFacts: ReadonlySet<string> = new Set([
  'title',
  'abstract',
  'authors',
  'organizations',
  'keywords',
  'categories',
  'comment',
  'links',
]);
/** A longer text behind an unknown word is no short fact, in UTF-16 units. */
const longestFact = 80;
/** A longer line is text, in UTF-16 units. */
const longestMeta = 600;

interface Keyed {
  name: LocatedText;
  /** What it says; nothing where the word is not known. */
  key: FactKey | undefined;
  /** Index at which the value begins. */
  end: number;
}

/** The word before a colon at the start of a line: one that is known, or any that is set off. */
function keyOf(spans: readonly Span[]): Keyed | undefined {
  const { value } = textOfSpans(spans);
  const lead =
    /^(?:\s|\p{Extended_Pictographic}|\uFE0F|\u200D|[-*•]\s|\d{1,2}[.)]\s)*/u.exec(value)?.[0].length ?? 0;
  const colon = value.slice(lead, lead + 60).search(/[:：]/);
  if (colon <= 0 || value.startsWith('//', lead + colon + 1)) return undefined;
  const name = textOfSpans(trimSpans(sliceSpans(spans, lead, lead + colon)));
  const key = factKeyOf(name.value);
  const isSetOff = sliceSpans(spans, lead, lead + 1)[0]?.isStrong === true;
  const isShort = value.length < 140 && name.value.split(' ').length < 4;
  if (
    !key &&
    !(isSetOff && name.value.length < 40) &&
    !(isShort && /^[\p{Lu}\p{Lo}][\p{L} ]*$/u.test(name.value))
  )
    return undefined;
  if (key && spans[0]?.url && !isLabel(name.value)) return undefined;
  return { name, key, end: lead + colon + 1 };
}

/** Cuts spans where a pattern finds something in their text. */
export function splitSpans(spans: readonly Span[], pattern: RegExp): Span[][] {
  const { value } = textOfSpans(spans);
  const parts: Span[][] = [];
  let done = 0;
  for (const match of value.matchAll(pattern)) {
    parts.push(trimSpans(sliceSpans(spans, done, match.index)));
    done = match.index + match[0].length;
  }
  parts.push(trimSpans(sliceSpans(spans, done)));
  return parts.filter((part) => extentOf(textOfSpans(part)) !== undefined);
}
