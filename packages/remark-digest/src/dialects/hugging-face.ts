import { parseDateText } from '../dates.ts';
import { toBlocks, type Line } from '../lines.ts';
import { furtherHeader, unknownHeaderLine, type Report } from '../messages.ts';
import { lineText, type DigestText } from '../text/digest-text.ts';
import { extentOf, type LocatedText } from '../text/located-text.ts';
import type { DigestFieldName } from '../types.ts';
import type { Detection, Dialect, DigestDraft, FieldDraft, HeaderData, PaperDraft } from './dialect.ts';
import { formOf, pairBlocks, pairingCost } from './pair-blocks.ts';

/**
 * Hugging Face's Daily Papers, copied from the browser as plain text: a header, then titles and abstracts in turn, a
 * blank line between any two. The links, authors and votes of the page are lost in such a copy.
 *
 * @see https://huggingface.co/papers
 */
export const huggingFace: Dialect = { name: 'hugging-face', detect, read };

function detect({ lines }: DigestText): Detection {
  const length = headerLength(lines);
  const header = lines.slice(0, length).filter(({ text }) => readField(text) !== undefined).length;
  const blocks = toBlocks(lines.slice(length));
  const papers = pairBlocks(blocks);
  // A block counts for the dialect when it is a title, or the only abstract below one.
  const good = papers.filter(
    ({ title, paragraphs: [first, second] }) =>
      formOf(title.value) === 'other' &&
      first !== undefined &&
      second === undefined &&
      formOf(first.value) !== 'other',
  );
  const share = blocks.length === 0 ? 0 : (2 * good.length) / blocks.length;
  const bad = papers.find((paper) => !good.includes(paper));
  // One pair alone may be anything; it has to be a title and sentences, as they are in a digest.
  const alone = papers.length > 1 || good.every(isPlainlyPaper) ? 0.9 : 0.4;
  const score = header > 0 ? 0.5 + 0.5 * share : alone * share ** 2;
  return {
    score: blocks.length === 0 && header === 0 ? 0 : score,
    reason: `${header} lines of a header, ${good.length} of ${papers.length} papers with one abstract each`,
    failedAt: bad && extentOf(bad.title)?.start,
  };
}

/** Whether a pair without a header above it reads like a title and its abstract, and not like a mail. */
function isPlainlyPaper({ title, paragraphs: [abstract] }: PaperDraft): boolean {
  return (
    /[\p{L}\p{N})?]$/u.test(title.value) && abstract !== undefined && formOf(abstract.value) === 'sentences'
  );
}

function read({ lines, place }: DigestText, report: Report): DigestDraft {
  const header: HeaderData = {};
  const fields: FieldDraft[] = [];
  const papers: PaperDraft[] = [];
  let date: LocatedText | undefined;
  const length = headerLength(lines);
  for (const line of lines.slice(0, length)) {
    if (line.text === '') continue;
    const text = lineText(line);
    const field = readField(line.text);
    const known = field && !fields.some((other) => other.name === field.name);
    if (!known)
      report(unknownHeaderLine(line.text), place(line.textStart, line.textStart + line.text.length));
    else if (field.name === 'date') date = text;
    else Object.assign(header, field.data);
    fields.push({ name: known ? field.name : 'unknown', text });
  }
  let start = length;
  for (const { from, to } of furtherHeaders(lines, length)) {
    const further = lines.slice(from, to).filter((line) => line.text !== '');
    const { textStart } = further[0] as Line;
    const last = further.at(-1) as Line;
    report(furtherHeader(), place(textStart, last.textStart + last.text.length));
    for (const line of further) fields.push({ name: 'unknown', text: lineText(line) });
    for (const paper of pairBlocks(toBlocks(lines.slice(start, from)))) papers.push(paper);
    start = to;
  }
  for (const paper of pairBlocks(toBlocks(lines.slice(start)))) papers.push(paper);
  return { issues: [{ header, fields, date, papers }] };
}

