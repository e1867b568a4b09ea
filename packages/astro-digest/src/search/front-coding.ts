// Sorted words share their beginnings, and a file of them is a quarter smaller on its way when each beginning is in it once.

/** Stands for no shared characters; the signs that follow it, for one more each. No word has one of them. */
const first = '!'.charCodeAt(0);

/** The sign for more than that is a digit. */
const mostShared = 14;

/** Writes sorted words, each as a sign for how many characters it shares with the one before it, and the rest of it. */
export function writeFrontCoded(words: readonly string[]): string {
  let before = '';
  return words
    .map((word) => {
      const shared = sharedLength(before, word);
      before = word;
      return String.fromCharCode(first + shared) + word.slice(shared);
    })
    .join('');
}

/** Reads what `writeFrontCoded` has written. */
export function readFrontCoded(text: string): string[] {
  let before = '';
  return Array.from(text.matchAll(/([!-/])([^!-/]*)/g), ([, sign = '', rest = '']) => {
    before = before.slice(0, sign.charCodeAt(0) - first) + rest;
    return before;
  });
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < mostShared && length < a.length && a[length] === b[length]) length++;
  // Half of a character can't be written to a file.
  return /[\uD800-\uDBFF]/.test(a.charAt(length - 1)) ? length - 1 : length;
}
