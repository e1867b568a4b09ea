import { joinTexts, sliceText, type LocatedText } from '../../text/located-text.ts';

/** A stretch of text in one form. */
export interface Span {
  text: LocatedText;
  isStrong: boolean;
  isEmphasis: boolean;
  isCode: boolean;
  /** The address that it leads to. */
  url?: LocatedText | undefined;
}

/** The text of spans. */
export function textOfSpans(spans: readonly Span[]): LocatedText {
  return joinTexts(
    spans.map(({ text }) => text),
    '',
  );
}

/** Part of spans, by indexes of their text. */
export function sliceSpans(spans: readonly Span[], from: number, to = Infinity): Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const span of spans) {
    const length = span.text.value.length;
    const [start, end] = [Math.max(0, from - at), Math.min(length, to - at)];
    if (start < end)
      found.push(start === 0 && end === length ? span : { ...span, text: sliceText(span.text, start, end) });
    at += length;
  }
  return found;
}

/** Spans without the white space at their ends. */
export function trimSpans(spans: readonly Span[]): Span[] {
  const { value } = textOfSpans(spans);
  const start = value.length - value.trimStart().length;
  return sliceSpans(spans, start, Math.max(start, value.trimEnd().length));
}

/** A link, with all of its text. */
export interface LinkOfSpans {
  url: LocatedText;
  text: string;
}

/** The links of spans, each with all of its text, and what stands beside them. */
export function linksOf(spans: readonly Span[]): { links: LinkOfSpans[]; beside: string } {
  const links: LinkOfSpans[] = [];
  let beside = '';
  let open: LocatedText | undefined;
  for (const { text, url } of spans) {
    const last = links.at(-1);
    if (!url) beside += `${text.value} `;
    else if (last && open === url) last.text += text.value;
    else links.push({ url, text: text.value });
    open = url;
  }
  return { links, beside };
}
