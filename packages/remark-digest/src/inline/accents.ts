/** Combining marks of TeX's accents. */
const accents: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
};

/** Commands that stand for a character. */
const letters: Record<string, string> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textquotesingle: "'",
  textellipsis: '…',
  textasciitilde: '~',
  textasciicircum: '^',
  textbackslash: '\\',
  textunderscore: '_',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  textbraceleft: '{',
  textbraceright: '}',
  textdollar: '$',
  textpm: '±',
  texttimes: '×',
  textdiv: '÷',
  textdegree: '°',
  textmu: 'µ',
  textonehalf: '½',
  textbullet: '•',
  textregistered: '®',
  texttrademark: '™',
  textcopyright: '©',
  copyright: '©',
  textsection: '§',
  textrightarrow: '→',
  textsterling: '£',
  pounds: '£',
  euro: '€',
  texteuro: '€',
  S: '§',
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
const letter = String.raw`\\(?:${Object.keys(letters).join('|')})(?:\{\}|\\ |(?![a-zA-Z])[ \t]?)`;
const unicode = String.raw`\\?unicode\{x?[\dA-Fa-f]{2,6}\}`;
const escape = String.raw`\\[%&_#\${},]|(?<!\\[a-zA-Z]{1,30})\\ |(?<=\p{L})\\[-/](?=\p{L})`;

/** What TeX writes with a backslash in running text, as the source of a pattern. */
export const backslashed = [apostrophe, accent, letter, unicode, escape].join('|');

/** The characters that stand for something of {@link backslashed}. */
export function charactersFor(found: string): string {
  const accented = /^\\(?<mark>["'`^~=.uvHcdkr])[\s{\\]*(?<base>[a-zA-Z])\}?$/.exec(found)?.groups;
  if (accented && found.length > 2) {
    return `${accented['base']}${accents[accented['mark'] ?? ''] ?? ''}`.normalize('NFC');
  }
  const code = /^\\?unicode\{(?<code>.*)\}$/.exec(found)?.groups?.['code'];
  if (code !== undefined) {
    const point = code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 10);
    return isCharacter(point) ? String.fromCodePoint(point) : found;
  }
  const name = /^\\(?<name>[a-zA-Z]+)/.exec(found)?.groups?.['name'];
  if (name === undefined) return escapes[found.slice(1)] ?? found;
  return `${letters[name] ?? name}${found.endsWith('\\ ') ? ' ' : ''}`;
}

/** Whether a number is that of a character that can be seen. */
function isCharacter(point: number): boolean {
  return point <= 0x10ffff && /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test(String.fromCodePoint(point));
}
