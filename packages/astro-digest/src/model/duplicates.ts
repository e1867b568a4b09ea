import type { Paper } from './entries.ts';
import { fold } from './fold.ts';
import { earliestPapersFirst } from './paper-order.ts';

/** What tells whether two papers are the same, and which came first. */
export interface RecurringPaper extends Pick<Paper, 'id' | 'body'> {
  data: Pick<Paper['data'], 'title' | 'arxivId' | 'doi' | 'issueDate' | 'issue' | 'position'>;
}

/** How much two abstracts must share: the words in both, as a share of the words in either. */
const closeness = 0.85;

/** Abstracts with fewer different words than this prove nothing: a column may say "Nothing new today" every day. */
const leastWords = 10;

/** With how many different texts under one title a text is compared, besides those that are equal to it. */
const mostCompared = 20;

/**
 * Tells for each paper in which it lives: the same paper seen in several issues lives in the first of them, by date,
 * then by name; undated issues come last. Two papers are the same when their arXiv identifiers or their DOIs are equal,
 * or when their titles are equal and their abstracts close and no identifiers contradict; never by the title alone.
 *
 * @returns from each paper's id to the id of its first appearance, which is its own for most
 */
export function firstAppearances(papers: readonly RecurringPaper[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const [id, all] of appearances(papers)) for (const other of all) first.set(other, id);
  return first;
}

/**
 * The other way round: from the id of each first appearance to the ids of all appearances of that paper, the first
 * itself before the others, in order.
 */
export function appearances(papers: readonly RecurringPaper[]): Map<string, string[]> {
  const sorted = earliestPapersFirst(papers);
  const sameAs = new Groups(sorted.map(identifiersOf));
  joinByIdentifiers(sameAs);
  joinByText(sorted, sameAs);
  const all = new Map<string, string[]>();
  for (const [index, { id }] of sorted.entries()) {
    const first = sorted[sameAs.first(index)] as RecurringPaper;
    const ids = all.get(first.id);
    if (ids) ids.push(id);
    else all.set(first.id, [id]);
  }
  return all;
}

interface Identifiers {
  arxiv: Set<string>;
  doi: Set<string>;
}

/** A DOI that arXiv gave is the arXiv identifier in another coat. */
function identifiersOf({ data }: RecurringPaper): Identifiers {
  const doi = data.doi?.trim().toLowerCase();
  const ofArxiv = doi?.match(/^10\.48550\/arxiv\.(.+)$/)?.[1];
  const arxiv = [data.arxivId?.trim().toLowerCase(), ofArxiv].flatMap((id) => id?.replace(/v\d+$/, '') || []);
  return { arxiv: new Set(arxiv), doi: new Set(doi && !ofArxiv ? [doi] : []) };
}

/** Groups of equal papers, each known by the number of its earliest; a union-find with the identifiers of each group. */
class Groups {
  readonly identifiers: Identifiers[];
  private readonly parents: number[];

  constructor(identifiers: Identifiers[]) {
    this.identifiers = identifiers;
    this.parents = identifiers.map((_, index) => index);
  }

  /** The earliest paper of the group that a paper is in. */
  first(index: number): number {
    let first = index;
    while (this.parents[first] !== first) {
      this.parents[first] = this.parents[this.parents[first] as number] as number;
      first = this.parents[first] as number;
    }
    return first;
  }

  join(a: number, b: number): void {
    const [first, other] = [this.first(a), this.first(b)].sort((x, y) => x - y) as [number, number];
    if (first === other) return;
    this.parents[other] = first;
    const kept = this.identifiers[first] as Identifiers;
    const added = this.identifiers[other] as Identifiers;
    for (const id of added.arxiv) kept.arxiv.add(id);
    for (const id of added.doi) kept.doi.add(id);
  }

  /** Whether the two groups have identifiers of one kind, and none in common. */
  contradict(a: number, b: number): boolean {
    const { arxiv, doi } = this.identifiers[this.first(a)] as Identifiers;
    const other = this.identifiers[this.first(b)] as Identifiers;
    const differ = (x: Set<string>, y: Set<string>) =>
      x.size > 0 && y.size > 0 && ![...x].some((id) => y.has(id));
    return differ(arxiv, other.arxiv) || differ(doi, other.doi);
  }
}

function joinByIdentifiers(sameAs: Groups): void {
  const seen = new Map<string, number>();
  // A copy of each set, because joining adds to them.
  const all = sameAs.identifiers.map(({ arxiv, doi }) => [
    ...[...arxiv].map((id) => `arxiv:${id}`),
    ...[...doi].map((id) => `doi:${id}`),
  ]);
  for (const [index, names] of all.entries()) {
    for (const name of names) {
      const earlier = seen.get(name);
      if (earlier === undefined) seen.set(name, index);
      else sameAs.join(earlier, index);
    }
  }
}

interface Text {
  index: number;
  words: Set<string>;
}

/** Joins papers of one title whose abstracts are close. */
function joinByText(papers: readonly RecurringPaper[], sameAs: Groups): void {
  const byTitle = new Map<string, number[]>();
  for (const [index, { data }] of papers.entries()) {
    const title = wordsOf(data.title).join(' ');
    const group = byTitle.get(title);
    if (group) group.push(index);
    else byTitle.set(title, [index]);
  }
  for (const [title, group] of byTitle) {
    if (title === '' || group.length === 1) continue;
    const equal = new Map<string, number[]>();
    const recent: Text[] = [];
    for (const index of group) {
      const list = wordsOf(papers[index]?.body ?? '');
      const text = { index, words: new Set(list) };
      if (text.words.size < leastWords) continue;
      const key = list.join(' ');
      const same = equal.get(key) ?? [];
      const earlier =
        same.find((other) => !sameAs.contradict(other, index)) ??
        recent.find((other) => areClose(other, text) && !sameAs.contradict(other.index, index))?.index;
      if (earlier !== undefined) sameAs.join(earlier, index);
      if (earlier === undefined || same.length === 0) {
        if (same.length < mostCompared) equal.set(key, [...same, index]);
        recent.push(text);
        if (recent.length > mostCompared) recent.shift();
      }
    }
  }
}

function areClose({ words: a }: Text, { words: b }: Text): boolean {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  if (fewer.size < more.size * closeness) return false;
  let common = 0;
  for (const word of fewer) if (more.has(word)) common++;
  return common >= closeness * (a.size + b.size - common);
}

/** Words of a text, folded, numbers and single signs of writing systems without spaces among them. */
function wordsOf(text: string): string[] {
  return (
    fold(text).match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}
