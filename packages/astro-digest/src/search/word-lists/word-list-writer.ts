import { once } from '../../model/once.ts';
import { strengthOf, weightOf, worthOfWord, type Field } from '../worth.ts';
import { concepts, hints, type Hint } from './read-concepts.ts';
import { readThesaurus, type KinGroup } from './read-thesaurus.ts';
import { hasRun } from '../runs.ts';
import { splitForms } from '../words.ts';
import {
  conceptEntry,
  listFile,
  listNumber,
  longestList,
  writeList,
  type ListedPaper,
  type WordList,
} from './word-list-files.ts';
import { stemsOf, stemsOfWord } from './stems.ts';

/** What a word counts for that stands for another, beside that one itself. */
const shares = { same: 0.8, loose: 0.3 };

/** What stands for a word in a paper is listed where it is this share of the most. */
const leastShare = 0.5;

/** Texts of a paper, by the fields that words count in. */
export type ListedTexts = Readonly<Partial<Record<Field, string>>>;

/** Groups of each entry of the thesaurus. */
const thesaurus = once((): ReadonlyMap<string, readonly KinGroup[]> => {
  const groups = new Map<string, KinGroup[]>();
  for (const group of readThesaurus())
    for (const entry of group.entries) groups.set(entry, [...(groups.get(entry) ?? []), group]);
  return groups;
});

/** A word of a text, by the numbers of its entries: those that it is found by, and those of its smallest words in their order. */
interface ReadWord {
  found: readonly number[];
  inOrder: readonly number[];
  /** How many words it is: as many as pairs where it is a run. */
  length: number;
}

/** Phrases by their words, one after the other. */
interface PhraseTree {
  /** Number of the phrase that ends here. */
  entry?: number;
  next: Map<number, PhraseTree>;
}

/**
 * Lists for each stem the papers that have most of it, and those that have most of what stands for it in the thesaurus: so a search that
 * needs not all words reads little, and finds `images` by `pictures` without a thesaurus.
 */
export class WordListWriter {
  // Texts have millions of words, which are told apart by numbers sooner than by their letters.
  private readonly numbers = new Map<string, number>();
  private readonly words = new Map<string, ReadWord>();
  /** Numbers of the letters and pairs of runs. */
  private readonly inRuns = new Set<number>();
  private readonly phrases: PhraseTree = { next: new Map() };
  /** Papers of each entry, by its number. */
  private readonly papersOf: ListedPaper[][] = [];
  private papers = 0;

  constructor() {
    for (const entry of [...thesaurus().keys(), ...concepts().flatMap(({ names }) => names)]) {
      const stems = entry.split(' ');
      if (stems.length < 2) continue;
      let tree = this.phrases;
      for (const stem of stems) {
        const number = this.numberOf(stem);
        const next = tree.next.get(number) ?? { next: new Map() };
        tree.next.set(number, next);
        tree = next;
      }
      tree.entry = this.numberOf(entry);
    }
  }

  /** Adds a paper; the place of it is how many there were before. */
  add(texts: ListedTexts): void {
    const place = this.papers++;
    const sums = new Map<number, number>();
    for (const [field, text = ''] of Object.entries(texts)) {
      const words = text.split(/\s+/).map((word) => this.read(word));
      const length = words.reduce((sum, word) => sum + word.length, 0);
      const weight = weightOf(field as Field, length);
      const inOrder = words.flatMap(({ inOrder }) => inOrder);
      for (const { found } of words)
        for (const entry of found) sums.set(entry, (sums.get(entry) ?? 0) + weight);
      for (let start = 0; start < inOrder.length; start++) {
        let tree = this.phrases.next.get(inOrder[start] as number);
        for (let end = start + 1; tree; end++) {
          if (tree.entry !== undefined) sums.set(tree.entry, (sums.get(tree.entry) ?? 0) + weight);
          tree = tree.next.get(inOrder[end] as number);
        }
      }
    }
    for (const [entry, sum] of sums) this.papersOf[entry]?.push({ place, amount: strengthOf(sum) });
  }

  private read(word: string): ReadWord {
    const known = this.words.get(word);
    if (known) return known;
    const read = {
      found: stemsOfWord(word).map((stem) => this.numberOf(stem)),
      inOrder: stemsOf(word).map((stem) => this.numberOf(stem)),
      length: Math.max(1, splitForms(word).length),
    };
    this.words.set(word, read);
    return read;
  }

