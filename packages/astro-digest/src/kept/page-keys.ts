import { readFileSync } from 'node:fs';
import { sealText, unsealText } from '../content/sealed-text.ts';
import { writeSyncFile } from '../content/sync-files.ts';
import { hashOf } from './hash.ts';

/** What pages asked of the library when they were rendered last, by the paths of their files. */
export type PageQuestions = Map<string, readonly string[]>;

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
export function writePageQuestions(file: string, pages: PageQuestions): void {
  const numbers = new Map<string, number>();
  const numbered = [...pages].map(([path, asked]) => [path, asked.map((question) => numberOf(question))]);
  writeSyncFile(file, sealText(JSON.stringify({ questions: [...numbers.keys()], pages: numbered }), version));

  function numberOf(question: string): number {
    const number = numbers.get(question) ?? numbers.size;
    numbers.set(question, number);
    return number;
  }
}

/**
 * Makes keys of pages: hashes of the code that renders them and of the answers to what they asked.
 *
 * @param code hash of all that pages are made of besides the library
 * @param answer answers a question as a text
 */
export function pageKeys(
  code: string,
  answer: (question: string) => string,
): (asked: readonly string[]) => string {
  const answers = new Map<string, string>();
  const answered = (question: string): string => {
    let known = answers.get(question);
    if (known === undefined) answers.set(question, (known = `${question}\n${hashOf(answer(question))}`));
    return known;
  };
  return (asked) => hashOf([code, ...asked.map(answered)].join('\n'));
}
