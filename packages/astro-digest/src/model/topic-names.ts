import type { Reading } from './reading.ts';

/**
 * Makes names out of terms as they stand in texts: in lower case where the texts most often have a word so, since where a term is named first
 * it often stands in capitals, as in `Preference Optimization (PO)`; and with a capital at its start.
 */
export function namesOf({
  ids,
  firstWords,
  starts,
  bodies,
  words,
  lexicon,
}: Reading): (written: string) => string {
  const { forms } = lexicon;
  const times = new Int32Array(forms.length);
  for (let paper = 0; paper < ids.length; paper++) {
    const end = firstWords[starts[paper + 1] as number] as number;
    for (let word = firstWords[bodies[paper] as number] as number; word < end; word++) {
      const form = words[word] as number;
      times[form] = (times[form] as number) + 1;
    }
  }
  const timesOf = new Map(forms.map((form, number) => [form, times[number] as number]));
  const settled = (word: string): string => {
    const lower = word.toLowerCase();
    return (timesOf.get(lower) ?? 0) > 0 && (timesOf.get(lower) ?? 0) >= (timesOf.get(word) ?? 0)
      ? lower
      : word;
  };
  return (written) =>
    capitalized(written.replace(/(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}'’]+(?![\p{L}\p{N}])/gu, settled));
}

/** A name with a capital at its start, unless what stands there has capitals of its own. */
function capitalized(name: string): string {
  const [first = ''] = name.split(/[ -]/);
  return first === first.toLowerCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
