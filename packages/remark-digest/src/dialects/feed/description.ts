import { splitNames } from '../../facts/split-names.ts';
import { htmlParagraphs } from '../../text/html-text.ts';
import { sliceText, trimText, type LocatedText } from '../../text/located-text.ts';
import type { FactDrafts } from '../dialect.ts';

/** What the description of an item holds. */
export interface Description {
  /** The abstract. */
  paragraphs: LocatedText[];
  /** What journals write around it. */
  facts: FactDrafts;
}

const labels: [pattern: RegExp, name: 'date' | 'venue' | 'authors'][] = [
  [/^(?:publication date|published(?: online)?|date)\s*:\s*/i, 'date'],
  [/^(?:source|journal|published in)\s*:\s*/i, 'venue'],
  [/^(?:authors?|author\(s\)|by)\s*:\s*/i, 'authors'],
];
const abstractLabel = /^(?:abstract|summary|zusammenfassung|résumé)\s*[:.]\s*/i;
const abstractHeading = /^(?:graphical )?(?:abstract|summary)\s*[:.]?$/i;
/** `Volume 3, Issue 2, March 2025, Page 1-20`, with the journal before it or without. */
const citation = /^(?<venue>[^.!?]{2,120}, )?(?:Volume|Vol\.?|Ahead of Print)\b[^.!?]{0,120}\.?$/i;
/** `Journal of Owls, Published online: 12 March 2025; doi:10.1000/owl.1`, as Nature's have it. */
const publishedOnline =
  /^(?<venue>[^.!?;]{2,120}), Published online: (?<date>[^;]{6,30}); ?(?:\|\s*)?(?:doi: ?(?<doi>10\.\d{4,9}\/[^\s;|]+))?/;

/** Sorts the paragraphs of a description into the abstract and what journals write beside it. */
export function readDescriptionText(text: LocatedText): Description {
  const paragraphs: LocatedText[] = [];
  const facts: FactDrafts = {};
  for (const paragraph of htmlParagraphs(text)) {
    const rest = takeFacts(paragraph, facts);
    if (rest.value !== '' && !abstractHeading.test(rest.value)) paragraphs.push(rest);
  }
  const [first] = paragraphs;
  const label = first && abstractLabel.exec(first.value)?.[0];
  if (first && label) paragraphs[0] = sliceText(first, label.length);
  return { paragraphs, facts };
}

/** Takes what a paragraph tells by a label; gives the rest of it. */
function takeFacts(paragraph: LocatedText, facts: FactDrafts): LocatedText {
  for (const [pattern, name] of labels) {
    const label = pattern.exec(paragraph.value)?.[0];
    if (label === undefined || facts[name] !== undefined) continue;
    const value = trimText(sliceText(paragraph, label.length));
    facts[name] = name === 'authors' ? splitNames(value).names : value;
    return sliceText(paragraph, paragraph.value.length);
  }
  const online = publishedOnline.exec(paragraph.value);
  if (online) {
    for (const name of ['venue', 'date', 'doi'] as const) {
      const value = online.groups?.[name];
      if (value === undefined) continue;
      const start =
        name === 'venue' ? 0 : paragraph.value.indexOf(value, online.groups?.['venue']?.length ?? 0);
      facts[name] ??= sliceText(paragraph, start, start + value.length);
    }
    return trimText(sliceText(paragraph, online[0].length));
  }
  if (citation.test(paragraph.value) && facts.venue === undefined) {
    facts.venue = paragraph;
    return sliceText(paragraph, paragraph.value.length);
  }
  return paragraph;
}
