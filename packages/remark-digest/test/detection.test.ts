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
    return { name, text, options, titles: titlesOf(fromDigest(text, options)) };
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

describe('two digests, one after the other', () => {
  // Every fixture with some others, in both orders.
  const random = randomFrom(20250312);
  const pairs = cases.flatMap((first) =>
    Array.from({ length: 8 }, () => {
      const second = random.pick(cases);
      return { first, second, name: `${first.name} and ${second.name}` };
    }),
  );

  it.each(pairs)('$name are read right or refused', ({ first, second }) => {
    const tree = fromDigest(`${first.text}\n\n${second.text}`, { year: 2025 });
    if (hasError(tree)) return;
    const expected = new Set([...first.titles, ...second.titles]);
    const found = new Set(titlesOf(tree));
    // What both have under one identifier is there once, which is said.
    const said = tree.data?.digest?.messages.filter(({ ruleId }) => ruleId === 'repeated-paper') ?? [];
    expect([...expected]).toEqual(expect.arrayContaining([...found]));
    expect(found.size + said.length).toBeGreaterThanOrEqual(expected.size);
  });
});

function titlesOf(tree: Root): string[] {
  return splitIssues(tree).flatMap(({ children }) =>
    children.flatMap((node) => (node.type === 'digestEntry' ? [node.title] : [])),
  );
}

function hasError(tree: Root): boolean {
  return (tree.data?.digest?.messages ?? []).some(({ ruleId = '', reason }) => isError({ ruleId, reason }));
}
