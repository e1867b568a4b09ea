import { hasRun, pairsOf, partRuns } from './runs.ts';

/** A word of a text or a query in the forms in which it can be looked for. */
export interface WordForms {
  /** All its letters, digits, `+` and `#`, without case and accents: `few-shot` is `fewshot`. */
  whole: string;
  /** The same of the pieces between its hyphens and other signs: `few`, `shot`; empty when there is but one. */
  parts: string[];
}

/** Words that nearly every abstract has, in English, the most frequent last. They find nothing, and their lists are the longest of an index. */
const heavyWords = (
  'via into how its not their has have these or it which be can at an from our are by as this on with that for is we in a to and ' +
  'of the'
).split(' ');
const ranks = new Map(heavyWords.map((word, index) => [word, index + 1]));

/** How many papers have a word, as `WordForms` has it: 0 for few, the higher the more for those that nearly all have. */
export function heaviness(whole: string): number {
  return ranks.get(whole) ?? 0;
}

/** Whether a word, as `WordForms` has it, is left out where others can be looked for. */
export function isHeavy(whole: string): boolean {
  return heaviness(whole) > 0;
}

/** Words that questions and half sentences are made of, in English: they say how somebody asks, and little of what about. */
const asides = new Set(
  (
    'why what how when where who whom whose does do did doing done could should would will may might must i me my you your he she ' +
    'they them us was were been being am but if then than so such no nor only just very too more most much many some any each every ' +
    'other another there here about over under again once out off up down between through during before after while because until ' +
    'against same own both few all one ones let lets like get gets got getting make makes made making use uses used using way ways ' +
    'thing things stuff something someone anything anyone paper papers approach approaches method methods work works without within ' +
    'really actually still even ever also need needs want wants'
  ).split(' '),
);

/** Whether a word tells little of what somebody looks for, as long as there are others. */
export function isAside(whole: string): boolean {
  return asides.has(whole);
}

/** A text without case, accents and wide or ligature forms. The two dots and the ring of Japanese make other letters, and stay. */
export function bare(text: string): string {
  // Most texts are plain, and lower case is all that they need.
  if (!/[^\t-~]/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/(?![\u3099\u309A])\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** The words of a text as the index has them: what stands between white space, and the pairs of runs. */
export function splitForms(text: string): WordForms[] {
  return bare(text)
    .split(/\s+/)
    .flatMap((token) =>
      partRuns(token).flatMap((piece) => (hasRun(piece) ? pairForms(piece) : formsOf(piece))),
    )
    .filter(({ whole }) => whole !== '');
}

function pairForms(run: string): WordForms[] {
  return pairsOf(run).map((pair) => ({ whole: pair, parts: [] }));
}

function formsOf(token: string): WordForms {
  const pieces = token.split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);
  return { whole: pieces.join(''), parts: pieces.length > 1 ? pieces : [] };
}

/** The words of a text between white space, hyphens and other signs, and the pairs of runs. */
export function smallestWords(text: string): string[] {
  const plain = bare(text);
  // In plain texts the letters are few, and quicker to look for.
  const between = /[^\t-~]/.test(plain) ? /[^\p{L}\p{N}+#]+/u : /[^a-z0-9+#]+/;
  const words = plain.split(between).filter(Boolean);
  return hasRun(plain) ? words.flatMap(pairsWithin) : words;
}

const pairsWithin = (word: string): string[] =>
  partRuns(word).flatMap((piece) => (hasRun(piece) ? pairsOf(piece) : piece));

/** A text as a line of its smallest words, of runs the letters, between spaces, so that one line is inside another when its words are. */
export function lineOf(text: string): string {
  const plain = bare(text);
  const parted = partRuns(plain).map((piece) => (hasRun(piece) ? Array.from(piece).join(' ') : piece));
  return ` ${smallestWords(parted.join(' ')).join(' ')} `;
}
