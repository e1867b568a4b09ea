import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pageKey, readPageQuestions, writePageQuestions } from '../../src/kept/page-keys.ts';
import type { Question } from '../../src/model/page-reads.ts';

const folder = mkdtempSync(join(tmpdir(), 'page-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const question = (name: string, value: unknown): Question => ({ name, value });
const paper = (digest: string) => ({ id: '2025-03-12/owls', digest, data: { title: 'Owls' } });

describe('the key of a page', () => {
  const key = pageKey('code', [question('has authors', true), question('paper owls', paper('a'))]);

  test('is the same as long as its code, its questions and their answers are', () => {
    expect(pageKey('code', [question('has authors', true), question('paper owls', paper('a'))])).toBe(key);
  });

  test.each([
    ['another code', 'other', [question('has authors', true), question('paper owls', paper('a'))]],
    ['another answer', 'code', [question('has authors', false), question('paper owls', paper('a'))]],
    [
      'a paper read from something else',
      'code',
      [question('has authors', true), question('paper owls', paper('b'))],
    ],
    ['a paper that has gone', 'code', [question('has authors', true), question('paper owls', undefined)]],
    ['another question', 'code', [question('has topics', true), question('paper owls', paper('a'))]],
    ['a question less', 'code', [question('has authors', true)]],
  ])('is another one for %s', (_, code, asked) => {
    expect(pageKey(code, asked)).not.toBe(key);
  });

  test('tells lists of entries apart by each of them', () => {
    const keyOf = (...digests: string[]) => pageKey('code', [question('papers ', digests.map(paper))]);
    expect(keyOf('a', 'b')).toBe(keyOf('a', 'b'));
    expect(new Set([keyOf(), keyOf('a'), keyOf('a', 'b'), keyOf('b', 'a')]).size).toBe(4);
  });
});

test('what pages asked is read as it was written, and not at all where it is damaged', () => {
  const file = join(folder, 'questions');
  const [one, two, three] = ['issues ', 'paper owls', 'has authors'].map((name) => question(name, 1));
  writePageQuestions(
    file,
    new Map([
      ['index.html', [one, two]],
      ['about.html', []],
      ['owls.html', [three, two]],
    ] as [string, Question[]][]),
  );
  const found: string[] = [];
  const find = (name: string): Question => {
    found.push(name);
    return question(name, 2);
  };
  const read = readPageQuestions(file, find);
  expect([...read].map(([path, asked]) => [path, asked.map(({ name }) => name)])).toEqual([
    ['index.html', ['issues ', 'paper owls']],
    ['about.html', []],
    ['owls.html', ['has authors', 'paper owls']],
  ]);
  expect(found.toSorted()).toEqual(['has authors', 'issues ', 'paper owls']);
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at += 7) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] as number) ^ 4;
    writeFileSync(file, damaged);
    expect(readPageQuestions(file, find).size).toBe(0);
  }
  expect(readPageQuestions(join(folder, 'nowhere'), find).size).toBe(0);
});
