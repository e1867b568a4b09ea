import { arxivIdOf, arxivIdOfAddress, doiOf } from '../../facts/identifiers.ts';
import type { Extent, LocatedText } from '../../text/located-text.ts';
import type { LinkDraft, PaperDraft } from '../dialect.ts';

/**
 * Puts together a paper that a digest has under several topics: the first one gets all categories and addresses. Where two say different
 * things of one paper, both stay, and the reader of the tree decides.
 */
export function mergeTopics(papers: readonly PaperDraft[]): { kept: PaperDraft[]; repeated: Extent[] } {
  const first = new Map<string, number>();
  const kept: PaperDraft[] = [];
  const repeated: Extent[] = [];
  for (const paper of papers) {
    const name = nameOf(paper);
    const at = name === undefined ? undefined : first.get(name);
    const earlier = at === undefined ? undefined : kept[at];
    if (at !== undefined && earlier && saySame(earlier, paper)) {
      kept[at] = together(earlier, paper);
      if (paper.extent) repeated.push(paper.extent);
    } else {
      if (name !== undefined && at === undefined) first.set(name, kept.length);
      kept.push(paper);
    }
  }
  return { kept, repeated };
}

/** What tells a paper from all others: its identifier, or its address with its title. */
function nameOf({ title, facts = {}, links = [] }: PaperDraft): string | undefined {
  const [id] = listOf(facts.arxivId);
  const arxiv =
    (id && arxivIdOf(id.value)) ?? links.map(({ url }) => arxivIdOfAddress(url.value)).find(Boolean);
  if (arxiv) return `arxiv:${arxiv.id}`;
  const [told] = listOf(facts.doi);
  const doi = told ? doiOf(told.value) : links.map(({ url }) => doiOf(url.value)).find(Boolean);
  if (doi !== undefined) return `doi:${doi.toLowerCase()}`;
  const [link] = links;
  return link ? `${link.url.value} ${title.value.toLowerCase()}` : undefined;
}

function saySame(a: PaperDraft, b: PaperDraft): boolean {
  if (lettersOf(a.title.value) !== lettersOf(b.title.value)) return false;
  const [ours, theirs] = [a, b].map(({ paragraphs }) =>
    paragraphs.map(({ value }) => value.replace(/\s+/g, ' ')).join('\n'),
  );
  return ours === theirs || ours === '' || theirs === '';
}

function lettersOf(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function together(a: PaperDraft, b: PaperDraft): PaperDraft {
  const categories = eachOnce(
    [...listOf(a.facts?.categories), ...listOf(b.facts?.categories)],
    ({ value }) => value,
  );
  return {
    ...a,
    paragraphs: a.paragraphs.length > 0 ? a.paragraphs : b.paragraphs,
    facts: { ...b.facts, ...a.facts, ...(categories.length > 0 ? { categories } : {}) },
    links: eachOnce([...(a.links ?? []), ...(b.links ?? [])], ({ url }: LinkDraft) => url.value),
  };
}

function listOf(fact: LocatedText | readonly LocatedText[] | undefined): readonly LocatedText[] {
  if (!fact) return [];
  return 'value' in fact ? [fact] : fact;
}

function eachOnce<Value>(values: readonly Value[], nameOf: (value: Value) => string): Value[] {
  const seen = new Map<string, Value>();
  for (const value of values) if (!seen.has(nameOf(value))) seen.set(nameOf(value), value);
  return [...seen.values()];
}
