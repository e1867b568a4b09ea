import { formOf } from '../text-form.ts';
import { trimText, type LocatedText } from '../../text/located-text.ts';
import { isLabel } from './evidence.ts';
import { sliceSpans, textOfSpans, type Span } from './spans.ts';

/** The title that stands at the start of a line. */
export interface TakenTitle {
  title: LocatedText;
  /** What stands before it and is no number: a day, a mark. */
  before: Span[];
  /** Its own address. */
  url: LocatedText | undefined;
  /** What stands behind it on the line. */
  rest: Span[];
}

// A number of the list, a bullet, a box to tick, pictures.
const lead =
  /^(?:\s|[-*•+·](?=\s)|\[[ xX]\]\s|(?:no\.?\s?)?\(?\d{1,4}[.)、:：](?=\s|\D)|[#№]\d{1,4}[.:)]?\s|[(（【]\d{1,4}[)）】]|\p{Extended_Pictographic}|\uFE0F|\u200D|\u20E3|[\u{1F3FB}-\u{1F3FF}])+/iu;
const trail =
  /(?:\(\d+[ -]min(?:ute)?s?(?: read)?\)|\s|\p{Extended_Pictographic}|\uFE0F|\u200D|[([{（【|:：,;·•–—-])+$/u;

/**
 * Takes the title off of a line.
 *
 * @param isWhole whether the line has nothing but a title and what leads to the paper, as headings and cells do
 */
export function takeTitle(line: readonly Span[], isWhole: boolean): TakenTitle {
  const { value } = textOfSpans(line);
  const start = lead.exec(value)?.[0].length ?? 0;
  const spans = sliceSpans(line, start);
  const text = value.slice(start);
  const paper = /^(?:paper|论文|title|标题)\s?[:：]\s*/i.exec(text)?.[0].length ?? 0;
  if (paper > 0 && stretchOf(spans, paper, ({ url }) => url !== undefined) > 5)
    return takeTitle(sliceSpans(spans, paper), isWhole);
  const quoted = /^《(?<title>[^》]+)》/.exec(text);
  if (quoted) return taken(spans, 1, quoted[0].length - 1, quoted[0].length, urlAt(spans, 1));
  const linked = stretchOf(spans, 0, ({ url }) => url !== undefined);
  const strong = stretchOf(spans, 0, ({ isStrong }) => isStrong);
  const tag = /^[[(【（][^\])】）]{1,40}[\])】）]\s*/.exec(text)?.[0].length ?? 0;
  if (isWhole) return takeWhole(spans, text);
  // `[**OwlNet**] Counting Owls` has a mark in its title.
  if (strong > 5 && !isLabel(text.slice(0, strong))) return taken(spans, 0, strong, strong, urlAt(spans, 0));
  if (linked > 0 && !isLabel(text.slice(0, linked))) return taken(spans, 0, linked, linked, urlAt(spans, 0));
  const strongBehind = tag > 0 ? stretchOf(spans, tag, ({ isStrong }) => isStrong) : 0;
  const linkBehind = tag > 0 ? stretchOf(spans, tag, ({ url }) => url !== undefined) : 0;
  const behind =
    strongBehind > 5 ? strongBehind : isLabel(text.slice(tag, tag + linkBehind)) ? 0 : linkBehind;
  if (behind > 0) {
    const found = taken(spans, tag, tag + behind, tag + behind, urlAt(spans, tag));
    return { ...found, before: sliceSpans(spans, 0, tag) };
  }
  const emphasised = stretchOf(spans, 0, ({ isEmphasis }) => isEmphasis);
  if (emphasised > 10) return taken(spans, 0, emphasised, emphasised, urlAt(spans, 0));
  return takePlain(spans, text);
}

/** How long the text from an index on is that fits. */
function stretchOf(spans: readonly Span[], from: number, fits: (span: Span) => boolean): number {
  let at = 0;
  let length = 0;
  for (const span of spans) {
    const end = at + span.text.value.length;
    if (end > from) {
      if (!fits(span)) break;
      length = end - from;
    }
    at = end;
  }
  return length;
}

function urlAt(spans: readonly Span[], index: number): LocatedText | undefined {
  return sliceSpans(spans, index)[0]?.url;
}

function taken(
  spans: readonly Span[],
  start: number,
  end: number,
  restStart: number,
  url: LocatedText | undefined,
): TakenTitle {
  return {
    title: cleanTitle(textOfSpans(sliceSpans(spans, start, end))),
    before: [],
    url,
    rest: sliceSpans(spans, restStart),
  };
}

/** A heading, or a cell of titles: all of it but the links behind it. */
function takeWhole(spans: readonly Span[], text: string): TakenTitle {
  let at = 0;
  for (const [index, span] of spans.entries()) {
    const { value } = span.text;
    const isNew = span.url !== undefined && span.url !== spans[index - 1]?.url;
    const label = isNew ? textOfSpans(spans.slice(index).filter(({ url }) => url === span.url)).value : '';
    if (
      isNew &&
      at > 0 &&
      (isLabel(label) || /^https?:/.test(label) || !/^https?:/i.test(span.url?.value ?? ''))
    ) {
      // A bracket that a link stands in is no part of the title.
      const before = text.slice(0, at);
      const open = Math.max(
        before.lastIndexOf('('),
        before.lastIndexOf('['),
        before.lastIndexOf('（'),
        before.lastIndexOf('【'),
      );
      const isOpen = open > 0 && !/[)\]）】]/.test(before.slice(open));
      const end = isOpen ? open : at;
      const url = spans.slice(0, index).find((earlier) => earlier.url && !isLabel(earlier.text.value))?.url;
      return taken(spans, 0, end, end, url);
    }
    at += value.length;
  }
  const own = spans.find(({ url }) => url !== undefined);
  // A link that is most of the heading is the title; what stands behind it is told of the paper.
  const length = stretchOf(spans, 0, ({ url }) => url !== undefined && url === own?.url);
  if (own?.url && length * 10 >= text.length * 6) return taken(spans, 0, length, length, own.url);
  return taken(spans, 0, text.length, text.length, own?.url);
}

/** A title without any mark: it ends where a link, a bracket, a dash or a sentence begins. */
function takePlain(spans: readonly Span[], text: string): TakenTitle {
  const firstLink = spans.findIndex(({ url }) => url !== undefined);
  const link = firstLink < 0 ? text.length : textOfSpans(spans.slice(0, firstLink)).value.length;
  const before = text.slice(0, link);
  const gap =
    /(?<!\s)\s{2,}(?=\S)|\s[-–—|]{1,2}\s|\s?｜\s?|\s(?=https?:)|[:：]\s(?=\p{Lu}[^:]*[.。]\s)|(?<=\p{Ll}{3}|\p{Lo})[.。]\s+(?=\p{Lu}|\p{Lo})|\s?\((?=[^()]*(?:et al|,|\d{4}))/u.exec(
      before,
    );
  if (gap && gap.index > 3)
    return taken(
      spans,
      0,
      gap.index,
      gap.index + (gap[0].includes('(') ? 0 : gap[0].length),
      urlAt(spans, 0),
    );
  return taken(spans, 0, link, link, undefined);
}

/** A title without a number before it, and without pictures, brackets and dashes that are left at its end. */
function cleanTitle(title: LocatedText): LocatedText {
  const start = lead.exec(title.value)?.[0].length ?? 0;
  let end = trail.exec(title.value)?.index ?? title.value.length;
  // The full stop behind a title that is set off is no part of it; that of three is.
  if (
    /[^.\s]\.$/.test(title.value.slice(0, end)) &&
    formOf(title.value.slice(0, end)) === 'sentence' &&
    !/\b(?:\p{Lu}|vs|etc|al|Jr)\.$/u.test(title.value.slice(0, end))
  )
    end--;
  return trimText(start >= end ? title : slice(title, start, end));
}

function slice(title: LocatedText, start: number, end: number): LocatedText {
  return textOfSpans(
    sliceSpans([{ text: title, isStrong: false, isEmphasis: false, isCode: false }], start, end),
  );
}
