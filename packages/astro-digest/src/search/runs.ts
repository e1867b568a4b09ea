/**
 * Letters of scripts without blanks between words, with the signs above and below them, and Korean, which has blanks, but between what several
 * words make together.
 */
const letter =
  '(?=[\\p{L}\\p{N}\\p{M}])[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmr}\\p{scx=Mymr}]';
const first = new RegExp(letter, 'u');
const parting = new RegExp(`((?:${letter})+)`, 'u');

/** Letters that are words, or pieces of words that mean something. */
const telling = /[\p{sc=Han}\p{sc=Hang}]/u;

/** Letters that stand between words, in Chinese and Japanese: what has one of them tells little. */
const between = /[\p{sc=Hira}的了在是和与與对對中为為及其将將之以等我们們这這]/u;

/** Whether a text has letters of such a script. No dictionary tells their words apart, so they are looked for by pairs of letters. */
export function hasRun(text: string): boolean {
  // Most texts are plain.
  return /[^\t-~]/.test(text) && first.test(text);
}

/** Parts a text into runs of such letters and what is between them. */
export function partRuns(text: string): string[] {
  return hasRun(text) ? text.split(parting).filter((piece) => piece !== '') : [text];
}

/** How many letters of runs a text has. */
export function lettersInRuns(text: string): number {
  return partRuns(text)
    .filter(hasRun)
    .reduce((sum, { length }) => sum + length, 0);
}

/** Each two letters of a run that stand side by side; the letter itself where it is alone. */
export function pairsOf(run: string): string[] {
  return pairUp(Array.from(run));
}

/** The same with the signs that belong to the letters. */
export function shownPairsOf(run: string): string[] {
  return pairUp(run.match(/\P{M}\p{M}*/gu) ?? []);
}

function pairUp(letters: readonly string[]): string[] {
  return letters.length < 2
    ? [...letters]
    : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** The letters of a text that are words by themselves. */
export function wordLettersOf(text: string): string[] {
  return hasRun(text) ? Array.from(text).filter((letter) => telling.test(letter)) : [];
}

/** Whether two letters tell what a text is about, rather than how its words hang together. */
export function isTelling(pair: string): boolean {
  return !between.test(pair);
}
