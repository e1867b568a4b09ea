import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { toMdx } from 'remark-digest';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPlainFrontMatter } from '../../src/content/plain-front-matter.ts';
import { hostileEntry } from '../../../remark-digest/test/hostile/entry.ts';
import { randomFrom } from '../../../remark-digest/test/hostile/random.ts';
import { hostileText } from '../../../remark-digest/test/hostile/text.ts';

/** Those that can be read as plain. */
function plain(all: readonly string[]): string[] {
  return all.filter((yaml) => readPlainFrontMatter(yaml) !== undefined);
}

/** Those that are read as plain, and otherwise than YAML is. */
function different(all: readonly string[]): string[] {
  return plain(all).filter((yaml) => !isDeepStrictEqual(readPlainFrontMatter(yaml), parse(yaml)));
}

describe('plain front matter is read as YAML is', () => {
  test('of 3,000 hostile papers of seed 20250312', () => {
    const random = randomFrom(20250312);
    const all = Array.from(
      { length: 3000 },
      () => /^---\n(.*?)^---\n/ms.exec(toMdx(hostileEntry(random)))?.[1] ?? '',
    );
    expect(different(all)).toEqual([]);
    expect(plain(all).length).toBeGreaterThan(2000);
  });

  test('with any JSON as its values', () => {
    const random = randomFrom(20250313);
    const key = fc.constantFrom(
      'title',
      'order',
      'authors',
      'links',
      'venue',
      'unknown',
      'null',
      '__proto__',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.constant(0).map(() => hostileText(random)),
    );
    const value = fc.oneof(
      fc.json(),
      text.map((text) => JSON.stringify(text)),
      fc.array(text).map((texts) => JSON.stringify(texts)),
      fc.array(fc.record({ url: text, kind: text })).map((links) => JSON.stringify(links)),
      fc.double().map(String),
      fc.integer().map(String),
    );
    const yaml = fc.array(fc.tuple(key, value), { maxLength: 4 });
    fc.assert(
      fc.property(yaml, (lines) => {
        expect(different([lines.map(([key, value]) => `${key}: ${value}\n`).join('')])).toEqual([]);
      }),
      { seed: 20250313, numRuns: 3000 },
    );
  });
});

test('every key that is written by convert can be read as plain', () => {
  const yaml = `title: "Owls: \\"fly\\" # \\u200b"
order: 3
authors: ["Ann O’Neill","Bo — B"]
date: "2025-03-12"
arxivId: "2503.01234"
upvotes: 0
submittedBy: "ann"
links: [{"url":"https://a.b/c#d","kind":"code"},{"url":"https://a.b","kind":"paper"}]
`;
  expect(readPlainFrontMatter(yaml)).toEqual(parse(yaml));
  expect(readPlainFrontMatter(yaml)).toBeDefined();
});

test.each([
  'title: Owls\n',
  "title: 'Owls'\n",
  'title: "Owls" # and bats\n',
  'title:  "Owls"\n',
  'title: "Owls"\r\n',
  'title: "Owls"\ntitle: "Bats"\n',
  'order: 007\n',
  'order: 1.0\n',
  'authors:\n  - "Ann"\n',
  'links: [{"url":"https://a.b","url":"https://c.d"}]\n',
  'null: "a"\n',
  'title: "\\ud83e\\udd89"\n',
  '\n',
  '',
])('%j is left to a parser for all of YAML', (yaml) => {
  expect(readPlainFrontMatter(yaml)).toBeUndefined();
});
