/** Signs of Chinese and Japanese, which are written without spaces. Korean has spaces. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** How many words a reader reads a minute. */
const wordsPerMinute = 230;

/** How many signs of Chinese or Japanese a reader reads a minute. */
const signsPerMinute = 500;

/** How long it takes to read a text, in whole minutes, at least one. */
export function readingMinutes(text: string): number {
  const signs = text.match(unspaced)?.length ?? 0;
  const words = text.replace(unspaced, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / wordsPerMinute + signs / signsPerMinute));
}
