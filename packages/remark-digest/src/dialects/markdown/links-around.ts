import type { PaperParts } from '../../facts/paper-parts.ts';
import { putSpanLinks } from './addresses.ts';
import { isLabel } from './evidence.ts';
import { linksOf, sliceSpans, textOfSpans, type Span } from './spans.ts';

/** Whether a line is nothing but links that say what they lead to, or that are addresses. */
export function isLinksLine(spans: readonly Span[]): boolean {
  const { links, beside } = linksOf(spans);
  if (links.length === 0 || !links.every(({ text }) => isLabel(text))) return false;
  const words = beside.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return (
    words === '' ||
    /^(?:(?:read|more|on|or|and|via|see|also|at|links?|available|here|\d+) ?)+$/i.test(words) ||
    isLabel(words)
  );
}

/** Takes groups of links in brackets, such as `([paper](…), [code](…))`, off of the start of a text and off of its end. */
export function withoutLinkGroups(spans: readonly Span[], parts: PaperParts): Span[] {
  const { value } = textOfSpans(spans);
  let rest = [...spans];
  let done = 0;
  const group = /[([【（|]*[^()[\]【】（）|]{1,60}[)\]】）|]+[\s,;·|]*/gy;
  for (let match = group.exec(value); match; match = group.exec(value)) {
    const inside = sliceSpans(spans, match.index, group.lastIndex);
    if (!isLinksLine(inside)) break;
    putSpanLinks(parts, inside);
    done = group.lastIndex;
  }
  rest = sliceSpans(spans, done);
  // From the end: links, and what stands between them.
  for (let left = mostLinks; left > 0; left--) {
    const shown = textOfSpans(rest).value;
    const last = rest.findLastIndex(({ url }) => url !== undefined);
    const link = rest[last];
    if (!link?.url || !isLabel(link.text.value)) break;
    const before = textOfSpans(rest.slice(0, last)).value;
    if (/[\p{L}\p{N}]/u.test(shown.slice(before.length + link.text.value.length))) break;
    putSpanLinks(parts, [link]);
    const end = before.slice(-longestJoint);
    const joint = end.replace(
      /[\s([【（|,;/·•]*(?:\b(?:and|or|on|at|via|read more(?: on)?|see|links?|code|paper|available)\b[\s:：]*)?[\s([【（|,;/·•]*$/iu,
      '',
    ).length;
    rest = sliceSpans(rest, 0, before.length - end.length + joint);
  }
  return rest;
}

/** What stands between a text and the links behind it is no longer, in UTF-16 units. */
const longestJoint = 100;
/** So many links may stand behind a text. */
const mostLinks = 40;

/** A line of text without the links behind its last sentence that only say what they lead to. */
export function withoutLastLinks(spans: readonly Span[]): readonly Span[] {
  const last = spans.findLastIndex(({ text, url }) => !url && /[\p{L}\p{N}]/u.test(text.value));
  const { links } = linksOf(spans.slice(last + 1));
  if (last < 0 || links.length === 0 || !links.every(({ text }) => isLabel(text) && !/^https?:/.test(text)))
    return spans;
  const { value } = textOfSpans(spans.slice(0, last + 1));
  const end = value.replace(/[\s([【（|·•,;]+$/u, '');
  return /[.!?。！？)\]]$/.test(end) ? sliceSpans(spans, 0, end.length) : spans;
}
