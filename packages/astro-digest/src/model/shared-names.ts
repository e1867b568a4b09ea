import { fold } from './fold.ts';
import { latestPapersFirst, type PlacedPaper } from './paper-order.ts';
import { onOneLine } from './single-line.ts';
import { uniqueSlugs } from './slugs.ts';

/** A name that papers have in common: an author's, an organization's, a category's. */
export interface SharedName {
  /** The name as it stands most often. */
  name: string;
  /** Name in addresses, each once. */
  slug: string;
  /** Ids of the papers, the latest first. */
  papers: string[];
}

/** Whether any paper has a name. */
export function hasNames<Paper>(
  papers: readonly Paper[],
  namesOf: (paper: Paper) => readonly string[],
): boolean {
  return papers.some((paper) => namesOf(paper).some((written) => tidy(written) !== ''));
}

const byName = new Intl.Collator('en');

/** Gathers papers by the names that they have, sorted by name. Names that differ in white space, letter case or accents only are one. */
export function sharedNames<Paper extends PlacedPaper>(
  papers: readonly Paper[],
  kind: Parameters<typeof uniqueSlugs>[1],
  namesOf: (paper: Paper) => readonly string[],
): SharedName[] {
  const people = new Map<string, { forms: Map<string, number>; papers: Set<string> }>();
  for (const paper of latestPapersFirst(papers)) {
    for (const written of namesOf(paper)) {
      const name = tidy(written);
      if (name === '') continue;
      const key = fold(name);
      const person = people.get(key) ?? { forms: new Map<string, number>(), papers: new Set<string>() };
      person.forms.set(name, (person.forms.get(name) ?? 0) + 1);
      person.papers.add(paper.id);
      people.set(key, person);
    }
  }
  const sorted = [...people.values()]
    .map(({ forms, papers }) => ({ name: mostFrequent(forms), papers: [...papers] }))
    .sort((a, b) => byName.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
  const slugs = uniqueSlugs(
    sorted.map(({ name }) => name),
    kind,
  );
  return sorted.map(({ name, papers }, index) => ({ name, slug: slugs[index] as string, papers }));
}

const tidy = (written: string): string => onOneLine(written.normalize('NFC'));

/** Of forms that are equally frequent, the one that keeps its accents, because they come last among characters. */
function mostFrequent(forms: ReadonlyMap<string, number>): string {
  const [[name] = ['']] = [...forms].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a > b ? -1 : 1));
  return name;
}