  private numberOf(entry: string): number {
    const known = this.numbers.get(entry);
    if (known !== undefined) return known;
    const number = this.papersOf.push([]) - 1;
    this.numbers.set(entry, number);
    if (hasRun(entry)) this.inRuns.add(number);
    return number;
  }

  /**
   * Writes the files, by their names.
   *
   * @param count how many
   */
  files(count: number): Map<string, string> {
    const groups = thesaurus();
    // In a small archive much stands for a word, and most of it by chance.
    const longest = Math.max(5, Math.min(longestList.likened, Math.ceil(this.papers / 6)));
    const lines = Array.from({ length: count }, (): string[] => []);
    const write = (entry: string, list: WordList): void => {
      lines[listNumber(entry.split(' ', 1)[0] as string, count)]?.push(writeList(entry, list));
    };
    // By pairs of letters papers are told that may have a run, so none may be missing.
    const tops = this.papersOf.map((papers, number) =>
      most(papers, this.inRuns.has(number) ? papers.length : longestList.having),
    );
    const having = (entry: string): Having => {
      const number = this.numbers.get(entry) ?? -1;
      return { papers: this.papersOf[number]?.length ?? 0, most: tops[number] ?? [] };
    };
    const ofConcepts = concepts().map(({ names }) => this.havingAny(names));
    const hintOf = (entry: string): Hint | undefined => {
      const hint = hints().get(entry);
      const known = hint?.concepts.filter((number) => (ofConcepts[number]?.length ?? 0) > 0) ?? [];
      return hint && known.length > 0 ? { ...hint, concepts: known } : undefined;
    };
    for (const [number, papers] of ofConcepts.entries()) {
      if (papers.length === 0) continue;
      const list = { papers: papers.length, having: most(papers, longestList.having), likened: [] };
      write(conceptEntry(number), list);
    }
    for (const entry of [...new Set([...this.numbers.keys(), ...groups.keys(), ...hints().keys()])].sort()) {
      const own = having(entry);
      // A phrase is found by its words.
      const isListed = !entry.includes(' ');
      const hint = hintOf(entry);
      const list: WordList = {
        papers: isListed ? own.papers : 0,
        having: isListed ? own.most : [],
        likened: most(likenedTo(entry, groups.get(entry) ?? [], having, this.papers), longest),
        ...(hint ? { hint } : {}),
      };
      if (list.having.length + list.likened.length > 0 || hint) write(entry, list);
    }
    return new Map(lines.map((own, number) => [listFile(number), own.join('\n')]));
  }

  /** The papers that have one of some entries, and how much of that of which they have most. */
  private havingAny(entries: readonly string[]): ListedPaper[] {
    const amounts = new Map<number, number>();
    for (const entry of entries) {
      for (const { place, amount } of this.papersOf[this.numbers.get(entry) ?? -1] ?? [])
        amounts.set(place, Math.max(amounts.get(place) ?? 0, amount));
    }
    return [...amounts].map(([place, amount]) => ({ place, amount }));
  }
}

/** In how many papers an entry is, and those that have most of it. */
interface Having {
  papers: number;
  most: readonly ListedPaper[];
}

/** Papers that have what stands for an entry, and what this is worth. */
function likenedTo(
  entry: string,
  groups: readonly KinGroup[],
  having: (entry: string) => Having,
  papers: number,
): ListedPaper[] {
  const amounts = new Map<number, number>();
  for (const { isLoose, entries } of groups) {
    for (const kin of entries) {
      if (kin === entry) continue;
      const found = having(kin);
      const share = (isLoose ? shares.loose : shares.same) * worthOfWord(found.papers, papers);
      for (const { place, amount } of found.most)
        amounts.set(place, Math.max(amounts.get(place) ?? 0, share * amount));
    }
  }
  // What is little beside the most is there by chance.
  const least = leastShare * Math.max(...amounts.values());
  return [...amounts].filter(([, amount]) => amount >= least).map(([place, amount]) => ({ place, amount }));
}

function most(papers: readonly ListedPaper[], count: number): ListedPaper[] {
  return papers.toSorted((a, b) => b.amount - a.amount || a.place - b.place).slice(0, count);
}
