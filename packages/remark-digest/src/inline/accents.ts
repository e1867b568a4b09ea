import { accents as allAccents, letters as texLetters, symbols } from '../text/tex-letters.ts';

// In running text `\b{C}oupled` is a bold letter, and no bar below one.
const { b: _, ...accents } = allAccents;

/** Commands that stand for a character. */
const letters: Record<string, string> = { ...texLetters, ...Object.fromEntries(symbols) };

/** Abbreviations for which the templates of conferences have macros. */
const abbreviations: Record<string, string> = {
  ie: 'i.e.',
  eg: 'e.g.',
  etal: 'et al.',
  etc: 'etc.',
  cf: 'cf.',
  vs: 'vs.',
  wrt: 'w.r.t.',
  aka: 'a.k.a.',
  iid: 'i.i.d.',
};

/** Signs that TeX wants escaped, and spaces. */
const escapes: Record<string, string> = {
  '%': '%',
  '&': '&',
  _: '_',
  '#': '#',
  $: '$',
  '{': '{',
  '}': '}',
  ',': '\u202F',
  ' ': ' ',
  '-': '',
  '/': '',
  "'": "'",
};

// The end of a word with an apostrophe that somebody escaped: `owl\'s`, `don\'t`, `bats\' nests`.
const apostrophe = String.raw`(?<=\p{L})\\'(?=(?:s|t|d|m|re|ve|ll)(?![\p{L}\\]))|(?<=\p{L})\\'(?![\p{L}{\\])`;
const accent = String.raw`\\(?:["'\x60^~=.](?:(?=[a-zA-Z])|(?=\{\\?[a-zA-Z]\}|\\[ij](?![a-zA-Z])))|[uvHcdkr](?=\{|\s))\s*(?:\{\\?[a-zA-Z]\}|\\?[a-zA-Z])`;
// In a group of its own, as bibliographies write it: `G{\"o}del`.
// Also a blank may stand before the letter, and the letter may be one already.
const spaced = String.raw`(?<=[a-zA-Z])\{(?:\\["'\x60^~=.] [a-zA-Z]|(?!\p{ASCII})\p{Script=Latin})\}`;
const grouped = String.raw`(?<![a-zA-Z_^}])\{${accent}\}|(?<=(?<![\\a-zA-Z])[a-zA-Z]{1,30})\{${accent}\}`;
// The letters of other languages, and signs, in a group of their own: `Schlie{\ss}en`.
const groupedLetter = String.raw`(?<![a-zA-Z_^}])\{\\(?:${Object.keys(letters).join('|')})\}|(?<=(?<![\\a-zA-Z])[a-zA-Z]{1,30})\{\\(?:${Object.keys(letters).join('|')})\}`;
const letter = String.raw`\\(?:${Object.keys(letters).join('|')})(?:\{\}|\\ |(?![a-zA-Z])[ \t]?)`;
const unicode = String.raw`\\?unicode\{x?[\dA-Fa-f]{2,6}\}`;
// A thin space stands between words and numbers; beside other signs it belongs to a formula that was left as it stands.
const thin = String.raw`(?<=[-\p{L}\p{N}.%)\]}~=+<>−])\\,(?=[-\p{L}\p{N}([\\~$=+<>−])`;
const escape = String.raw`\\[%&#\${}]|(?<!(?<!\\)_)\\_(?![_/])|${thin}|(?<=[\p{L}\p{N}.,;:)}\]])(?<!\\[a-zA-Z]{1,30})\\ (?=[\p{L}\p{N}({[$]|\\[a-zA-Z])|(?<=\p{L})\\[-/](?=\p{L})`;

const abbreviation = String.raw`(?<![\w:\\])\\(?:${Object.keys(abbreviations).join('|')})(?![a-zA-Z\\/_])\.?(?:\{\})?`;

/** What TeX writes with a backslash in running text, as the source of a pattern. */
export const backslashed = [
  apostrophe,
  spaced,
  grouped,
  groupedLetter,
  accent,
  letter,
  abbreviation,
  unicode,
  escape,
].join('|');

/** The characters that stand for something of {@link backslashed}. */
export function charactersFor(found: string, isBeforeWord = false): string {
  if (found.startsWith('{')) return charactersFor(found.slice(1, -1).replace(/^(?<sign>\\.) /, '$<sign>'));
  const short = /^\\(?<short>[a-z]+)\.?(?:\{\})?$/.exec(found)?.groups?.['short'] ?? '';
  if (Object.hasOwn(abbreviations, short)) return abbreviations[short] ?? found;
  const accented = /^\\(?<mark>["'`^~=.uvHcdkr])[\s{\\]*(?<base>[a-zA-Z])\}?$/.exec(found)?.groups;
  if (accented && found.length > 2) {
    const letter = `${accented['base']}${accents[accented['mark'] ?? ''] ?? ''}`.normalize('NFC');
    // A letter that no language has: an escaped quote before a word.
    return letter.length > 1 && !found.includes('{') ? found : letter;
  }
  const code = /^\\?unicode\{(?<code>.*)\}$/.exec(found)?.groups?.['code'];
  if (code !== undefined) {
    const point = code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 10);
    return isCharacter(point) ? String.fromCodePoint(point) : found;
  }
  const name = /^\\(?<name>[a-zA-Z]+)/.exec(found)?.groups?.['name'];
  if (name === undefined) return escapes[found.slice(1)] ?? found;
  const letter = letters[name] ?? name;
  // The blank after a letter's command ends the command; after that of a sign it may stand between two words as well.
  const isBlank =
    found.endsWith('\\ ') || (isBeforeWord && /^\\text(?:degree|mu|ohm|pm|times)\s$/.test(found));
  return `${letter}${isBlank ? ' ' : ''}`;
}

/** Whether a number is that of a character that can be seen. */
function isCharacter(point: number): boolean {
  return point <= 0x10ffff && /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test(String.fromCodePoint(point));
}
