import { findDate } from '../../facts/find-date.ts';
import type { PaperParts } from '../../facts/paper-parts.ts';
import type { Line } from '../../lines.ts';
import { leftOutProse, unusedKeys, type Report } from '../../messages.ts';
import { lineText, placeOfText, type DigestText } from '../../text/digest-text.ts';
import { foldText, joinTexts, locate, type Extent, type LocatedText } from '../../text/located-text.ts';
import { formOf } from '../text-form.ts';
import type { DigestDraft, IssueDraft, PaperDraft } from '../dialect.ts';
import { layoutOf } from './detect.ts';
import { isOfOtherDialect } from './evidence.ts';
import type { Item, Layout } from './find-items.ts';
import { Headings } from './headings.ts';
import { sortLeftOver } from './left-over.ts';
import { mask } from './mask.ts';
import { mergeTopics } from './merge-topics.ts';
import type { Block } from './outline.ts';
import { labelKey } from './label-key.ts';
import { parseStretch, type Definitions } from './parse.ts';
import { extentOfLines, readItems, type ItemSource } from './read-item.ts';
import { textOf, type Section } from './sections.ts';
import { SpanReader } from './span-reader.ts';
import { textOfSpans } from './spans.ts';

/** Sorts a text of Markdown into issues and papers. */
export function read(text: DigestText, report: Report): DigestDraft {
  const { value } = text;
  const layout = layoutOf(text);
  const { lines } = layout;
  if (layout.items.length === 0) return { issues: [] };
  const unused = new Map<string, { name: string; count: number; place: LocatedText }>();
  const source: ItemSource = {
    value,
    lines,
    masked: mask(value, layout),
    definitions: definitionsIn(layout.blocks, value, lines),
    unused: (name, place) => {
      const known = unused.get(name);
      if (known) known.count++;
      else unused.set(name, { name, count: 1, place });
    },
  };
  const headings = new Headings(source, layout.root, layout.items);
  const groups = readGroups(layout.items, source, headings);
  if (unused.size > 0) {
    const keys = [...unused.values()].sort((a, b) => b.count - a.count);
    report(unusedKeys(keys), placeOfText((keys[0] as (typeof keys)[0]).place, text).start);
  }
  const issues = [...groups].map(([section, papers]): IssueDraft => {
    const { kept, repeated } = mergeTopics(papers);
    return {
      header: headings.headerOf(section),
      date: headings.dateOf(section),
      papers: kept,
      furniture: repeated,
    };
  });
  const isSingle = issues.length === 1;
  const [description, update] = isSingle
    ? [findDescription(layout, headings, source), findUpdate(layout, source, issues[0]?.date !== undefined)]
    : [];
  const taken = takenLines(layout.items, headings, source);
  for (const used of [description?.block, update?.block]) if (used) taken.fill(1, used.first, used.last + 1);
  const { furniture, prose } = sortLeftOver(layout, taken, value, lines);
  for (const range of prose) {
    const { start, end } = extentOfLines(lines, range.first, range.last);
    report(leftOutProse(textOf(value, lines, range), range.last - range.first + 1), text.place(start, end));
  }
  const extents: Extent[] = [
    ...furniture,
    ...prose,
    ...[description?.block, update?.block].filter((block) => block !== undefined),
  ].map(({ first, last }) => extentOfLines(lines, first, last));
  return {
    issues: issues.map((issue, index) =>
      index > 0
        ? issue
        : withFound(
            issue,
            [...headings.extents(), ...layout.signs, ...extents],
            description?.text,
            update?.date,
          ),
    ),
  };
}

function withFound(
  issue: IssueDraft,
  extents: readonly Extent[],
  description: string | undefined,
  date: LocatedText | undefined,
): IssueDraft {
  return {
    ...issue,
    header: { ...issue.header, ...(description === undefined ? {} : { description }) },
    date: issue.date ?? date,
    furniture: [...(issue.furniture ?? []), ...extents],
  };
}

