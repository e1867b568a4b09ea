import { gapNumbers } from './gaps.ts';
import { hyphenated, type Lexicon } from './lexicon.ts';
import { gapOf, splitWords } from './terms.ts';

/** What stands between two spaces, read once. */
interface Piece {
  /** The form of its first word; below 0 where it has none. */
  form: number;
  /** Forms of its other words, and what stands before each. */
  otherForms: readonly number[];
  otherGaps: readonly number[];
  /** What stands before its first word. */
  before: string;
  /** What stands after its last word, with the space. */
  after: string;
}

/** Of most pieces, one for all, so that they take little room. */
const noOthers: readonly number[] = [];

/** Longer pieces hardly come again. */
const longestKept = 40;

/**
 * Reads texts piece by piece, as spaces part them, so that a piece that comes again, as most do, isn't split, folded and
 * stemmed again.
 */
export class PieceReader {
  /** How many words were read. */
  length = 0;
  /** Compounds that the texts write with hyphens, each as the forms of its words. */
  readonly compounds: number[][] = [];
  /** The words of all texts that were read, one after another, and room for more. */
  private words = { forms: new Int32Array(0), gaps: new Uint8Array(0) };
  private readonly pieces = new Map<string, Piece>();
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** The words of all texts that were read, one after another. */
  wordNumbers(): { forms: Int32Array; gaps: Uint8Array } {
    const { forms, gaps } = this.words;
    return { forms: forms.slice(0, this.length), gaps: gaps.slice(0, this.length) };
  }

  /** Reads a text; its first word belongs to nothing before it. */
  read(text: string): void {
    // No text has more words than signs.
    const { forms, gaps } = this.makeRoom(text.length);
    let { length } = this;
    let between = '|';
    for (let start = 0; start < text.length;) {
      const space = text.indexOf(' ', start);
      const end = space < 0 ? text.length : space;
      const part = text.slice(start, end);
      const piece = this.pieces.get(part) ?? this.readPiece(part);
      start = end + 1;
      if (piece.form < 0) {
        between += piece.after;
        continue;
      }
      const isSpace = between === ' ' && piece.before === '';
      forms[length] = piece.form;
      gaps[length++] = isSpace ? gapNumbers.space : gapNumbers[gapOf(between + piece.before)];
      for (let index = 0; index < piece.otherForms.length; index++) {
        forms[length] = piece.otherForms[index] as number;
        gaps[length++] = piece.otherGaps[index] as number;
      }
      between = piece.after;
    }
    this.length = length;
  }

  private makeRoom(more: number): { forms: Int32Array; gaps: Uint8Array } {
    if (this.length + more > this.words.forms.length) {
      const size = 2 * (this.length + more);
      const { forms, gaps } = this.words;
      this.words = { forms: new Int32Array(size), gaps: new Uint8Array(size) };
      this.words.forms.set(forms);
      this.words.gaps.set(gaps);
    }
    return this.words;
  }

  private readPiece(text: string): Piece {
    const { words, before, after } = splitWords(text);
    const forms = words.map(({ form }) => this.lexicon.form(form));
    const gaps = words.map(({ gap }) => gapNumbers[gap]);
    this.compounds.push(...hyphenated({ forms, gaps }));
    const piece = {
      form: forms[0] ?? -1,
      otherForms: forms.length > 1 ? forms.slice(1) : noOthers,
      otherGaps: forms.length > 1 ? gaps.slice(1) : noOthers,
      before,
      after: `${after} `,
    };
    if (text.length <= longestKept) this.pieces.set(text, piece);
    return piece;
  }
}
