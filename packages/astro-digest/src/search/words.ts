/** A word of a text or a query in the forms in which it can be looked for. */
export interface WordForms {
  /** All its letters, digits, `+` and `#`, without case and accents: `few-shot` is `fewshot`. */
  whole: string;
  /** The same of the pieces between its hyphens and other signs: `few`, `shot`; empty when there is but one. */
  parts: string[];
}

/** Words that nearly every abstract has, in English. They find nothing, and their lists are the longest of an index. */
const heavyWords = new Set(
  (
    'a an and are as at be by can for from has have how in into is it its not of on or our that the their these this to ' +
    'via we which with'
  ).split(' '),
);

/** Whether a word, as `WordForms` has it, is left out where others can be looked for. */
export function isHeavy(whole: string): boolean {
  return heavyWords.has(whole);
}

/** Scripts without spaces between words. */
export const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A text without case, accents and wide or ligature forms. */
export function bare(text: string): string {
  // Most texts are plain, and lower case is all that they need.
  if (!/[^\t-~]/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text as the index has them: what stands between white space. */
export function splitForms(text: string): WordForms[] {
  return bare(text)
    .split(/\s+/)
    .map(formsOf)
    .filter(({ whole }) => whole !== '');
}

function formsOf(token: string): WordForms {
  const pieces = token.split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);
  return { whole: pieces.join(''), parts: pieces.length > 1 ? pieces : [] };
}

/** The words of a text between white space, hyphens and other signs. */
export function smallestWords(text: string): string[] {
  const plain = bare(text);
  // In plain texts the letters are few, and quicker to look for.
  const between = /[^\t-~]/.test(plain) ? /[^\p{L}\p{N}+#]+/u : /[^a-z0-9+#]+/;
  return plain.split(between).filter(Boolean);
}

/** A text as a line of its smallest words, between spaces, so that one line is inside another when its words are. */
export function lineOf(text: string): string {
  return ` ${smallestWords(text).join(' ')} `;
}
