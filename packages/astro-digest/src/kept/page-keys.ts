import { readFileSync } from 'node:fs';
import { sealText, unsealText } from '../content/sealed-text.ts';
import { writeSyncFile } from '../content/sync-files.ts';
import type { Question } from '../model/page-reads.ts';
import { hashOf } from './hash.ts';

/** What pages asked of the library when they were rendered last, as names of questions, by the paths of their files. */
export type PageQuestions = ReadonlyMap<string, readonly string[]>;

/** Changes with the shape of the file. */
const version = '1';

/** Reads what pages asked; nothing where the file is damaged, of another version, or not there. */
export function readPageQuestions(file: string): PageQuestions {
  try {
    const text = unsealText(readFileSync(file, 'utf8'), version);
    if (text === undefined) return new Map();
    const { questions, pages } = JSON.parse(text) as { questions: string[]; pages: [string, number[]][] };
    return new Map(pages.map(([path, asked]) => [path, asked.map((number) => questions[number] as string)]));
  } catch {
    return new Map();
  }
}

/** Writes what pages asked, each question once. */
export function writePageQuestions(file: string, pages: ReadonlyMap<string, readonly Question[]>): void {
  const numbers = new Map<string, number>();
  const numbered = [...pages].map(([path, asked]) => [path, asked.map(({ name }) => numberOf(name))]);
  writeSyncFile(file, sealText(JSON.stringify({ questions: [...numbers.keys()], pages: numbered }), version));

  function numberOf(question: string): number {
    const number = numbers.get(question);
    if (number === undefined) numbers.set(question, numbers.size);
    return number ?? numbers.size - 1;
  }
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
  return (question.hash ??= hashOf(`${question.name}\n${JSON.stringify(question.value) ?? ''}`));
}
