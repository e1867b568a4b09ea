/** What a text looks like by its full stops. */
export type Form =
  /** Several sentences, the last one with its full stop. */
  | 'sentences'
  /** A full stop inside and none at the end: an abstract that ends with an address, a title such as “Dr. Owl. Part II”. */
  | 'open'
  /** One sentence with its full stop. */
  | 'sentence'
  /** Neither. */
  | 'other';

// A full stop after two letters or more, a digit or a bracket (so not after an initial, nor in “vs.” and “Dr.”), then a capital.
const sentenceEnd =
  /(?<=[\p{L}\p{N}]{2}|[\p{N}%)\]])(?<!\b(?:vs|Dr|Mr|Mrs|Ms|St|Prof|No|Vol|Fig|Eq|Inc|Jr))[.]["'”’)\]]*\s+["'“‘([]?[\p{Lu}\p{Lo}]|[。！？](?=.)/u;
const atEnd = /[.。！？]["'”’」）)\]]*$/;

/** Whether a text reads like sentences, like one sentence with its full stop, or like something else. */
export function formOf(text: string): Form {
  const stops = atEnd.test(text);
  if (sentenceEnd.test(text)) return stops ? 'sentences' : 'open';
  return stops ? 'sentence' : 'other';
}

/** No title has more words. */
const mostWords = 35;

const opening =
  /^(?:we|our|in this|this (?:paper|work|study|article|report|survey|thesis)|these|they|it|there)\b|我们|本文|提出/i;
const verbs = /\b(?:we|our|they|which|that|is|are|was|were|has|have|can)\b/;

/** How much a text without any full stop reads like a sentence all the same, and not like a title. */
export function proseOf(text: string): 'much' | 'some' | 'none' {
  if (/(?:…|\.\.\.)\W*$/.test(text.slice(-20))) return 'much';
  const words = text.split(/\s+/, 2 * mostWords);
  if (isTitleCase(words)) return 'none';
  if (words.length > mostWords || opening.test(text)) return 'much';
  return verbs.test(text) ? 'some' : 'none';
}

/** Whether most of the longer words after the first begin with a capital. */
function isTitleCase(words: readonly string[]): boolean {
  const long = words.slice(1).filter((word) => /^\P{L}*\p{L}{4}/u.test(word));
  return long.length > 0 && long.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length > 0.6 * long.length;
}