/** How many lines that only stand in between may belong to a header. */
const mostStrangers = 2;

/** How many blocks below a header tell where it ends. */
const blocksToTry = 8;

/** What speaks against a reading of the header, on the scale of {@link pairingCost}. */
const costs = {
  /** A line in the header that says nothing known. */
  stranger: 0.5,
  /** A line that only a header has, taken as the title of the first paper. */
  fieldAsTitle: { badge: 1.5, subscribeLabel: 1.5, callToSubscribe: 6, curator: 6, date: 6 },
};

/**
 * How many lines, blank ones included, belong to the header. A paper may be called “New” or “May 1” as well, so a header
 * ends where the lines below it make the best pairs of title and abstract.
 */
function headerLength(lines: readonly Line[]): number {
  const seen = new Set<DigestFieldName>();
  let best = 0;
  let lowest = costBelow(lines, 0, seen);
  let strangers = 0;
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    const field = readField(line.text);
    if (!field) {
      if (++strangers > mostStrangers) break;
      continue;
    }
    seen.add(field.name);
    const cost = costBelow(lines, index + 1, seen) + strangers * costs.stranger;
    if (cost <= lowest) [best, lowest] = [index + 1, cost];
  }
  return best;
}

/** How badly the lines from `start` on fit a run of papers below a header that has the fields `seen`. */
function costBelow(lines: readonly Line[], start: number, seen: ReadonlySet<DigestFieldName>): number {
  // Enough lines for the blocks that are tried, whatever their white space.
  const blocks = toBlocks(lines.slice(start, start + 20 * blocksToTry)).slice(0, blocksToTry);
  const field = readField(blocks[0]?.lines[0]?.text ?? '');
  const penalty = field && !seen.has(field.name) ? costs.fieldAsTitle[field.name] : 0;
  return pairingCost(blocks) + penalty;
}

/** The lines of headers further down, where several digests stand in one text: two known lines or more in a row. */
function furtherHeaders(lines: readonly Line[], start: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = -1;
  let to = -1;
  let names = new Set<string>();
  const end = (): void => {
    if (names.size > 1) found.push({ from, to });
    names = new Set();
  };
  for (let index = start; index < lines.length; index++) {
    const { text } = lines[index] as Line;
    if (text === '') continue;
    const field = text.length > longestField ? undefined : readField(text);
    if (!field) {
      end();
      continue;
    }
    if (names.size === 0) from = index;
    names.add(field.name);
    to = index + 1;
  }
  end();
  return found;
}

/** No line of a header is longer, in UTF-16 units; abstracts are, and need not be looked at. */
const longestField = 200;

interface Field {
  name: Exclude<DigestFieldName, 'unknown'>;
  data: HeaderData;
}

/** What a line of the header tells, or `undefined` for a line that is not one. */
function readField(text: string): Field | undefined {
  if (/^new$/i.test(text)) return { name: 'badge', data: { badge: text } };
  if (/^subscribe$/i.test(text)) return { name: 'subscribeLabel', data: { subscribeLabel: text } };
  if (/^get trending papers in your email inbox\b/i.test(text)) {
    return { name: 'callToSubscribe', data: { callToSubscribe: text } };
  }
  // On the page "by" and the curator's name are elements of their own, and the copy loses the space between them.
  const curated = /^by ?(?<curator>\S.*) and (?<community>the .*\b(?:community|group|team))$/.exec(
    text,
  )?.groups;
  if (curated) {
    const { curator = '', community = '' } = curated;
    return { name: 'curator', data: { curator, community } };
  }
  const alone = /^by(?: (?=\S)|(?=[\p{Lu}@]))(?<curator>\S+)$/u.exec(text)?.groups;
  if (alone) return { name: 'curator', data: { curator: alone['curator'] ?? '' } };
  if (parseDateText(text)) return { name: 'date', data: {} };
  return undefined;
}
