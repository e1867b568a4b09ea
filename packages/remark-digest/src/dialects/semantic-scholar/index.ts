import type { DigestText } from '../../text/digest-text.ts';
import { foldText, joinTexts, sliceText, type LocatedText } from '../../text/located-text.ts';
import { realAddress } from '../../text/real-address.ts';
import { splitAuthors } from '../../text/split-authors.ts';
import type { Detection, Dialect, DigestDraft, LinkDraft, PaperDraft } from '../dialect.ts';
import { given } from '../given.ts';
import { readOnce } from '../read-once.ts';
import { extentOfLine, pageLines, type PageLine } from '../page-lines.ts';
import { readPlace, tldr } from './lines.ts';
import { readAlert, type AlertRecord } from './records.ts';

/**
 * Semantic Scholar's mail alerts, as copied text or out of a mail: titles with authors, the place and day, and a sentence that tells
 * what the paper says (`TLDR`), which stands for an abstract.
 *
 * @see https://www.semanticscholar.org/faq/set-alert
 */
export const semanticScholar: Dialect = { name: 'semantic-scholar', detect, read };

const alertOf = readOnce(({ lines }) => {
  const page = pageLines(lines);
  return { ...readAlert(page), length: page.length };
});

function detect(text: DigestText): Detection {
  const { value } = text;
  if (!/semantic\s?scholar/i.test(value) && !/^TL;?DR|^Alert:/m.test(value)) {
    return {
      score: 0,
      reason: 'nothing that only Semantic Scholar writes',
      failedAt: value.length - value.trimStart().length,
    };
  }
  const { records, headings, unread, length } = alertOf(text);
  const isKnown =
    /semantic\s?scholar/i.test(value) && records.some(({ abstract }) => tldr.test(abstract[0]?.value ?? ''));
  return {
    score:
      records.length === 0 ? 0 : (isKnown || headings.length > 0 ? 1 : 0.5) * (1 - unread.length / length),
    reason: `${records.length} titles with authors, a place or a day below, ${unread.length} of ${length} lines of nothing`,
    failedAt: unread[0]?.line.start,
    ...(isKnown && records[0] && { firstRecord: records[0].title.line.textStart }),
  };
}

function read(text: DigestText): DigestDraft {
  const { records, headings, furniture } = alertOf(text);
  const title = headings[0]?.value.replace(/^alert\s?:\s*/i, '');
  return {
    issues: [
      {
        ...(title && { header: { title } }),
        papers: records.map(toPaper),
        furniture: [...headings, ...furniture].map(extentOfLine),
      },
    ],
  };
}

function toPaper({ title, authors, place, abstract, last }: AlertRecord): PaperDraft {
  const { venue, date } = (place && readPlace(place.value)) ?? {};
  const [first, ...others] = abstract.map(({ text }) => text);
  const start = tldr.exec(first?.value ?? '')?.[0].length ?? 0;
  const text = first && foldText(joinTexts([sliceText(first, start), ...others], ' '));
  return {
    title: title.text,
    paragraphs: text && text.value !== '' ? [text] : [],
    facts: given({
      ...(authors && splitAuthors(authors.text)),
      venue: place && venue !== undefined ? partOf(place, venue) : undefined,
      date: place && date !== undefined ? partOf(place, date) : undefined,
    }),
    links: linksOf(title),
    extent: { start: extentOfLine(title).start, end: extentOfLine(last).end },
  };
}

function partOf({ value, text }: PageLine, part: string): LocatedText {
  // A venue may have the year, too: `Owls 2025, 2025`.
  const start = /^\d/.test(part) && value.endsWith(part) ? value.length - part.length : value.indexOf(part);
  return sliceText(text, start, start + part.length);
}

function linksOf({ links }: PageLine): LinkDraft[] {
  return links.slice(0, 1).map(({ url }) => ({ url: withoutCampaign(realAddress(url)), kind: 'paper' }));
}

/** An address without what tells from which mail somebody comes. */
function withoutCampaign(url: LocatedText): LocatedText {
  const query = /[?&]utm_/.exec(url.value);
  return query ? sliceText(url, 0, query.index) : url;
}
