import { gapNumbers } from './gaps.ts';
import { hyphenated, type Lexicon } from './lexicon.ts';
import { SpanValues } from './span-values.ts';
import { gapOf, splitWords } from './terms.ts';

/** What stands between two spaces, read once. */
interface Piece {
  /** The form of its first word; `none` where it has none. */
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

const none = -1;

/** What is no value of a piece. */
const unknown = -1;

const space = 0x20;

/** The prime of the hash FNV-1a for 32 bits (RFC 9923), here of UTF-16 units. */
const hashPrime = 0x01000193;

/** Where hashes begin: nobody can write texts whose words all have one hash. Nothing but speed rests on it. */
const hashStart = Math.trunc(Math.random() * 2 ** 32);

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
  /** Of a piece that is a word and nothing else its form; of others -2 and less, by their number: see `pieceOf`. */
  private readonly known = new SpanValues();
  private readonly pieces: Piece[] = [];
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
      let end = start;
      let hash = hashStart;
      for (; end < text.length; end++) {
        const sign = text.charCodeAt(end);
        if (sign === space) break;
        hash = Math.imul(hash ^ sign, hashPrime);
      }
      const known = this.known.get(text, start, end, hash, unknown);
      // Most pieces are a word between two spaces, for which it is all there is to know.
      if (known >= 0 && between === ' ') {
        start = end + 1;
        forms[length] = known;
        gaps[length++] = gapNumbers.space;
        continue;
      }
      const piece = this.pieceOf(known) ?? this.readPiece(text.slice(start, end), hash);
      start = end + 1;
      if (piece.form === none) {
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

  private readPiece(text: string, hash: number): Piece {
    const { words, before, after } = splitWords(text);
    const forms = words.map(({ form }) => this.lexicon.form(form));
    const gaps = words.map(({ gap }) => gapNumbers[gap]);
    this.compounds.push(...hyphenated({ forms, gaps }));
    const piece: Piece = {
      form: forms[0] ?? none,
      otherForms: forms.length > 1 ? forms.slice(1) : noOthers,
      otherGaps: forms.length > 1 ? gaps.slice(1) : noOthers,
      before,
      after: `${after} `,
    };
    if (text.length > longestKept) return piece;
    const isPlain = words.length === 1 && before === '' && after === '';
    this.known.add(text, hash, isPlain ? piece.form : unknown - this.pieces.push(piece));
    return piece;
  }

  /** The piece that is known by a value, if any. */
  private pieceOf(known: number): Piece | undefined {
    if (known >= 0) return { form: known, otherForms: noOthers, otherGaps: noOthers, before: '', after: ' ' };
    return this.pieces[unknown - known - 1];
  }
}
