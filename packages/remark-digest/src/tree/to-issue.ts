import type { Point, Position } from 'unist';
import type { FieldDraft, HeaderData, IssueDraft, PaperDraft } from '../dialects/dialect.ts';
import { formOf } from '../dialects/text-form.ts';
import { paperSlugs } from '../identity.ts';
import { textNode } from '../inline/index.ts';
import {
  duplicatePaper,
  missingAbstract,
  quote,
  repeatedPaper,
  sentenceAsTitle,
  tooLarge,
  untitledPaper,
  type Report,
} from '../messages.ts';
import { abstractOf, plainText } from '../plain-text.ts';
import { placeOfText, toSpan, type DigestText } from '../text/digest-text.ts';
import { extentOf, type Extent } from '../text/located-text.ts';
import type { DigestAside, DigestEntry, DigestHeader } from '../types.ts';
import { mergeRepeated } from './merge-repeated.ts';
import { hull, toEntry, type EntryOptions } from './to-entry.ts';

/** Nodes of an issue, in the order of the text. */
export type IssueContent = DigestHeader | DigestEntry | DigestAside;

/** One issue, made of nodes. */
export interface IssueNodes {
  header: HeaderData;
  children: IssueContent[];
}

/** More text than this is no paper, in UTF-16 units. */
const largestPaper = 1024 * 1024;

/** Makes the nodes of an issue. */
export function toIssue(
  draft: IssueDraft,
  source: DigestText,
  options: EntryOptions,
  report: Report,
): IssueNodes {
  const asides: Extent[] = [...(draft.furniture ?? [])];
  const made: { entry: DigestEntry; paper: PaperDraft }[] = [];
  for (const paper of draft.papers) {
    if (sizeOf(paper) > largestPaper) {
      const extent = paper.extent ?? hull(paper);
      const what = `The paper ${quote(paper.title.value)}`;
      const fix = 'delete what is not its abstract, or part it into papers';
      report(tooLarge(what, '1 MB', fix), source.place(extent.start, extent.end));
      asides.push(extent);
      continue;
    }
    const entry = toEntry(paper, source, options, report);
    if (entry) {
      made.push({ entry, paper });
      continue;
    }
    const extent = paper.extent ?? hull(paper);
    report(untitledPaper(), source.place(extent.start, extent.end));
    asides.push(extent);
  }
  const { kept, repeated } = mergeRepeated(made.map(({ entry }) => entry));
  const papers = made.filter(({ entry }) => kept.has(entry));
  const entries = papers.map(({ entry }) => entry);
  for (const { entry, first } of repeated) {
    report(repeatedPaper(entry.title, (first.position as Position).start.line), entry.position as Position);
  }
  const slugs = paperSlugs(
    entries.map((entry) => ({ title: entry.title, abstract: () => plainText(abstractOf(entry)) })),
  );
  for (const [index, entry] of entries.entries()) {
    entry.slug = slugs[index] as string;
    entry.order = index + 1;
  }
  reportPapers(papers, report);
  const inPapers = [...entries, ...repeated.map(({ entry }) => entry)].map(
    ({ position }) => position as Position,
  );
  const children: IssueContent[] = [
    ...toHeaders(draft.fields ?? [], source, inPapers),
    ...entries,
    ...repeated.map(({ entry }) => toAside(entry.position as Position)),
    ...toAsides(asides, source, inPapers),
  ];
  return { header: draft.header ?? {}, children: children.sort(byPlace) };
}

/** How much text a paper has. */
function sizeOf({ title, paragraphs, facts = {} }: PaperDraft): number {
  let size = title.value.length;
  for (const { value } of paragraphs) size += value.length;
  for (const fact of Object.values(facts)) {
    for (const { value } of 'value' in fact ? [fact] : fact) size += value.length;
  }
  return size;
}

/** In the order of the text. */
export function byPlace(
  a: { position?: Position | undefined },
  b: { position?: Position | undefined },
): number {
  return offsetOf(a.position) - offsetOf(b.position);
}

/** The index in the file at which a place begins. */
export function offsetOf(place: Point | Position | undefined): number {
  const point = place && 'start' in place ? place.start : place;
  return point?.offset ?? 0;
}

