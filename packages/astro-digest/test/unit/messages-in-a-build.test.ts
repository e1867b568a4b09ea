import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseMessages, type FoundMessage } from '../../src/content/choose-messages.ts';
import { createTeller } from '../../src/content/tell-messages.ts';
import { loggedIssues } from './logged-issues.ts';

const file = 'cache/astro-digest/build/messages.txt';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'messages-'));
  mkdirSync(join(root, 'digests'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const warning = (rule: string, index: number): FoundMessage => ({
  level: 'warn',
  rule,
  line: `${rule} ${index}`,
});
const many = (rule: string, count: number): FoundMessage[] =>
  Array.from({ length: count }, (_, index) => warning(rule, index));

describe('a build', () => {
  test('prints the first three messages of a rule, and where all are', async () => {
    const papers = Array.from({ length: 334 }, (_, index) => `Owl ${index}\n\n`);
    // Each digest has one title more than abstracts.
    for (const [index, paper] of papers.entries()) {
      const name = `${2000 + Math.floor(index / 28)}-02-${String((index % 28) + 1).padStart(2, '0')}.txt`;
      writeFileSync(
        join(root, 'digests', name),
        `new\n\nbyMia\n\nBirds\n\nThey fly. They sing.\n\nTerns\n\nThey fly. They sing.\n\n${paper}`,
      );
    }
    const lines = await loggedIssues(root, 'digests');
    expect(lines).toEqual([
      'warn digests/2000-02-01.txt:13:1 The paper “Owl 0” has no abstract: write one under the title after a blank line, if there is one to write. (remark-digest:missing-abstract)',
      expect.stringContaining('“Owl 1”'),
      expect.stringContaining('“Owl 2”'),
      `warn There are 331 more messages of remark-digest:missing-abstract: read all in ${file}.`,
    ]);
    const all = readFileSync(join(root, file), 'utf8').split('\n');
    expect(all).toHaveLength(335);
    expect(all[333]).toContain('“Owl 333” has no abstract');
  });

  test('prints few messages whole, and names no file', async () => {
    writeFileSync(
      join(root, 'digests/2025-03-12.txt'),
      'new\n\nbyMia\n\nBirds\n\nThey fly. They sing.\n\nTerns\n\nThey fly. They sing.\n\nOwls\n',
    );
    expect(await loggedIssues(root, 'digests')).toEqual([expect.stringContaining('“Owls” has no abstract')]);
    writeFileSync(
      join(root, 'digests/2025-03-12.txt'),
      'new\n\nbyMia\n\nBirds\n\nThey fly. They sing.\n\nTerns\n\nThey fly. They sing.\n',
    );
    expect(await loggedIssues(root, 'digests')).toEqual([]);
    expect(() => readFileSync(join(root, file))).toThrow('ENOENT');
  });

  test('counts digests of one name, too', async () => {
    mkdirSync(join(root, 'digests/2025'));
    for (let day = 1; day <= 9; day++) {
      for (const name of [`2025-03-0${day}.txt`, `2025/03-0${day}.txt`])
        writeFileSync(
          join(root, 'digests', name),
          'new\n\nbyMia\n\nBirds\n\nThey fly. They sing.\n\nTerns\n\nThey fly. They sing.\n',
        );
    }
    const lines = await loggedIssues(root, 'digests');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(
      /^error digests\/2025\/03-01\.txt:1:1 The issue 2025-03-01 is already read from digests\/2025-03-01\.txt: give one of the two files another name\./,
    );
    expect(lines[3]).toBe(
      `error There are 6 more messages of astro-digest:issue-clash: read all in ${file}.`,
    );
  });
});

describe('of any messages', () => {
  const messages = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 30 })), {
    maxLength: 50,
  });

  test('twenty lines are printed at most, and each message is printed or counted', () => {
    fc.assert(
      fc.property(messages, (rules) => {
        const all = rules.flatMap(([rule, count], index) =>
          many(`rule-${rule}`, count).map((message) => ({ ...message, line: `${message.line} ${index}` })),
        );
        const lines = chooseMessages(all, 'FILE').map(({ line }) => line);
        expect(lines.length).toBeLessThanOrEqual(20);
        const counted = lines.map((line) => Number(/^There (?:is|are) (\d+)/.exec(line)?.[1] ?? 1));
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(all.length);
        expect(new Set(lines).size).toBe(lines.length);
      }),
      { seed: 20250312, numRuns: 500 },
    );
  });

  test('fewer of each rule are printed where there are many rules', () => {
    const rules = (count: number): string[] => Array.from({ length: count }, (_, index) => `rule-${index}`);
    const printed = (count: number): number[] => {
      const lines = chooseMessages(
        rules(count).flatMap((rule) => many(rule, 9)),
        'FILE',
      ).map(({ line }) => line);
      return [lines.length, lines.filter((line) => !line.startsWith('There ')).length];
    };
    expect([1, 5, 6, 7, 10, 11, 20, 21, 90].map(printed)).toEqual([
      [4, 3],
      [20, 15],
      [18, 12],
      [14, 7],
      [20, 10],
      [11, 0],
      [20, 0],
      [20, 0],
      [20, 0],
    ]);
    expect(
      chooseMessages(
        rules(21).flatMap((rule) => many(rule, 1)),
        'FILE',
      ).at(-1),
    ).toEqual({
      level: 'warn',
      line: 'There are 2 messages of 2 other rules: read all in FILE.',
    });
  });
});

test('the dev server tells a message again only when it has been gone', () => {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const tell = createTeller();
  const sync = (...messages: FoundMessage[]): string[] => {
    lines.length = 0;
    tell(messages, root, join(root, file), { info: print, warn: print, error: print });
    return [...lines];
  };
  expect(sync(warning('a', 1), warning('a', 2))).toEqual(['a 1', 'a 2']);
  expect(sync(warning('a', 1), warning('a', 2), warning('a', 3))).toEqual(['a 3']);
  expect(sync(warning('a', 2))).toEqual([]);
  expect(sync(warning('a', 1), warning('a', 2))).toEqual(['a 1']);
  expect(readFileSync(join(root, file), 'utf8')).toBe('a 1\na 2\n');
});
