import { findDate } from '../../facts/find-date.ts';
import { lineText } from '../../text/digest-text.ts';
import type { Extent, LocatedText } from '../../text/located-text.ts';
import { foldText } from '../../text/located-text.ts';
import type { HeaderData } from '../dialect.ts';
import { isGenericSection } from './evidence.ts';
import type { Item } from './find-items.ts';
import { lookAround, withYear, yearIn, type Around } from './issues.ts';
import { parseStretch } from './parse.ts';
import { extentOfLines, type ItemSource } from './read-item.ts';
import type { Section } from './sections.ts';
import { SpanReader } from './span-reader.ts';
import { textOfSpans, type Span } from './spans.ts';
import { takeTitle } from './take-title.ts';

/** What the headings of a text say of its issues and of the topics of its papers. */
export class Headings {
  /** The sections whose headings are told. */
  readonly used = new Set<Section>();
  readonly #source: ItemSource;
  readonly #root: Section;
  readonly #texts = new Map<Section, LocatedText>();
  readonly #topicLines = new Map<number, LocatedText>();
  /** The heading of all of the text. */
  readonly #whole: Section | undefined;

  constructor(source: ItemSource, root: Section, items: readonly Item[]) {
    this.#source = source;
    this.#root = root;
    const [first, ...others] = root.children;
    const isPaper = items.some(({ kind, section }) => kind === 'heading' && section === first);
    if (
      first &&
      !isPaper &&
      (others.length === 0 || (first.depth === 1 && others.every(({ depth }) => depth > 1)))
    ) {
      this.#whole = first;
    } else if (
      first &&
      !isPaper &&
      first.children.length === 0 &&
      first.blocks.every(({ kind }) => kind !== 'table' && kind !== 'item')
    ) {
      // A title of the same rank as the topics below it.
      const holds = items.some(({ section }) => section === first);
      if (!holds && first.depth === 1) this.#whole = first;
    }
  }

  /** What stands around a paper. */
  around({ kind, section, topic }: Item): Around & { topicTexts: LocatedText[]; date?: LocatedText } {
    const from = kind === 'heading' ? (section.parent ?? section) : section;
    const around = lookAround(
      from,
      (at) => this.text(at),
      (at) => this.#isTopic(at),
    );
    for (let at: Section | undefined = from; at; at = at.parent) this.used.add(at);
    const topicTexts = around.topics.map((at) => this.text(at));
    const list = topic === undefined ? undefined : this.#topicText(topic);
    const date = list && findDate(list)?.date;
    if (date) return { ...around, topicTexts, date };
    if (list) topicTexts.push(list);
    return { ...around, topicTexts };
  }

  /** The words of a heading, without its number, pictures and links into the page. */
  text(section: Section): LocatedText {
    let text = this.#texts.get(section);
    if (!text) {
      text = section.heading
        ? this.#read(section.heading.first, section.heading.last)
        : { value: '', pieces: [] };
      this.#texts.set(section, text);
    }
    return text;
  }

  /** The day of an issue: that of its heading, else the first one that a heading of the text tells. */
  dateOf(section: Section): LocatedText | undefined {
    const own = this.#dateIn(section);
    if (own || section.heading) return own;
    const dated = this.#firstDated(this.#root);
    if (dated) this.used.add(dated);
    return dated && this.#dateIn(dated);
  }

  /** What the heading of an issue says besides its day. */
  headerOf(section: Section): HeaderData {
    const titled = section.heading ? section : (this.#whole ?? this.#firstDated(this.#root));
    if (!titled) return {};
    this.used.add(titled);
    const { value } = this.text(titled);
    const date = findDate(this.text(titled));
    const isOnlyDate =
      date !== undefined && !/\p{L}/u.test(value.slice(0, date.start) + value.slice(date.end));
    return value === '' || isOnlyDate ? {} : { title: foldText(this.text(titled)).value };
  }

  /** The section whose heading is that of all of the text. */
  get whole(): Section | undefined {
    return this.#whole;
  }

  /** Where the headings stand that are told. */
  extents(): Extent[] {
    return [...this.used].flatMap(({ heading }) =>
      heading ? [extentOfLines(this.#source.lines, heading.first, heading.last)] : [],
    );
  }

  #dateIn(section: Section): LocatedText | undefined {
    const found = findDate(this.text(section));
    if (!found) return undefined;
    let year: LocatedText | undefined;
    for (let at: Section | undefined = section; at && !year; at = at.parent) year = yearIn(this.text(at));
    return withYear(found, year);
  }

  #firstDated(section: Section): Section | undefined {
    for (const child of section.children) {
      if (findDate(this.text(child))) return child;
      const inside = child === this.#whole ? this.#firstDated(child) : undefined;
      if (inside) return inside;
    }
    return undefined;
  }

  #isTopic(section: Section): boolean {
    const { value } = this.text(section);
    if (section === this.#whole || value === '' || isGenericSection(value)) return false;
    // A year or a month sorts papers by time.
    return !aTime.test(value);
  }

  #topicText(line: number): LocatedText {
    let text = this.#topicLines.get(line);
    if (!text) {
      text = this.#read(line, line);
      this.#topicLines.set(line, text);
    }
    return text;
  }

  #read(first: number, last: number): LocatedText {
    const { lines, masked, definitions } = this.#source;
    const extent = extentOfLines(lines, first, last);
    const glued = /^#{2,6}(?=[^#\s])/.exec(lines[first]?.text ?? '')?.[0].length ?? 0;
    const reader = new SpanReader(this.#source);
    for (const node of parseStretch(masked.value, extent.start + glued, extent.end, definitions))
      reader.read(node);
    const spans: Span[] = reader.done().flatMap((line) => line.spans);
    if (spans.length === 0) return lineText({ number: 0, start: 0, text: '', textStart: 0 });
    // A day is no number of a list.
    const whole = textOfSpans(spans);
    return findDate(whole) ? foldText(whole) : foldText(takeTitle(spans, true).title);
  }
}

/** A year, a month, or both. */
const aTime =
  /^(?:[\p{L}.]{3,9}[\s,]+)?(?:19|20)\d{2}(?:[-/.年]\s?\d{1,2}月?|年)?(?:[\s,]+[\p{L}.]{3,9})?$|^\d{1,2}[月월]$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/iu;
