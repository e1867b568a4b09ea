import { stem } from '../model/stem.ts';
import { isRun, type Term } from './query.ts';
import { hasRun, partRuns } from './runs.ts';
import { bare, splitForms } from './words.ts';

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
    pieces: piecesOf(text, joined(shown), start, end),
    isFromStart: start === 0,
    isToEnd: end === text.length,
  };
}

/** Marks the words of a query in the whole of a text, such as a title. */
export function markedPieces(text: string, terms: readonly Term[]): MarkedPiece[] {
  return piecesOf(text, joined(marksIn(text, terms)), 0, text.length);
}

function marksIn(text: string, terms: readonly Term[]): Mark[] {
  return [...markedWords(text, terms), ...markedRuns(text, terms)].sort((a, b) => a.start - b.start);
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
  const asked = terms.flatMap((term, number) =>
    isRun(term)
      ? []
      : [term.whole, ...term.parts]
          .filter((word) => word.length > 1)
          .map((word) => ({ word, root: stem(word), number })),
  );
  if (asked.length === 0) return [];
  return tokensOf(text).flatMap(({ token, start }) => {
    const forms = splitForms(token).flatMap(({ whole, parts }) => [whole, ...parts]);
    const found = asked.find(({ word, root }) =>
      forms.some((form) => form.startsWith(word) || stem(form) === root),
    );
    return found ? [{ start, end: start + token.length, word: found.number }] : [];
  });
}

/** What stands between blanks, and of that what stands between runs. */
function tokensOf(text: string): { token: string; start: number }[] {
  return Array.from(text.matchAll(/\S+/g)).flatMap(({ 0: token, index }) => {
    let end = index;
    return partRuns(token)
      .map((piece) => ({ token: piece, start: (end += piece.length) - piece.length }))
      .filter(({ token }) => !hasRun(token));
  });
}

/** The same for runs, which stand anywhere in longer ones. */
function markedRuns(text: string, terms: readonly Term[]): Mark[] {
  if (!terms.some(isRun)) return [];
  let plain = '';
  const places: number[] = [];
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    plain += bare(letter);
    while (places.length < plain.length) places.push(index);
  }
  places.push(text.length);
  return terms.flatMap((term, word) => {
    const { whole } = term;
    const found: Mark[] = [];
    for (let place = isRun(term) ? plain.indexOf(whole) : -1; place >= 0;) {
      const end = place + whole.length;
      found.push({ start: places[place] as number, end: places[end] as number, word });
      place = plain.indexOf(whole, end);
    }
    return found;
  });
}

/** Marks that overlap as one. */
function joined(marks: readonly Mark[]): Mark[] {
  const all: Mark[] = [];
  for (const mark of marks) {
    const last = all.at(-1);
    if (last && mark.start < last.end) last.end = Math.max(last.end, mark.end);
    else all.push({ ...mark });
  }
  return all;
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
