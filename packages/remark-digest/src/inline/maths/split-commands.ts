import type { Finder, Repair } from '../repair.ts';
import { characters, greekCharacters } from './words.ts';

/** A command whose first letter is that of an accent, and its other letters in braces. */
const split = /\\(?<accent>[bcdHkrtuv])\{(?<rest>[a-z]{1,12})\}(?![_^])/g;

/**
 * Finds the names of Greek letters and signs of which a converter took the beginning for an accent: `\b{eta}` is `\beta`, and
 * `\b{C}oupled` is none.
 */
export const splitCommands: Finder = {
  mayFind: (text) => /\\[bcdHkrtuv]\{/.test(text),
  bySign: true,
  find: findSplit,
};

function findSplit(text: string, start: number, end: number): Repair[] {
  return [...text.slice(start, end).matchAll(split)].flatMap(({ 0: found, index, groups }): Repair[] => {
    const character = characterFor(`${groups?.['accent'] ?? ''}${groups?.['rest'] ?? ''}`);
    if (character === undefined) return [];
    const [from, to] = [start + index, start + index + found.length];
    return [{ start: from, end: to, nodes: (make) => [make.text(character, from, to)] }];
  });
}

/** A formula in which such names are whole again. */
export function joinCommands(tex: string): string {
  return tex.replace(
    /\\(?<accent>[bcdHkrtuv])\{(?<rest>[a-z]{1,12})\}/g,
    (found, accent: string, rest: string) =>
      characterFor(`${accent}${rest}`) === undefined ? found : `\\${accent}${rest} `,
  );
}

function characterFor(name: string): string | undefined {
  if (Object.hasOwn(greekCharacters, name)) return greekCharacters[name];
  return Object.hasOwn(characters, name) ? characters[name] : undefined;
}