/** One header a run of fields without a paper between them. */
function toHeaders(
  fields: readonly FieldDraft[],
  source: DigestText,
  papers: readonly Position[],
): DigestHeader[] {
  const papersAbove = ({ text }: FieldDraft): number => {
    const offset = offsetOf(placeOfText(text, source));
    return papers.filter((paper) => offsetOf(paper) < offset).length;
  };
  return [...Map.groupBy(fields, papersAbove).values()].map((fields) => toHeader(fields, source));
}

function toHeader(fields: readonly FieldDraft[], source: DigestText): DigestHeader {
  const places = fields.map(({ text }) => placeOfText(text, source));
  return {
    type: 'digestHeader',
    children: fields.map(({ name, text }, index) => ({
      type: 'digestField',
      name,
      children: [textNode(toSpan(text, source), 0, text.value.length)],
      data: { hName: 'p' },
      position: places[index] as Position,
    })),
    data: { hName: 'header' },
    position: { start: (places[0] as Position).start, end: (places.at(-1) as Position).end },
  };
}

/** Nodes for what is understood and in no paper; stretches with nothing but white space between are one. */
function toAsides(
  extents: readonly Extent[],
  source: DigestText,
  papers: readonly Position[],
): DigestAside[] {
  const joined: Extent[] = [];
  for (const { start, end } of extents.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && source.value.slice(last.end, start).trim() === '') last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  let at = 0;
  const sorted = papers.toSorted((a, b) => offsetOf(a) - offsetOf(b));
  return joined.flatMap(({ start, end }) => {
    const place = source.place(start, end);
    while (at < sorted.length && (sorted[at]?.end.offset ?? 0) <= offsetOf(place)) at++;
    const paper = sorted[at];
    const inside =
      paper && offsetOf(paper) <= offsetOf(place) && (place.end.offset ?? 0) <= (paper.end.offset ?? 0);
    return inside ? [] : [toAside(place)];
  });
}

/** A node for lines that nobody shows. */
export function toAside(position: Position): DigestAside {
  return { type: 'digestAside', children: [], data: { hName: 'div', hProperties: { hidden: '' } }, position };
}

function reportPapers(papers: readonly { entry: DigestEntry; paper: PaperDraft }[], report: Report): void {
  const stopped = papers.filter(({ paper }) => formOf(paper.title.value) === 'sentence').length;
  // Texts are compared only among papers of one title.
  const sameTitle = new Map<string, DigestEntry[]>();
  for (const { entry, paper } of papers) {
    const place = entry.children[0].position as Position;
    // arXiv announces new versions without their abstracts.
    if (paper.paragraphs.length === 0 && entry.announcement !== 'replacement') {
      const form = formOf(paper.title.value);
      // Where most titles end with a full stop, one more is no sentence.
      const isSentence = form === 'sentences' || (form === 'sentence' && 2 * stopped <= papers.length);
      const isTitle = paper.extent !== undefined || !isSentence;
      report(isTitle ? missingAbstract(entry.title) : sentenceAsTitle(entry.title), place);
    }
    const others = sameTitle.get(entry.title);
    if (others) others.push(entry);
    else sameTitle.set(entry.title, [entry]);
  }
  for (const group of sameTitle.values()) if (group.length > 1) reportDuplicates(group, report);
}

function reportDuplicates(papers: readonly DigestEntry[], report: Report): void {
  const lines = new Map<string, number>();
  for (const paper of papers) {
    const place = paper.children[0].position as Position;
    const text = plainText(abstractOf(paper));
    const earlier = lines.get(text);
    if (earlier === undefined) lines.set(text, place.start.line);
    else report(duplicatePaper(paper.title, earlier), place);
  }
}

/** Where a draft of an issue begins. */
export function startOfDraft({ fields = [], papers, date }: IssueDraft): number {
  const starts = [
    ...fields.map(({ text }) => extentOf(text)?.start),
    ...papers.slice(0, 1).map((paper) => (paper.extent ?? hull(paper)).start),
    date && extentOf(date)?.start,
  ].filter((start) => start !== undefined);
  return starts.length > 0 ? Math.min(...starts) : 0;
}