/** Reads the papers, each into the group of its issue. */
function readGroups(
  items: readonly Item[],
  source: ItemSource,
  headings: Headings,
): Map<Section, PaperDraft[]> {
  const groups = new Map<Section, PaperDraft[]>();
  for (const [index, { paper, parts }] of readItems(items, source).entries()) {
    const { issue, topicTexts, year, date } = headings.around(items[index] as Item);
    if (date) parts.facts.date ??= [date];
    if (topicTexts.length > 0) (parts.facts.categories ??= []).push(...topicTexts);
    putYear(parts, year);
    const papers = groups.get(issue) ?? [];
    papers.push(paper);
    groups.set(issue, papers);
  }
  return groups;
}

/** Gives the day of a paper the year of the headings around it, where it has none. */
function putYear({ facts }: PaperParts, year: LocatedText | undefined): void {
  const [date] = facts.date ?? [];
  if (!date || !year) return;
  if (/^\d{1,2}[-/.]\d{1,2}$/.test(date.value))
    facts.date = [joinTexts([year, date], date.value.replace(/\d/g, ''))];
  const found = findDate(date);
  if (found && !found.hasYear) facts.date = [joinTexts([found.date, year], ', ')];
}

/** Lines of papers and of the headings that are told. */
function takenLines(items: readonly Item[], headings: Headings, { lines }: ItemSource): Uint8Array {
  const taken = new Uint8Array(lines.length);
  for (const { first, last, topic, table } of items) {
    taken.fill(1, first, last + 1);
    if (topic !== undefined) taken[topic] = 2;
    if (table) taken.fill(2, table.table.header, table.table.header + 2);
  }
  for (const { heading } of headings.used) if (heading) taken.fill(1, heading.first, heading.last + 1);
  return taken;
}

function definitionsIn(blocks: readonly Block[], value: string, lines: readonly Line[]): Definitions {
  const definitions = new Map<string, { line: string; url: LocatedText }>();
  for (const block of blocks) {
    if (block.kind !== 'definition') continue;
    const line = textOf(value, lines, block);
    const { label, url = '' } = /^\[(?<label>[^\]]+)\]:\s*<?(?<url>[^\s>]+)/.exec(line)?.groups ?? {};
    const at = (lines[block.first] as Line).textStart + line.indexOf(url, (label?.length ?? 0) + 2);
    if (label !== undefined && !definitions.has(labelKey(label)))
      definitions.set(labelKey(label), { line, url: locate(value, at, at + url.length) });
  }
  return definitions;
}

/** No description of an issue is longer, in UTF-16 units; what is, is left out and named. */
const longestDescription = 300;

/** The paragraph right below the title of a digest, where it is one short one. */
function findDescription(
  { root }: Layout,
  { whole }: Headings,
  source: ItemSource,
): { block: Block; text: string } | undefined {
  const { blocks } = whole ?? root;
  const [block, next] = blocks.filter(({ kind }) => kind !== 'rule' && kind !== 'comment');
  if (block?.kind !== 'paragraph' || next?.kind === 'paragraph') return undefined;
  if (isOfOtherDialect(textOf(source.value, source.lines, block))) return undefined;
  const { start, end } = extentOfLines(source.lines, block.first, block.last);
  const reader = new SpanReader(source);
  for (const node of parseStretch(source.masked.value, start, end, source.definitions)) reader.read(node);
  const spans = reader.done().map((line) => textOfSpans(line.spans));
  const text = foldText(joinTexts(spans, ' ')).value;
  return text.length <= longestDescription && formOf(text) !== 'other' && !/\]\(|^[^:]{1,30}:\s/.test(text)
    ? { block, text }
    : undefined;
}

/** The line that tells when a digest was made: `Last update: 2025-03-12`. */
function findUpdate(
  { blocks }: Layout,
  { value, lines }: ItemSource,
  hasDate: boolean,
): { block: Block; date: LocatedText } | undefined {
  for (const block of hasDate ? [] : blocks.slice(0, blocksToTry)) {
    const text = textOf(value, lines, block);
    if (block.kind === 'heading' || block.first !== block.last || text.length > 80) continue;
    if (
      !/^\W*(?:last\s)?(?:updated?|generated|date|更新|生成|日期)/i.test(text) &&
      !/^[\W\d]+$/.test(text.replace(/[年月日]/g, ''))
    )
      continue;
    const found = findDate(lineText(lines[block.first] as Line));
    if (found?.hasYear) return { block, date: found.date };
  }
  return undefined;
}

/** How many blocks of a text may tell when it was made. */
const blocksToTry = 40;
