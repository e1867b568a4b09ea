import { matchesBetween, type Finder, type Repair } from './repair.ts';
import { characters, greekCharacters } from './maths/words.ts';

// After a number: `270{\deg}`, `360^circ`, `20^{\circ}C`.
const degree =
  /(?<=\d) ?(?:\{\\?deg(?:ree)?\}|\\deg(?:ree)?(?![a-zA-Z])|\{?\^(?:\\?circ(?:(?![a-zA-Z])|(?=[CFNSEW]\b))|\{\\?circ\})\}?)/g;

/** Finds degrees. */
export const degrees: Finder = {
  mayFind: (text) => /\d(?= ?[{\\^])/.test(text) && /deg|circ/.test(text),
  bySign: false,
  find: (text, start, end) => replaced(text, degree, start, end, () => '°'),
};

const arrow = String.raw`(?:(?:[lL]ong)?(?:left|right|leftright)|(?:Left|Right|Leftright)|up|down)arrow`;
const number = String.raw`[-+]?\.?\d`;
/** Units and the like that stand right behind a number; after them it can't be part of a name. */
const afterNumber = String.raw`(?=\d+(?:[.,]\d+)*(?:times|[kKMBGTsx%×\\]|[mnμ]s|[kKMGT]B|[mck]?m)?(?![\p{L}\p{N}_]))`;

// Signs that TeX's words and typewriters' characters stand for.
const sign = new RegExp(
  [
    // Between two numbers, and before one: `within +/- 3 owls`.
    String.raw`(?<=\d%?|\\%) ?\+(?:\/?-|\/−) ?(?=\d)`,
    String.raw`(?<=(?:^|[\s(]))\+\/[-−] (?=\.?\d)`,
    String.raw`(?<=[^=]=)\+\/?[-−](?=\.?\d)`,
    String.raw`(?<=\d)(?:times|pm|[lg]eq|approx)(?=\d)`,
    String.raw`(?<=\d\.\d{1,4})sim(?=\d)`,
    String.raw`(?<=\d)(?:times|pm) (?=\d)`,
    String.raw`(?<=\d\.\d{1,12}%?) (?:pm|mp) (?=\d)`,
    String.raw`(?<=\d%?) (?:pm|mp) (?=\d+\.\d)`,
    String.raw`(?<=\(\d{1,9}) pm (?=\d{1,9}\))`,
    // A multiplier: `3times faster`, not `3times a day`.
    String.raw`(?<=\d)times(?![\p{L}\p{N}_]| (?:a|per|each|every|in a) )`,
    String.raw`(?<=(?<![\p{L}\p{N}_\\])[a-zA-Z])times (?=[a-zA-Z](?![\p{L}\p{N}_]))`,
    String.raw`(?<=(?<![\p{L}\p{N}_\\])[a-zA-Z])times(?![\p{L}\p{N}_])`,
    // Before a number.
    String.raw`(?<![\p{L}\p{N}_\\^{])(?:[lg]eq(?:slant)?|neq|approx|simeq|[lg]sim|[lg](?:ess|tr)sim)(?= ?${number})`,
    String.raw`(?<=\()(?:[lg]e|gg|ll|sim|pm) ?(?=${number})`,
    String.raw`(?<![\p{L}\p{N}_\\^{])(?:sim(?!\d(?![\p{L}\p{N}%.,×\\]))|[lg]e|gg|ll|pm)${afterNumber}`,
    String.raw`(?<![\p{L}\p{N}_\\^{])sim(?= (?:\d{2,}|\d+(?:[.,]\d+|times|\\?%|[kKMB]\b)))`,
    String.raw`(?<![\p{L}\p{N}_\\^{])(?:sim|approx)!(?=\d)`,
    // Words that mean nothing else.
    String.raw`(?<![_\\^{])(?:${arrow})(?![\p{L}_^{]| (?:key|symbol|button|sign|icon)s?\b)`,
    // What no formula has taken.
    String.raw`(?<![_^])\\(?:${Object.keys(characters).join('|')})(?![a-zA-Z_^{])`,
    // What stood in braces of its own: `{sim}20%`, `12{,}500`.
    String.raw`(?<![_^]|\\[a-zA-Z]{1,20})\{\\?(?:${Object.keys(characters).join('|')}|${Object.keys(greekCharacters).join('|')})\}(?![_^])`,
    String.raw`(?<=\d)\{[,.]\}(?=\d)|\{[=<>+]\}|(?<=\}|[=<>(])\{-\}(?=\.?\d)`,
  ].join('|'),
  'gu',
);

// V8 skips quickly to one of a few characters, and slowly to one of them with something behind it: so what shows a sign begins
// with a class of characters that are rare in a text, and what stands around these is looked at after that.
const nearNumber = String.raw`[\d+{\\](?:(?<=\\)(?=[a-zA-Z]{2})|(?<=\d)(?=times| ?pm)|(?<=(?:eq|sim|approx|slant|le|ge|gg|ll|pm)[ !]?[-+]?\.?\d)|(?<=\+)(?=\/?[-−])|(?<=\{)(?=\\?[a-zA-Z]+\}|[-=<>+,.]\}))`;
const inWord = String.raw`[mw](?:(?<=(?<![a-zA-Z])[a-zA-Z]tim)(?=es)|(?<=(?:ght|eft|up|own)arrow))`;
const [maybeNumber, maybeWord] = [new RegExp(nearNumber), new RegExp(inWord)];
const everySign = new RegExp(String.raw`${nearNumber}|${inWord}`, 'g');

/** Finds single signs among numbers and words: `1.98+/-0.07`, `1920times1080`, `leq5%`, `3times faster`, `{sim}20`. */
export const signs: Finder = {
  mayFind: (text) => maybeNumber.test(text) || maybeWord.test(text),
  bySign: false,
  find: findSigns,
};

/** How far before what shows it a sign begins at most, and how far it and what it depends on go on after that. */
const [reachBefore, reachAfter] = [20, 60];

/** The pattern of all signs is slow, and looks only where one may be. */
function findSigns(text: string, start: number, end: number): Repair[] {
  const repairs: Repair[] = [];
  for (const { index } of matchesBetween(text, everySign, Math.max(0, start - 3), end)) {
    const seen = text.slice(0, index + reachAfter);
    sign.lastIndex = Math.max(repairs.at(-1)?.end ?? start, index - reachBefore);
    for (let match = sign.exec(seen); match && match.index <= index + 2; match = sign.exec(seen)) {
      if (match.index + match[0].length > end || isSaidBefore(text, match)) continue;
      repairs.push(repairOf(text, match, characterFor));
    }
  }
  return repairs;
}

/** Whether a command stands shortly after its own character: the copy of a page that says each formula twice, `3 × \times`. */
function isSaidBefore(text: string, { 0: found, index }: RegExpExecArray): boolean {
  if (!found.startsWith('\\')) return false;
  const character = found === '\\cdot' ? '⋅' : characters[found.slice(1)];
  return character !== undefined && text.slice(Math.max(0, index - 48), index).includes(character);
}

function characterFor(found: string, text: string, index: number): string {
  if (found.includes('+') && !found.startsWith('{')) {
    if (found.startsWith(' ') || /[\d%]/.test(text[index - 1] ?? '')) return ' ± ';
    return found.endsWith(' ') ? '± ' : '±';
  }
  const name = /[a-zA-Z]+/.exec(found)?.[0];
  if (name === undefined) return found === '{-}' ? '−' : found.slice(1, -1);
  const character = characters[name] ?? greekCharacters[name] ?? name;
  const isSpaced = found.endsWith(' ') && !found.startsWith(' ') && text[index - 1] !== '(';
  return `${isSpaced ? ' ' : ''}${found.replace(/\{?\\?[a-zA-Z]+(?:\}|!)?/, character)}`;
}

type CharacterFor = (found: string, text: string, index: number) => string;

function replaced(
  text: string,
  pattern: RegExp,
  start: number,
  end: number,
  characterFor: CharacterFor,
): Repair[] {
  return matchesBetween(text, pattern, start, end).map((match) => repairOf(text, match, characterFor));
}

function repairOf(text: string, { 0: found, index }: RegExpExecArray, characterFor: CharacterFor): Repair {
  const end = index + found.length;
  return {
    start: index,
    end,
    nodes: (make) => [make.text(characterFor(found, text, index), index, end)],
  };
}
