import type { DigestText } from '../text/digest-text.ts';

/**
 * Makes a function that works a text out once: for the dialect that is asked whether it knows the text, and then reads it. What was given
 * twice is kept no longer, since it takes more memory than the text.
 */
export function readOnce<Result>(workOut: (text: DigestText) => Result): (text: DigestText) => Result {
  const results = new WeakMap<DigestText, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) {
      results.delete(text);
      return known;
    }
    const result = workOut(text);
    results.set(text, result);
    return result;
  };
}
