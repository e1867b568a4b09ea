import { foldText, joinTexts, replaceInText, sliceText, type LocatedText } from '../../text/located-text.ts';
import type { DigestText } from '../../text/digest-text.ts';
import { realAddress } from '../../text/real-address.ts';
import { splitAuthors } from '../../text/split-authors.ts';
import type { Detection, Dialect, DigestDraft, LinkDraft, PaperDraft } from '../dialect.ts';
import { given } from '../given.ts';
import { readOnce } from '../read-once.ts';
import { extentOfLine, pageLines, type PageLine } from '../page-lines.ts';
import { bareAddress, kindMarks } from './lines.ts';
import { isCutOff, readAlert, type AlertRecord } from './records.ts';

/**
 * Google Scholar's mail alerts, as copied text or out of a mail: a title, a line `M Tern, Z Auk - Journal of Owls, 2025`, and the
 * beginning of what the paper says, which stands for an abstract.
 *
 * @see https://scholar.google.com/intl/en/scholar/help.html#alerts
 */
export const googleScholar: Dialect = { name: 'google-scholar', detect, read };

/** What only Google Scholar writes. */
const signs = /scholar_url\?|scholaralerts|Google Scholar|Google 学术搜索/;

const alertOf = readOnce(({ lines }) => {
  const page = pageLines(lines);
  return { ...readAlert(page), length: page.length };
});

function detect(text: DigestText): Detection {
  const { value } = text;
  const isKnown = signs.test(value);
  if (!isKnown && !/\[(?:PDF|HTML|BOOK|CITATION)\]|…/.test(value)) {
    return {
      score: 0,
      reason: 'nothing that only Google Scholar writes',
      failedAt: value.length - value.trimStart().length,
    };
  }
  const { records, unread, length } = alertOf(text);
  const sure = records.find(isSure);
  const [stranger] = unread.toSorted((a, b) => a.line.start - b.line.start);
  return {
    score: records.length === 0 ? 0 : (isKnown ? 1 : 0.9) * (1 - unread.length / length),
    reason: `${records.length} lines such as \`M Tern, Z Auk - Journal of Owls, 2025\` below a title, ${unread.length} of ${length} lines of nothing`,
    failedAt: stranger?.line.start,
    ...(sure && { firstRecord: sure.byline.line.textStart }),
  };
}

/** Whether a record has what no other dialect has: `[PDF]`, a link through Google Scholar, or a text that is cut off. */
function isSure({ title, snippet }: AlertRecord): boolean {
  return (
    title.some(({ value, line }) => kindMarks.test(value) || line.text.includes('scholar_url?')) ||
    isCutOff(snippet.at(-1)?.value ?? '')
  );
}

function read(text: DigestText): DigestDraft {
  const { records, furniture, headings } = alertOf(text);
  const title = headings[0]?.value;
  return {
    issues: [
      {
        ...(title !== undefined && { header: { title } }),
        papers: records.map(toPaper),
        furniture: [...furniture, ...headings].map(extentOfLine),
      },
    ],
  };
}

function toPaper({ title, byline, parts, snippet }: AlertRecord): PaperDraft {
  const { authors, venue, year } = parts;
  const venueText = venue === undefined ? undefined : partOf(byline, venue, authors.length);
  const first = extentOfLine(title[0] as PageLine);
  const last = extentOfLine(snippet.at(-1) ?? byline);
  return {
    title: titleOf(title),
    paragraphs: snippet.length > 0 ? [snippetText(snippet)] : [],
    facts: given({
      ...splitAuthors(sliceText(byline.text, 0, authors.length)),
      venue: venueText,
      date: year === undefined ? undefined : partOf(byline, year, byline.value.lastIndexOf(year)),
      arxivId: venueText && arxivIdIn(venueText),
    }),
    links: title.flatMap(addressesOf).slice(0, 1),
    extent: { start: first.start, end: last.end },
  };
}

function partOf({ value, text }: PageLine, part: string, from: number): LocatedText {
  const start = value.indexOf(part, from);
  return sliceText(text, start, start + part.length);
}

function titleOf(lines: readonly PageLine[]): LocatedText {
  const texts = lines.map(({ value, text }) => {
    const address = bareAddress.exec(value);
    return address ? sliceText(text, 0, address.index) : text;
  });
  const title = foldText(joinTexts(texts, ' '));
  return foldText(sliceText(title, kindMarks.exec(title.value)?.[0].length ?? 0));
}

/** What a paper says, without the line ends that part a word at its hyphen. */
function snippetText(lines: readonly PageLine[]): LocatedText {
  const text = joinTexts(
    lines.map(({ text }) => text),
    '\n',
  );
  return foldText(replaceInText(text, /(?<=\p{L}-)\n(?=\p{Ll})(?!(?:and|or)\b)/gu, () => ''));
}

/** The addresses of a title's line: of what is linked, but not of a mark such as `[PDF]` alone, and those that stand there. */
function addressesOf({ value, text, links }: PageLine): LinkDraft[] {
  const titles = links.filter(({ label }) => label.value.replace(kindMarks, '') !== '');
  const linked = (titles.length > 0 ? titles : links).map(({ url }) => url);
  const found = bareAddress.exec(value);
  const at = found ? value.indexOf('http', found.index) : -1;
  const bare = found ? [sliceText(text, at, at + (found.groups?.['url']?.length ?? 0))] : [];
  return [...linked, ...bare].map((url) => ({ url: realAddress(url), kind: 'paper' }));
}

/** The identifier in `arXiv preprint arXiv:2501.00001`. */
function arxivIdIn(venue: LocatedText): LocatedText | undefined {
  const found = /arXiv:(?<id>\d{4}\.\d{4,5})(?:v\d+)?$/.exec(venue.value);
  const id = found?.groups?.['id'];
  return found && id !== undefined
    ? sliceText(venue, found.index + 6, found.index + 6 + id.length)
    : undefined;
}
