import { once } from '../../model/once.ts';
import { strengthOf, worthOfWord, type Field, type Frequency } from '../worth.ts';
import { listFile, listFileCount, writeList, type ListedPaper, type WordList } from './word-list-files.ts';
import { readThesaurus, type KinGroup } from './read-thesaurus.ts';
import { countStems, stemsOf } from './stems.ts';

/** What a word counts for that stands for another, beside that one itself. */
const shares = { same: 0.6, loose: 0.3 };

/** So many papers are in a list at most: those that have most of it. */
const longestList = { having: 40, likened: 30 };

/** Texts of a paper, by the fields that words count in. */
export type ListedTexts = Readonly<Partial<Record<Field, string>>>;

/** The thesaurus by what is looked for in texts. */
interface Thesaurus {
  /** Groups of each entry. */
  groups: ReadonlyMap<string, readonly KinGroup[]>;
  /** The phrases among the entries that begin with a stem: how many words they have. */
  lengths: ReadonlyMap<string, readonly number[]>;
}

const thesaurus = once((): Thesaurus => {
  const groups = new Map<string, KinGroup[]>();
  const lengths = new Map<string, Set<number>>();
  for (const group of readThesaurus()) {
    for (const entry of group.entries) {
      groups.set(entry, [...(groups.get(entry) ?? []), group]);
      const [first = '', ...others] = entry.split(' ');
      if (others.length > 0) lengths.set(first, (lengths.get(first) ?? new Set()).add(others.length + 1));
    }
  }
  return { groups, lengths: new Map([...lengths].map(([first, all]) => [first, [...all].sort()])) };
});

/**
 * Lists for each stem the papers that have most of it, and those that have most of what stands for it in the thesaurus: so a search that
 * needs not all words reads little, and finds `images` by `pictures` without a thesaurus.
 */
export class WordListWriter {
  private readonly having = new Map<string, ListedPaper[]>();
  private papers = 0;

  /** Adds a paper; the place of it is how many there were before. */
  add(texts: ListedTexts): void {
    const place = this.papers++;
    const counted = new Map<string, Partial<Record<Field, Frequency>>>();
    for (const [field, text] of Object.entries(texts)) {
      const { times, length } = countStems(text);
      for (const [entry, count] of [...times, ...countPhrases(text)]) {
        const frequencies = counted.get(entry);
        if (frequencies) frequencies[field as Field] = { times: count, length };
        else counted.set(entry, { [field]: { times: count, length } });
      }
    }
    for (const [entry, frequencies] of counted) {
      const paper = { place, amount: strengthOf(frequencies) };
      const own = this.having.get(entry);
      if (own) own.push(paper);
      else this.having.set(entry, [paper]);
    }
  }

  /** The files, by their names. */
  files(parts: number): Map<string, string> {
    const { groups } = thesaurus();
    const lines = new Map<string, string[]>();
    for (const entry of [...new Set([...this.having.keys(), ...groups.keys()])].sort()) {
      const list = this.listOf(entry, groups.get(entry) ?? []);
      if (list.having.length + list.likened.length === 0) continue;
      const file = listFile(entry.split(' ')[0] as string, parts);
      const own = lines.get(file);
      if (own) own.push(writeList(entry, list));
      else lines.set(file, [writeList(entry, list)]);
    }
    const names = Array.from({ length: listFileCount(parts) }, (_, number) => `list-${number}.txt`);
    return new Map(names.map((name) => [name, (lines.get(name) ?? []).join('\n')]));
  }

  private listOf(entry: string, groups: readonly KinGroup[]): WordList {
    // A phrase is found by its words.
    const having = entry.includes(' ') ? [] : (this.having.get(entry) ?? []);
    return {
      papers: having.length,
      having: most(having, longestList.having),
      likened: most(this.likenedTo(entry, groups), longestList.likened),
    };
  }

  private likenedTo(entry: string, groups: readonly KinGroup[]): ListedPaper[] {
    const amounts = new Map<number, number>();
    for (const { isLoose, entries } of groups) {
      for (const kin of entries) {
        const papers = this.having.get(kin);
        if (kin === entry || !papers) continue;
        const share = (isLoose ? shares.loose : shares.same) * worthOfWord(papers.length, this.papers);
        for (const { place, amount } of papers)
          amounts.set(place, Math.max(amounts.get(place) ?? 0, share * amount));
      }
    }
    return [...amounts].map(([place, amount]) => ({ place, amount }));
  }
}

function most(papers: readonly ListedPaper[], count: number): ListedPaper[] {
  return papers.toSorted((a, b) => b.amount - a.amount || a.place - b.place).slice(0, count);
}

/** How often a text has each phrase of the thesaurus. */
function countPhrases(text: string): Map<string, number> {
  const { groups, lengths } = thesaurus();
  const stems = stemsOf(text);
  const times = new Map<string, number>();
  for (const [index, stem] of stems.entries()) {
    for (const length of lengths.get(stem) ?? []) {
      const entry = stems.slice(index, index + length).join(' ');
      if (groups.has(entry)) times.set(entry, (times.get(entry) ?? 0) + 1);
    }
  }
  return times;
}
