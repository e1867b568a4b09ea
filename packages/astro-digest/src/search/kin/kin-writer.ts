import { once } from '../../model/once.ts';
import { strengthOf, worthOfWord } from '../worth.ts';
import { kinFile, kinFileCount, writeKinLine, type KinPaper } from './kin-files.ts';
import { readThesaurus, type KinGroup } from './read-thesaurus.ts';
import { stemsOf } from './stems.ts';

/** What a word counts for that stands for another, beside that one itself. */
const shares = { same: 0.6, loose: 0.3 };

/** So many papers are in the list of an entry at most: those that have most of its kin. */
const longestList = 30;

/** The thesaurus by what is looked for in texts. */
interface Thesaurus {
  /** Groups of each entry. */
  groups: ReadonlyMap<string, readonly KinGroup[]>;
  /** How many words the entries have that begin with a stem, the most first. */
  lengths: ReadonlyMap<string, readonly number[]>;
}

const thesaurus = once((): Thesaurus => {
  const groups = new Map<string, KinGroup[]>();
  const lengths = new Map<string, Set<number>>();
  for (const group of readThesaurus()) {
    for (const entry of group.entries) {
      groups.set(entry, [...(groups.get(entry) ?? []), group]);
      const words = entry.split(' ');
      const first = words[0] as string;
      lengths.set(first, (lengths.get(first) ?? new Set()).add(words.length));
    }
  }
  return { groups, lengths: new Map([...lengths].map(([first, all]) => [first, [...all].sort()])) };
});

/** A paper that has an entry, and how much. */
interface Having {
  place: number;
  strength: number;
}

/**
 * Finds for each entry of the thesaurus the papers that have its kin: so a search finds `images` by `pictures`, and needs no thesaurus. The
 * lists are beside the dictionary, in files by the first words of the entries.
 */
export class KinWriter {
  private readonly having = new Map<string, Having[]>();
  private papers = 0;

  /** Adds a paper; the place of it is how many there were before. */
  add({ title, text }: { title: string; text: string }): void {
    const place = this.papers++;
    const inTitle = countEntries(title);
    const inText = countEntries(text);
    for (const entry of new Set([...inTitle.times.keys(), ...inText.times.keys()])) {
      const strength = strengthOf({
        title: { times: inTitle.times.get(entry) ?? 0, length: inTitle.length },
        text: { times: inText.times.get(entry) ?? 0, length: inText.length },
      });
      const own = this.having.get(entry);
      if (own) own.push({ place, strength });
      else this.having.set(entry, [{ place, strength }]);
    }
  }

  /** The files, by their names. */
  files(parts: number): Map<string, string> {
    const { groups } = thesaurus();
    const lines = new Map<string, string[]>();
    for (const entry of [...groups.keys()].sort()) {
      const papers = this.kinOf(entry, groups.get(entry) ?? []);
      if (papers.length === 0) continue;
      const file = kinFile(entry.split(' ')[0] as string, parts);
      lines.set(file, [...(lines.get(file) ?? []), writeKinLine(entry, papers)]);
    }
    const names = Array.from({ length: kinFileCount(parts) }, (_, number) => `kin-${number}.txt`);
    return new Map(names.map((name) => [name, (lines.get(name) ?? []).join('\n')]));
  }

  private kinOf(entry: string, groups: readonly KinGroup[]): KinPaper[] {
    const worths = new Map<number, number>();
    for (const { isLoose, entries } of groups) {
      for (const kin of entries) {
        const papers = this.having.get(kin);
        if (kin === entry || !papers) continue;
        const share = (isLoose ? shares.loose : shares.same) * worthOfWord(papers.length, this.papers);
        for (const { place, strength } of papers)
          worths.set(place, Math.max(worths.get(place) ?? 0, share * strength));
      }
    }
    return [...worths]
      .map(([place, worth]) => ({ place, worth }))
      .sort((a, b) => b.worth - a.worth || a.place - b.place)
      .slice(0, longestList);
  }
}

/** How often a text has each entry of the thesaurus, and how many words it has. */
function countEntries(text: string): { times: Map<string, number>; length: number } {
  const { groups, lengths } = thesaurus();
  const stems = stemsOf(text);
  const times = new Map<string, number>();
  for (const [index, stem] of stems.entries()) {
    for (const length of lengths.get(stem) ?? []) {
      const entry = length === 1 ? stem : stems.slice(index, index + length).join(' ');
      if (groups.has(entry)) times.set(entry, (times.get(entry) ?? 0) + 1);
    }
  }
  return { times, length: stems.length };
}
