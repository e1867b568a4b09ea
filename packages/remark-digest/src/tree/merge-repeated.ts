import { factNames } from '../facts/table.ts';
import type { DigestEntry } from '../types.ts';

/** The papers of an issue, each once. */
export interface Merged {
  kept: Set<DigestEntry>;
  /** The others, each with the one that stands for it. */
  repeated: { entry: DigestEntry; first: DigestEntry }[];
}

/**
 * Puts together papers that have the same arXiv identifier or the same DOI: a page that lists a paper twice, a paper under several
 * topics. The first one stays and takes from the others what it lacks, and every value of facts that are lists.
 */
export function mergeRepeated(entries: readonly DigestEntry[]): Merged {
  const byIdentifier = new Map<string, DigestEntry>();
  const kept = new Set<DigestEntry>();
  const repeated: Merged['repeated'] = [];
  for (const entry of entries) {
    const names = identifiersOf(entry);
    const first = names.map((name) => byIdentifier.get(name)).find(Boolean);
    for (const name of names) if (!byIdentifier.has(name)) byIdentifier.set(name, first ?? entry);
    if (!first) {
      kept.add(entry);
      continue;
    }
    take(first, entry);
    repeated.push({ entry, first });
  }
  return { kept, repeated };
}

function identifiersOf({ arxivId, doi }: DigestEntry): string[] {
  return [
    ...(arxivId === undefined ? [] : [`arxiv:${arxivId}`]),
    ...(doi === undefined ? [] : [`doi:${doi.toLowerCase()}`]),
  ];
}

function take(first: DigestEntry, other: DigestEntry): void {
  for (const name of factNames) {
    const [ours, theirs] = [first[name], other[name]];
    if (theirs === undefined) continue;
    if (ours === undefined || (Array.isArray(ours) && ours.length === 0))
      Object.assign(first, { [name]: theirs });
    else if (Array.isArray(ours) && Array.isArray(theirs) && name !== 'authors') {
      Object.assign(first, { [name]: [...new Set([...ours, ...theirs])] });
    }
  }
  const known = new Set(first.links.map(({ url }) => url));
  first.links = [...first.links, ...other.links.filter(({ url }) => !known.has(url))];
  if (first.children.length === 1) first.children = [first.children[0], ...other.children.slice(1)] as never;
}
