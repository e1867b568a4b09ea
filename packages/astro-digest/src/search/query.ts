import { readOperators, type Operator } from './operators/read-operators.ts';
import { toPhrase, type Phrase } from './phrase.ts';
import { hasRun, pairsOf, partRuns } from './runs.ts';
import { bare, isAside, isHeavy, lineOf, splitForms, type WordForms } from './words.ts';

/** What somebody looks for. */
export interface Query {
  /** As typed, without operators. */
  text: string;
  /** What is asked for beside words. */
  operators: readonly Operator[];
  /** Words that a paper must have; those that nearly every paper has, or every question, are not among them where there are others. */
  terms: Term[];
  /** Words of a question that are not among the terms: they tell which of two papers is nearer. */
  asides: Term[];
  phrases: Phrase[];
  /** Whether more was typed than is looked for. */
  isCut: boolean;
}

/** So much of what is typed is looked for: longer than titles are, and short enough not to keep a browser busy. */
export const longestQuery = { characters: 1000, words: 48 };

/** One word of a query. */
export interface Term extends WordForms {
  /** As typed, without signs around it. */
  typed: string;
  /** Of a pair of letters the one before it, whole, with which it shares a letter of a run; see `pairsApart`. */
  follows?: string;
}

const quoted = /["“„«]([^"“”„«»]+)["”“»]/gu;
const identifier =
  /^(?:https?:\/\/)?(?:arxiv\.org\/(?:abs|pdf)\/|arxiv:)?(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?$/i;
const doiResolver = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)(?=10\.)/i;

/** The words that are looked for, and what stands before and between them. */
const firstWords = new RegExp(`^\\s*(?:\\S+\\s*){1,${longestQuery.words}}`);

/** Reads what somebody has typed. */
export function parseQuery(typed: string): Query {
  const all = typed.slice(0, longestQuery.characters);
  const first = firstWords.exec(all)?.[0] ?? all;
  const { text, operators } = readOperators(first);
  const phrases: Phrase[] = [];
  const loose = text.replace(quoted, (_, phrase: string) => {
    if (lineOf(phrase).trim() !== '') phrases.push(toPhrase(phrase));
    return ` ${phrase} `;
  });
  const words = loose.split(/\s+/).flatMap(toTerms);
  const seen = new Set<string>();
  const each = words.filter(({ whole }) => !seen.has(whole) && seen.add(whole));
  const light = each.filter(({ whole }) => !isHeavy(whole));
  const meant = new Set(phrases.flatMap((phrase) => phrase.words));
  const telling = light.filter(({ whole }) => meant.has(whole) || !isAside(whole));
  const terms = [telling, light].find((some) => some.length > 0) ?? each;
  return {
    text,
    operators,
    phrases,
    terms,
    isCut: first.length < typed.trimEnd().length,
    asides: light.filter((term) => !terms.includes(term)),
  };
}

function toTerms(token: string): Term[] {
  const known = token.match(identifier)?.[1] ?? token.replace(doiResolver, '');
  if (!hasRun(known)) return toTerm(known);
  // Wide forms and ligatures may have letters of both kinds.
  return partRuns(known.normalize('NFKC')).flatMap((piece) =>
    hasRun(piece) ? toRunTerm(piece) : toTerm(piece),
  );
}

function toTerm(word: string): Term[] {
  const [forms] = splitForms(word);
  if (!forms) return [];
  return [{ typed: word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, '') || word, ...forms }];
}

/** A run is one word, however many words it is made of; its parts are its pairs. */
function toRunTerm(run: string): Term[] {
  const whole = bare(run);
  // Signs above and below letters are nothing by themselves.
  if (whole === '') return [];
  const pairs = pairsOf(whole);
  return [{ typed: run, whole, parts: pairs.length > 1 ? pairs : [] }];
}

/** Whether a word is a run, which Pagefind is not asked for. */
export function isRun({ whole }: Term): boolean {
  return hasRun(whole);
}

/** Words that are no runs in Pagefind's words, which are parted by spaces and must all be found. */
export function toPagefindQuery(terms: readonly Term[]): string {
  return terms.map(toPagefindWord).join(' ');
}

/**
 * A hyphenated word is looked for by its pieces, which finds it with its hyphen, with a space and closed up; not where a
 * piece is of one letter, because such pieces are not in the index.
 */
function toPagefindWord({ whole, parts }: Term): string {
  const isCompound = parts.length > 1 && parts.every((part) => part.length > 1 && /^\p{L}+$/u.test(part));
  return isCompound ? parts.filter((part) => !isHeavy(part)).join(' ') || whole : whole;
}
