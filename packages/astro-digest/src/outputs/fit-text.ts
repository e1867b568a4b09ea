/** What text set in one font takes, and whether the font has it. */
export interface Typeface {
  /** Width of a character in ems, kerning and ligatures left aside; undefined when the font has no glyph for it. */
  advance(codePoint: number): number | undefined;
}

/** What of a text can be drawn. */
export interface DrawableText {
  /** One line that holds only characters of the font; empty when there are none. */
  text: string;
  /** How much of the text that is, from 0 to 1; emoji, white space and invisible characters don't count. */
  share: number;
}

/** More characters than any image has room for; a longer text is looked at no further. */
const longest = 1000;

const invisible = /[\p{C}\p{Default_Ignorable_Code_Point}]/u;
const mark = /\p{M}/u;
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;

/**
 * Keeps of a text what a font can draw. A character that the font lacks is drawn in its compatibility form where Unicode
 * has one that the font knows (`𝑥` as `x`); an emoji is left out; in the place of anything else stands an ellipsis. A
 * character keeps one combining mark at most, so that no heap of marks reaches into the lines above and below.
 *
 * @param text any text
 */
export function drawableText(text: string, face: Typeface): DrawableText {
  let drawn = '';
  let kept = 0;
  let all = 0;
  for (const character of text.slice(0, longest).normalize('NFC').replace(/\s+/g, ' ')) {
    if (character === ' ') {
      drawn += character;
    } else if (mark.test(character)) {
      if (has(face, character) && /[^\s\p{M}]$/u.test(drawn)) drawn += character;
    } else if (!invisible.test(character)) {
      const form = [character, character.normalize('NFKC')].find((form) => has(face, form));
      if (form !== undefined) kept += 1;
      if (form !== undefined || !emoji.test(character)) all += 1;
      drawn += form ?? (emoji.test(character) ? '' : '…');
    }
  }
  return {
    text: drawn
      .replace(/…(?: ?…)+/g, '…')
      .replace(/\s+/g, ' ')
      .trim(),
    share: all === 0 ? 0 : kept / all,
  };
}

/** Whether the font has every character of a text. */
function has(face: Typeface, text: string): boolean {
  return [...text].every((character) => face.advance(character.codePointAt(0) as number) !== undefined);
}

/**
 * Width of a text in the unit of the size. Kerning and ligatures make what is drawn a little narrower.
 *
 * @param text characters that the font has
 */
export function widthOf(text: string, face: Typeface, size: number): number {
  let width = 0;
  for (const character of text) width += face.advance(character.codePointAt(0) as number) ?? 0;
  return width * size;
}

/**
 * Breaks a text into lines, at spaces where it can and inside a word where it must. What is more than `most` lines is cut
 * off, and an ellipsis tells so.
 *
 * @param text characters that the font has, one space between words
 * @param width how wide a line may be, in the unit of the size
 */
export function fitLines(text: string, face: Typeface, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, face, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line, face, size) > width) {
      const head = headOf(line, face, size, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), withEllipsis(lines[most - 1] as string, face, size, width)];
}

/** Breaks a text as `fitLines` does, and makes the lines of a text that fits about equally long. */
export function balancedLines(
  text: string,
  face: Typeface,
  size: number,
  width: number,
  most: number,
): string[] {
  const lines = fitLines(text, face, size, width, most);
  if (lines.length < 2 || lines.join(' ') !== text) return lines;
  let narrow = width / 2;
  let wide = width;
  while (wide - narrow > size / 4) {
    const middle = (narrow + wide) / 2;
    const narrower = fitLines(text, face, size, middle, most);
    if (narrower.length === lines.length && narrower.join(' ') === text) wide = middle;
    else narrow = middle;
  }
  return fitLines(text, face, size, wide, most);
}

/** As many of a word's characters as a line takes, but at least one. */
function headOf(word: string, face: Typeface, size: number, width: number): string {
  let head = '';
  for (const character of word) {
    if (head !== '' && widthOf(head + character, face, size) > width) break;
    head += character;
  }
  return head;
}

function withEllipsis(line: string, face: Typeface, size: number, width: number): string {
  let cut = line;
  while (cut !== '' && widthOf(`${cut}…`, face, size) > width) {
    const space = cut.lastIndexOf(' ');
    cut = space > cut.length / 2 ? cut.slice(0, space) : [...cut].slice(0, -1).join('');
  }
  return `${cut.replace(/[\s,;:.…–—(-]+$/, '')}…`;
}
