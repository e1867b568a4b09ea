import { seeded, shuffled, type Random } from '../archive/random.ts';
import { functionWords } from '../archive/vocabulary.ts';

/** A paper that is looked for. */
export interface SearchedPaper {
  id: string;
  title: string;
  /** The abstract. */
  text: string;
  authors: readonly string[];
}

/** A query that somebody types who knows which paper it must find. */
export interface KnownItemQuery {
  /** Name of the rule that made it. */
  rule: Rule;
  query: string;
  /** Id of the paper that it must find. */
  paper: string;
}

/**
 * What people know of a paper that they look for. The rules are fixed, whatever a search makes of them:
 *
 * - `title`: the whole title, as it stands
 * - `title words`: the title in lower case without its function words
 * - `rare words`: three of the ten rarest words of the abstract
 * - `method`: a name with odd letters, such as `sharpDARTS`, `Rep4Ex`, `C++`
 * - `author`: the last name of an author and a word of the title
 * - `misspelt`: a word of the title with two letters swapped, or one left out, doubled or replaced, and another word
 * - `phrase`: four words of the abstract that stand one after another, in quotes
 *
 * Every query but the whole title tells its paper apart: no other paper of the corpus has all its words (rightly spelt),
 * or its phrase. A misspelt word is no other word of the corpus.
 */
export const rules = [
  'title',
  'title words',
  'rare words',
  'method',
  'author',
  'misspelt',
  'phrase',
] as const;
export type Rule = (typeof rules)[number];

/**
 * Makes up queries: the same for the same papers and the same seed.
 *
 * @param most how many of each rule at most; papers of which a rule makes no query are passed over
 */
export function makeQueries(papers: readonly SearchedPaper[], most: number, seed = 1): KnownItemQuery[] {
  const corpus = readCorpus(papers);
  return rules.flatMap((rule, index) => {
    const random = seeded(seed * 100 + index);
    const queries: KnownItemQuery[] = [];
    for (const paper of shuffled(corpus.papers, random)) {
      if (queries.length === most) break;
      const query = makers[rule](paper, corpus, random);
      if (query !== undefined) queries.push({ rule, query, paper: paper.paper.id });
    }
    return queries;
  });
}

interface ReadPaper {
  paper: SearchedPaper;
  titleWords: string[];
  textWords: string[];
  /** All words of title and abstract. */
  words: Set<string>;
  /** Last words of the authors' names. */
  names: Set<string>;
  /** Title and abstract with one space between any two words. */
  line: string;
  /** What stands between white space in title and abstract, without the punctuation around it. */
  tokens: Set<string>;
}

interface Corpus {
  papers: ReadPaper[];
  /** Papers by the words that they have. */
  withWord: Map<string, Set<ReadPaper>>;
  withToken: Map<string, Set<ReadPaper>>;
  titles: Map<string, number>;
}

const functionWordSet = new Set(functionWords);
const isContent = (word: string): boolean => !functionWordSet.has(word);

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

const lineOf = (text: string): string => ` ${wordsOf(text).join(' ')} `;

function readCorpus(papers: readonly SearchedPaper[]): Corpus {
  const corpus: Corpus = { papers: [], withWord: new Map(), withToken: new Map(), titles: new Map() };
  for (const paper of papers) {
    const titleWords = wordsOf(paper.title);
    const textWords = wordsOf(paper.text);
    const read: ReadPaper = {
      paper,
      titleWords,
      textWords,
      words: new Set([...titleWords, ...textWords]),
      names: new Set(paper.authors.flatMap((author) => wordsOf(author).at(-1) ?? [])),
      line: `${lineOf(paper.title)}|${lineOf(paper.text)}`,
      tokens: new Set(`${paper.title} ${paper.text}`.split(/\s+/).map(bare)),
    };
    corpus.papers.push(read);
    for (const word of read.words) add(corpus.withWord, word, read);
    for (const token of read.tokens) add(corpus.withToken, token.toLowerCase(), read);
    const title = titleWords.join(' ');
    corpus.titles.set(title, (corpus.titles.get(title) ?? 0) + 1);
  }
  return corpus;
}

/** A token without the punctuation around it; a `+` or `#` at its end belongs to it. */
function bare(token: string): string {
  return token.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}+#]+$/u, '');
}

