import { stem } from '../model/stem.ts';
import type { Term } from './query.ts';
import { splitForms, unspaced } from './words.ts';

/** A part of a text that shows words of a query. */
export interface MarkedExcerpt {
  pieces: MarkedPiece[];
  /** Whether it begins where the text does, and ends so. */
  isFromStart: boolean;
  isToEnd: boolean;
}

/** A stretch of text. */
export interface MarkedPiece {
  text: string;
  /** Whether the query has it. */
  isMarked: boolean;
}

/** How many characters are shown at most, and how many of them before the first word that was found. */
const length = 200;
const lead = 30;

/** Takes the part of a text that has most words of a query, and marks them. */
export function markedExcerpt(text: string, terms: readonly Term[]): MarkedExcerpt {
  const marks = marksIn(text, terms);
  const [start, end] = regionOf(text, marks);
  const shown = marks.filter((mark) => mark.start >= start && mark.end <= end);
  return {
    pieces: piecesOf(text, shown, start, end),
    isFromStart: start === 0,
    isToEnd: end === text.length,
  };
}

/** Marks the words of a query in the whole of a text, such as a title. */
export function markedPieces(text: string, terms: readonly Term[]): MarkedPiece[] {
  return piecesOf(text, marksIn(text, terms), 0, text.length);
}

function marksIn(text: string, terms: readonly Term[]): Mark[] {
  return terms.some(({ typed }) => unspaced.test(typed))
    ? occurrences(text, terms)
    : markedWords(text, terms);
}

function piecesOf(text: string, marks: readonly Mark[], start: number, end: number): MarkedPiece[] {
  const ends = [start, ...marks.map((mark) => mark.end)];
  return [
    ...marks.flatMap((mark, index) => [
      { text: text.slice(ends[index], mark.start), isMarked: false },
      { text: text.slice(mark.start, mark.end), isMarked: true },
    ]),
    { text: text.slice(ends.at(-1), end), isMarked: false },
  ].filter((piece) => piece.text !== '');
}

/** A word of the text that the query has, by the number of the query's word. */
interface Mark {
  start: number;
  end: number;
  word: number;
}

function markedWords(text: string, terms: readonly Term[]): Mark[] {
  const words = terms.flatMap(({ whole, parts }) => [whole, ...parts]).filter((word) => word.length > 1);
  const asked = words.map((word) => ({ word, root: stem(word) }));
  return Array.from(text.matchAll(/\S+/g)).flatMap(({ 0: token, index: start }) => {
    const forms = splitForms(token).flatMap(({ whole, parts }) => [whole, ...parts]);
    const word = asked.findIndex(({ word, root }) =>
      forms.some((form) => form.startsWith(word) || stem(form) === root),
    );
    return word < 0 ? [] : [{ start, end: start + token.length, word }];
  });
}

/** The same for words of scripts without spaces, which stand anywhere. */
function occurrences(text: string, terms: readonly Term[]): Mark[] {
  const lower = text.toLowerCase();
  const marks = terms.flatMap(({ typed }, word) => {
    const found: Mark[] = [];
    for (let start = lower.indexOf(typed.toLowerCase()); start >= 0;) {
      const end = start + typed.length;
      found.push({ start, end, word });
      start = lower.indexOf(typed.toLowerCase(), end);
    }
    return found;
  });
  return marks
    .sort((a, b) => a.start - b.start)
    .filter((mark, index, all) => mark.start >= (all[index - 1]?.end ?? 0));
}

/** Where the part with the most different words begins and ends: between words, where there are any near. */
function regionOf(text: string, marks: readonly Mark[]): [start: number, end: number] {
  if (text.length <= length) return [0, text.length];
  const countFrom = (first: Mark): number =>
    new Set(
      marks
        .filter(({ start, end }) => start >= first.start && end <= first.start - lead + length)
        .map(({ word }) => word),
    ).size;
  const counts = marks.map(countFrom);
  const best = marks[counts.indexOf(Math.max(...counts))];
  const earliest = Math.max(0, Math.min((best?.start ?? 0) - lead, text.length - length));
  const blank = text.indexOf(' ', earliest);
  const start =
    earliest === 0 || blank < 0 || blank >= (best?.start ?? earliest + lead) ? earliest : blank + 1;
  if (start + length >= text.length) return [start, text.length];
  const last = text.lastIndexOf(' ', start + length);
  return [start, last > start + length / 2 ? last : start + length];
}
