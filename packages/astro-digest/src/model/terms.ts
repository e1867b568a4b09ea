import { fold } from './fold.ts';
import { isFunctionWord } from './function-words.ts';
import { stem } from './stem.ts';

/**
 * What stands between a word and the one before it: a hyphen, white space, something that parts phrases, or nothing, where
 * two pairs of signs have one in common.
 */
export type Gap = 'hyphen' | 'space' | 'break' | 'run';

/** A word of a text. */
export interface Word {
  /** As it stands. */
  form: string;
  gap: Gap;
}

/** What a word is compared by. */
export interface Sense {
  /** What its close forms have in common: folded, and stemmed where it is English. */
  stem: string;
  /** Whether it can name something: no function word, no number, no single letter. */
  content: boolean;
}

const address = /(?:https?:\/\/|www\.)\S+/gi;
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const letter = String.raw`[[\p{L}\p{N}\p{M}]--${unspaced}]`;
const word = new RegExp(`${unspaced}+|${letter}+(?:['’]${letter}+)*`, 'gv');

const plain = /^[a-z]+[.,;:!?)]?$/i;
const isLetter = /[a-z]/i;

/** The words of a text or a piece of it, and what is around them. */
export interface Words {
  words: Word[];
  /** What stands before the first word; `|` for an address, and where nothing before it can belong to it. */
  before: string;
  /** What stands after the last word; all of the text where it has no word. */
  after: string;
}

/**
 * Splits a text into words. Addresses are left out; Chinese and Japanese, which have no spaces, become pairs of signs,
 * each a word of its own.
 */
export function splitWords(text: string): Words {
  // Most pieces of a text are a plain word, often with a sign after it.
  if (plain.test(text)) {
    const after = isLetter.test(text.at(-1) as string) ? '' : text.slice(-1);
    const form = after === '' ? text : text.slice(0, -1);
    return { words: [{ form, gap: 'break' }], before: '', after };
  }
  const words: Word[] = [];
  const clean = text.replace(address, '|');
  let before = '';
  let end = 0;
  for (const { 0: form, index } of clean.matchAll(word)) {
    const between = clean.slice(end, index);
    const apart = isUnspaced(form);
    if (words.length === 0) before = apart ? '|' : between;
    if (apart) words.push(...pairsOf(form));
    else words.push({ form, gap: words.length === 0 ? 'break' : gapOf(between) });
    end = index + form.length;
  }
  return { words, before, after: clean.slice(end) };
}

/** Tells what a word is compared by; the same for all forms of it. */
export function senseOf(form: string): Sense {
  const folded = fold(form).replace(/['’]s$/, '');
  const stemmed = stem(folded);
  const content =
    folded.length > (isUnspaced(folded) ? 0 : 1) &&
    !/^\p{N}+$/u.test(folded) &&
    !isFunctionWord(folded) &&
    !isFunctionWord(stemmed);
  return { stem: stemmed, content };
}

const unspacedStart = new RegExp(`^${unspaced}`, 'v');

function isUnspaced(text: string): boolean {
  return unspacedStart.test(text);
}

function pairsOf(run: string): Word[] {
  const signs = [...run];
  if (signs.length < 2) return [{ form: run, gap: 'break' }];
  return signs.slice(1).map((sign, index) => ({
    form: `${signs[index]}${sign}`,
    gap: index === 0 ? 'break' : 'run',
  }));
}

/** Tells what a text between two words, of which none is unspaced, is for them. */
export function gapOf(between: string): Gap {
  if (between === ' ') return 'space';
  if (/^[-‐‑]$/.test(between)) return 'hyphen';
  return /^\s+$/.test(between) && !/\n\s*\n/.test(between) ? 'space' : 'break';
}
