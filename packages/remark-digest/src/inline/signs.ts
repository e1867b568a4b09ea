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

const arrow = String.raw`(?:(?:[lL]ong)?(?:left|right|leftright)|(?:Left|Right|Leftright)|up|down)arrow|mapsto`;
const number = String.raw`[-+]?\.?\d`;
/** Units and the like that stand right behind a number; after them it can't be part of a name. */
const afterNumber = String.raw`(?=\d+(?:[.,]\d+)*(?:times|[kKMBGTsx%×\\]|[mnμ]s|[kKMGT]B|[mck]?m)?(?![\p{L}\p{N}_]))`;

// Signs that TeX's words and typewriters' characters stand for.
const sign = new RegExp(
  [
    // Between two numbers.
    String.raw`(?<=\d%?|\\%) ?\+(?:\/?-|\/−) ?(?=\d)`,
    String.raw`(?<=\d)(?:times|pm)(?=\d)`,
    String.raw`(?<=\d)(?:times|pm) (?=\d)`,
    String.raw`(?<=\d\.\d{1,12}%?) (?:pm|mp) (?=\d)`,
    String.raw`(?<=\d%?) (?:pm|mp) (?=\d+\.\d)`,
    String.raw`(?<=\(\d{1,9}) pm (?=\d{1,9}\))`,
    // A multiplier: `3times faster`, not `3times a day`.
    String.raw`(?<=\d)times(?![\p{L}\p{N}_]| (?:a|per|each|every|in a) )`,
    String.raw`(?<=(?<![\p{L}\p{N}_\\])[a-zA-Z])times(?![\p{L}\p{N}_])`,
    // Before a number.
    String.raw`(?<![\p{L}\p{N}_\\^{])(?:[lg]eq(?:slant)?|neq|approx|simeq|[lg]sim|[lg](?:ess|tr)sim)(?= ?${number})`,
    String.raw`(?<=\()(?:[lg]e|gg|ll|sim|pm) ?(?=${number})`,
    String.raw`(?<![\p{L}\p{N}_\\^{])(?:sim|[lg]e|gg|ll|pm)${afterNumber}`,
    String.raw`(?<![\p{L}\p{N}_\\^{])sim(?= (?:\d{2,}|\d+(?:[.,]\d+|times|\\?%|[kKMB]\b)))`,
    // Words that mean nothing else.
    String.raw`(?<![\p{L}\p{N}_\\^{])(?:${arrow})(?![\p{L}_^{]| (?:key|symbol|button|sign|icon)s?\b)`,
    String.raw`(?<=, ?)[lc]dots(?=,|$| )`,
    String.raw`(?<![\p{L}\p{N}_\\^{])infty(?![\p{L}_^{])`,
    // What stood in braces of its own: `{sim}20%`, `12{,}500`.
    String.raw`\{\\?(?:${Object.keys(characters).join('|')}|${Object.keys(greekCharacters).join('|')})\}(?![_^])`,
    String.raw`(?<=\d)\{[,.]\}(?=\d)|\{[=<>+]\}`,
  ].join('|'),
  'gu',
);

// Each begins at what is rare in a text: a number, a brace, and letters that few words have.
const maySign = new RegExp(
  [
    String.raw`\+(?=\/?[-−])`,
    String.raw`\d(?=times| ?pm)`,
    String.raw`(?<=(?:eq|sim|approx|slant|le|ge|gg|ll|pm) ?[-+]?\.?)\d`,
    String.raw`(?<=\b[a-zA-Z]ti)mes\b`,
    String.raw`(?<=(?:t|p|n)arro)w|(?<=ma)psto|(?<=[lc])dots|inft(?=y)`,
    String.raw`\{(?=\\?[a-zA-Z]+\}|[=<>+,.]\})`,
  ].join('|'),
);

/** Finds single signs among numbers and words: `1.98+/-0.07`, `1920times1080`, `leq5%`, `3times faster`, `{sim}20`. */
export const signs: Finder = {
  mayFind: (text) => maySign.test(text),
  bySign: false,
  find: (text, start, end) => replaced(text, sign, start, end, characterFor),
};

function characterFor(found: string, text: string, index: number): string {
  if (found.includes('+') && !found.startsWith('{')) return ' ± ';
  const name = /[a-zA-Z]+/.exec(found)?.[0];
  if (name === undefined) return found.slice(1, -1);
  const character = characters[name] ?? greekCharacters[name] ?? name;
  const isSpaced = found.endsWith(' ') && !found.startsWith(' ') && text[index - 1] !== '(';
  return `${isSpaced ? ' ' : ''}${found.replace(/\{?\\?[a-zA-Z]+\}?/, character)}`;
}

function replaced(
  text: string,
  pattern: RegExp,
  start: number,
  end: number,
  characterFor: (found: string, text: string, index: number) => string,
): Repair[] {
  return matchesBetween(text, pattern, start, end).map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    nodes: (make) => [make.text(characterFor(found, text, index), index, index + found.length)],
  }));
}
