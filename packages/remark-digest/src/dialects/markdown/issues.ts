import { findDate, type FoundDate } from '../../facts/find-date.ts';
import { joinTexts, sliceText, type LocatedText } from '../../text/located-text.ts';
import type { Section } from './sections.ts';

/** What the headings around a paper say. */
export interface Around {
  /** The innermost section that has a day in its heading, or the whole text. */
  issue: Section;
  /** The sections that name what a paper is about, the outermost first. */
  topics: Section[];
  /** The year that a heading tells. */
  year: LocatedText | undefined;
}

/** The heading of a section as it is shown. */
export type HeadingText = (section: Section) => LocatedText;

/** Tells what the headings around a paper say. */
export function lookAround(
  section: Section,
  headingText: HeadingText,
  isTopic: (section: Section) => boolean,
): Around {
  let issue: Section | undefined;
  let root = section;
  const topics: Section[] = [];
  let year: LocatedText | undefined;
  for (let at: Section | undefined = section; at; at = at.parent) {
    root = at;
    if (!at.heading) continue;
    const text = headingText(at);
    year ??= yearIn(text);
    if (findDate(text)) issue ??= at;
    else if (isTopic(at)) topics.unshift(at);
  }
  return { issue: issue ?? root, topics, year };
}

/** The year that a text names. */
export function yearIn(text: LocatedText): LocatedText | undefined {
  const found = /(?<![\d.])(?:19|20)\d{2}(?![\d.]\d|\d)/.exec(text.value);
  return found ? sliceText(text, found.index, found.index + 4) : undefined;
}

/** A day with the year that stands somewhere else, where it has none of its own. */
export function withYear({ date, hasYear }: FoundDate, year: LocatedText | undefined): LocatedText {
  return hasYear || !year ? date : joinTexts([date, year], ', ');
}