const makers: Record<Rule, (paper: ReadPaper, corpus: Corpus, random: Random) => string | undefined> = {
  title: ({ paper, titleWords }, { titles }) =>
    titles.get(titleWords.join(' ')) === 1 ? paper.title : undefined,

  'title words': ({ titleWords }, corpus) => {
    const words = titleWords.filter(isContent);
    return words.length > 1 && tellApart(words, corpus) ? words.join(' ') : undefined;
  },

  'rare words': ({ textWords }, corpus, random) => {
    const rarest = [...new Set(textWords)]
      .filter((word) => /^[a-z]{4,}$/.test(word) && isContent(word))
      .sort((a, b) => frequency(a, corpus) - frequency(b, corpus) || (a < b ? -1 : 1))
      .slice(0, 10);
    const words = shuffled(rarest, random).slice(0, 3);
    return words.length === 3 && tellApart(words, corpus) ? words.join(' ') : undefined;
  },

  method: ({ tokens }, { withToken }, random) => {
    const names = [...tokens].filter(isName).filter((name) => withToken.get(name.toLowerCase())?.size === 1);
    return names.length > 0 ? random.pick(names) : undefined;
  },

  author: ({ names, titleWords }, corpus, random) => {
    const pairs = [...names].flatMap((name) =>
      titleWords
        .filter((word) => word.length >= 4 && isContent(word))
        .filter((word) => {
          const others = [...(corpus.withWord.get(word) ?? [])];
          return others.filter((other) => other.names.has(name)).length === 1;
        })
        .map((word) => `${name} ${word}`),
    );
    return pairs.length > 0 ? random.pick(pairs) : undefined;
  },

  misspelt: ({ titleWords, words }, corpus, random) => {
    const word = random.pick(
      titleWords.filter((word) => /^[a-z]{5,}$/.test(word) && isContent(word)).concat(''),
    );
    const others = [...words].filter(
      (other) =>
        other !== word && /^[a-z]{4,}$/.test(other) && isContent(other) && tellApart([word, other], corpus),
    );
    if (word === '' || others.length === 0) return undefined;
    const wrong = misspell(word, random);
    return corpus.withWord.has(wrong) ? undefined : `${wrong} ${random.pick(others)}`;
  },

  phrase: ({ paper }, { papers }, random) => {
    const tokens = paper.text.split(/\s+/);
    const starts = [...tokens.keys()].filter((start) => {
      const phrase = tokens.slice(start, start + 4);
      return (
        phrase.length === 4 && phrase.every((token) => /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(token))
      );
    });
    const phrases = shuffled(starts, random).map((start) => tokens.slice(start, start + 4).join(' '));
    const phrase = phrases.slice(0, 5).find((phrase) => {
      const line = lineOf(phrase);
      return papers.filter((other) => other.line.includes(line)).length === 1;
    });
    return phrase === undefined ? undefined : `"${phrase}"`;
  },
};

/** Whether a token looks like the name of a method: letters with a digit, a `+` or `#`, or with capitals inside. */
function isName(token: string): boolean {
  if (!/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)?[+#]*$/u.test(token) || !/\p{L}/u.test(token)) return false;
  return (
    token.length > 2 && (/[+#]$/.test(token) || /\p{Ll}\p{Lu}/u.test(token) || /\p{L}-?\p{N}/u.test(token))
  );
}

function misspell(word: string, random: Random): string {
  const place = random.between(0, word.length - 2);
  const before = word.slice(0, place);
  const letter = word.charAt(place);
  const next = word.charAt(place + 1);
  const after = word.slice(place + 1);
  return random.pick([
    () => before + next + letter + after.slice(1),
    () => before + after,
    () => before + letter + letter + after,
    () => before + random.pick([...'abcdefghijklmnopqrstuvwxyz'].filter((other) => other !== letter)) + after,
  ])();
}

const frequency = (word: string, { withWord }: Corpus): number => withWord.get(word)?.size ?? 0;

/** Whether only one paper has all the words. */
function tellApart(words: readonly string[], { withWord }: Corpus): boolean {
  const sets = words
    .map((word) => withWord.get(word) ?? new Set<ReadPaper>())
    .sort((a, b) => a.size - b.size);
  const [first, ...others] = sets as [Set<ReadPaper>, ...Set<ReadPaper>[]];
  return [...first].filter((paper) => others.every((set) => set.has(paper))).length === 1;
}

function add<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
