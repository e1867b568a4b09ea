import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What is never broken: a link would lead nowhere. */
const link = /(?:https?:\/\/|mailto:)/i;

/** A stretch of text without a place to break it. */
interface Piece {
  text: string;
  /** In columns. */
  width: number;
  /** Whether a blank stands before it, where it is not the first of its line. */
  blank: boolean;
}

/**
 * Breaks a text into lines of a terminal's columns, at blanks, and around wide characters, which take two columns each. A
 * word that is longer than a line is broken anywhere, a link never.
 *
 * @param text one line
 * @param columns how wide a line may be
 */
export function wrap(text: string, columns: number): string[] {
  return wrapPlain(text, columns) ?? wrapPieces(text, columns);
}

/** Words of ASCII with single blanks between them, as most texts are; nothing of a text that is not, or has a longer word. */
function wrapPlain(text: string, columns: number): string[] | undefined {
  if (!/^[!-~]+(?: [!-~]+)*$/.test(text)) return undefined;
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > columns) {
    const blank = text.lastIndexOf(' ', start + columns);
    if (blank < start) return undefined;
    lines.push(text.slice(start, blank));
    start = blank + 1;
  }
  lines.push(text.slice(start));
  return lines;
}

function wrapPieces(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { text: piece, width, blank } of text.split(' ').flatMap((word) => piecesOf(word, columns))) {
    const needed = width + (blank ? 1 : 0);
    if (line !== '' && used + needed > columns) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += line !== '' && blank ? ` ${piece}` : piece;
    used += line === piece ? width : needed;
  }
  if (line !== '') lines.push(line);
  return lines;
}

function piecesOf(word: string, columns: number): Piece[] {
  const width = stringWidth(word);
  if (word === '') return [];
  if (link.test(word) || (width <= columns && width === word.length))
    return [{ text: word, width, blank: true }];
  const pieces: Piece[] = [];
  let open = false;
  for (const { segment } of graphemes.segment(word)) {
    const width = stringWidth(segment);
    const last = pieces.at(-1);
    if (open && last && width < 2 && last.width + width <= columns) {
      last.text += segment;
      last.width += width;
    } else pieces.push({ text: segment, width, blank: pieces.length === 0 });
    open = width < 2;
  }
  return pieces;
}
