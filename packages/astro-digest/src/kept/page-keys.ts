import type { Question } from '../model/page-reads.ts';
import { hashOf } from './hash.ts';
import { readSealedData, writeSealedData } from './sealed-data.ts';

/** What pages asked of the library when they were rendered last, by the paths of their files. */
export type PageQuestions = ReadonlyMap<string, readonly Question[]>;

/** How that is kept. */
interface Kept {
  /** Names of the questions, each once. */
  questions: string[];
  paths: string[];
  /** What the page of each path asked, one page after another, as places in the list of names. */
  asked: Int32Array;
  /** Where that of each page ends. */
  ends: Int32Array;
}

/** Changes with the shape of the file. */
const version = '2';

/**
 * Reads what pages asked; nothing where the file is damaged, of another version, or not there.
 *
 * @param find finds a question by its name; it is asked for each question once
 */
export function readPageQuestions(file: string, find: (name: string) => Question): PageQuestions {
  const kept = readSealedData(file, version) as Kept | undefined;
  if (!kept) return new Map();
  const { paths, asked, ends } = kept;
  const questions = kept.questions.map(find);
  return new Map(
    paths.map((path, index) => {
      const own = asked.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
      return [path, Array.from(own, (number) => questions[number] as Question)];
    }),
  );
}

/** Writes what pages asked, each question once. */
export function writePageQuestions(file: string, pages: PageQuestions): void {
  const names: string[] = [];
  const asked = new Int32Array(Array.from(pages.values(), ({ length }) => length).reduce((a, b) => a + b, 0));
  const ends = new Int32Array(pages.size);
  for (const own of pages.values()) for (const question of own) question.place = undefined;
  let end = 0;
  let page = 0;
  for (const own of pages.values()) {
    for (const question of own) {
      question.place ??= names.push(question.name) - 1;
      asked[end++] = question.place;
    }
    ends[page++] = end;
  }
  const kept: Kept = { questions: names, paths: [...pages.keys()], asked, ends };
  writeSealedData(file, kept, version);
}

/**
 * The key of a page: a hash of the code that renders it and of the answers to what it asked, in that order.
 *
 * @param code hash of all that pages are made of besides the library
 */
export function pageKey(code: string, asked: readonly Question[]): string {
  return hashOf(`${code}${asked.map(hashOfQuestion).join('')}`);
}

function hashOfQuestion(question: Question): string {
  return (question.hash ??= hashOf(`${question.name}\n${textOf(question.value)}`));
}

/** An answer as a text, the same as long as the answer is. */
function textOf(value: unknown): string {
  if (isEntry(value)) return markOf(value);
  if (Array.isArray(value) && value.every(isEntry)) return value.map(markOf).join('\n');
  return JSON.stringify(value) ?? '';
}

/** An entry of a collection, with the hash of all that it was read from. */
interface Entry {
  id: string;
  digest: string;
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'digest' in value && 'data' in value;
}

function markOf({ id, digest }: Entry): string {
  return JSON.stringify([id, digest]);
}
