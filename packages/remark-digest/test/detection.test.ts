import { readdirSync, readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { fromDigest, splitIssues, type FromDigestOptions } from '../src/index.ts';
import { isError } from '../src/cli/messages.ts';
import { decode } from '../src/decode.ts';
import { randomFrom } from './hostile/random.ts';

const folder = new URL('fixtures/', import.meta.url);

interface Case {
  name: string;
  text: string;
  options: FromDigestOptions;
  titles: string[];
  dialect: string | undefined;
}

/** Fixtures that are read without being told the dialect, and without an error. */
const cases: Case[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const files = readdirSync(new URL(`${name}/`, folder));
    const input = files.find((file) => file.startsWith('input.')) ?? '';
    const text = decode(new Uint8Array(readFileSync(new URL(`${name}/${input}`, folder))), () => {}) ?? '';
    const options: FromDigestOptions = files.includes('options.json')
      ? JSON.parse(readFileSync(new URL(`${name}/options.json`, folder), 'utf8'))
      : {};
    const tree = fromDigest(text, options);
    return { name, text, options, titles: titlesOf(tree), dialect: tree.data?.digest?.dialect };
  })
  .filter(
    ({ text, options, titles }) =>
      options.dialect === undefined &&
      !/^dialect:/m.test(text) &&
      titles.length > 0 &&
      !hasError(fromDigest(text, options)),
  );

describe('the beginning of a digest cut off', () => {
  it.each(cases)('$name is read right or refused', ({ text, options, titles }) => {
    const tree = fromDigest(
      text
        .split(/\r\n|\n|\r/)
        .slice(5)
        .join('\n'),
      options,
    );
    if (hasError(tree)) return;
    expect(titles).toEqual(expect.arrayContaining(titlesOf(tree)));
  });
});

it('two digests of different dialects, one after the other, are read right or refused', () => {
  const random = randomFrom(20250312);
  for (const first of cases) {
    const others = cases.filter(({ dialect }) => dialect !== first.dialect);
    for (let count = 0; count < 8 && others.length > 0; count++) {
      const second = random.pick(others);
      const tree = fromDigest(`${first.text}\n\n${second.text}`, { year: 2025 });
      if (hasError(tree)) continue;
      expect(new Set(titlesOf(tree)), `${first.name} and ${second.name}`).toEqual(
        new Set([...first.titles, ...second.titles]),
      );
    }
  }
});

function titlesOf(tree: Root): string[] {
  return splitIssues(tree).flatMap(({ children }) =>
    children.flatMap((node) => (node.type === 'digestEntry' ? [node.title] : [])),
  );
}

function hasError(tree: Root): boolean {
  return (tree.data?.digest?.messages ?? []).some(({ ruleId = '', reason }) => isError({ ruleId, reason }));
}
