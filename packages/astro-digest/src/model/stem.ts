/** An ending, what takes its place, and how many letters must stand before it. */
type Rule = [ending: string, replacement: string, least: number];

/** What plurals end in. The first ending that fits counts, here and below. */
const plurals: Rule[] = [
  ['sses', 'ss', 1],
  ['ies', 'y', 2],
  ['ss', 'ss', 0],
  ['us', 'us', 0],
  ['ias', 'ias', 0],
  ['sis', 's', 3],
  ['is', 'is', 0],
  ['xes', 'x', 1],
  ['ches', 'ch', 1],
  ['shes', 'sh', 1],
  ['s', '', 2],
];

/**
 * What forms of one word end in. Endings that make another word of it stay: a transformer is no transform, to
 * generalise is not to generate, and neither is general.
 */
const endings: Rule[] = [
  ['plicity', 'pl', 2],
  ['bility', 'bl', 2],
  ['ivity', '', 4],
  ['ity', '', 4],
  ['ization', 'iz', 3],
  ['isation', 'iz', 3],
  ['izing', 'iz', 3],
  ['ising', 'iz', 3],
  ['ized', 'iz', 3],
  ['ised', 'iz', 3],
  ['izable', 'iz', 3],
  ['ize', 'iz', 3],
  ['ise', 'iz', 3],
  ['yzing', 'ys', 3],
  ['yzed', 'ys', 3],
  ['yze', 'ys', 3],
  ['ification', 'if', 3],
  ['ifying', 'if', 3],
  ['ified', 'if', 3],
  ['ify', 'if', 3],
  ['ational', '', 4],
  ['tional', 't', 3],
  ['ation', '', 4],
  ['ative', '', 4],
  ['ating', '', 4],
  ['ated', '', 4],
  ['ate', '', 4],
  ['tion', 't', 3],
  ['ssion', 'ss', 3],
  ['ive', '', 4],
  ['ied', 'y', 3],
  ['eed', 'eed', 0],
  ['ed', '', 3],
  ['ing', '', 3],
  ['ement', '', 5],
  ['nment', 'n', 3],
  ['tment', 't', 3],
  ['yment', 'y', 3],
  ['ness', '', 4],
  ['ency', 'ent', 4],
  ['ancy', 'ant', 4],
  ['quence', 'quenc', 0],
  ['ence', 'ent', 4],
  ['ance', 'ant', 4],
  ['ically', 'ic', 3],
  ['ical', 'ic', 3],
  ['ly', '', 4],
];

/**
 * Takes the endings off an English word, so that its close forms become one: plural and singular, `train`, `trained`
 * and `training`, `simple` and `simplicity`, British and American spellings. What is left is for comparing, not for
 * reading. A light stemmer on purpose: Porter's makes one of `generalization`, `generative` and `general`.
 *
 * @param word one word in lower case; one with other letters than a to z only loses the `s` of its plural
 */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  if (!/^[a-z]+$/.test(word))
    return /[a-z0-9]s$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word;
  const singular = apply(plurals, word, /./);
  // What has no vowel is no word: `string` has no ending, `training` has one.
  let left = apply(endings, singular, /[aeiouy]/);
  if (left.length > 3 && left.endsWith('e')) left = left.slice(0, -1);
  return /([^aeiou])\1$/.test(left) && left.length > 3 ? left.slice(0, -1) : left;
}

/** With what all words begin that have one stem: only these last letters of it may be others than theirs, as in `frequent` for `frequency` and `stabl` for `stability`. */
export function beginningOf(word: string): string {
  return stem(word).replace(/(?:[styz]|(?<=b)l)$/, '');
}

/** Applies the first rule whose ending fits, when what stands before it is long enough and a word. */
function apply(rules: readonly Rule[], word: string, isWord: RegExp): string {
  for (const [ending, replacement, least] of rules) {
    if (!word.endsWith(ending)) continue;
    const before = word.slice(0, -ending.length);
    if (least === 0 || (before.length >= least && isWord.test(before))) return before + replacement;
  }
  return word;
}
