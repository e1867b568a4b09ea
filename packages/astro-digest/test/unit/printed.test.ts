import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AstroError } from 'astro/errors';
import * as fc from 'fast-check';
import { printable } from 'remark-digest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { printableLogger } from '../../src/content/printable-logger.ts';
import { siteError } from '../../src/content/site-error.ts';
import digest from '../../src/integration/index.ts';
import { loggedIssues } from './logged-issues.ts';

/** What a terminal obeys or turns the order of a text by, and line ends. */
// oxlint-disable-next-line no-control-regex
const steering = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF]/u;

const hostile = [
  ['clears the screen', '\x1B[2J'],
  ['names the window', '\x1B]0;owned\x07'],
  ['makes a link', '\x1B]8;;https://example.org\x1B\\'],
  ['has a control sequence of one character', '\x9B2J'],
  ['ends the line', 'a\n12:00:00 [build] Complete!'],
  ['goes back in the line', 'a\rb\b\b'],
  ['turns the order of letters', '\u202Egpj.txt\u2066'],
  ['ends the line otherwise', 'a\u0085b\u2028c\u2029d\ve\f'],
];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'printed-'));
  mkdirSync(join(root, 'digests'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeFileSync(join(root, 'digests', name), text);

/** What is printed with a text as a key, a value, a title, in places that messages quote. */
async function loggedWith(text: string): Promise<string[]> {
  const yaml = `${JSON.stringify(text)}: 1\ndialect: ${JSON.stringify(text)}\ndate: ${JSON.stringify(text)}\n`;
  write('2025-03-12.txt', `---\n${yaml}---\n${text} Owls\n\nBats ${text}\n\nThey fly. They hunt ${text}.\n`);
  write('2025-03-13.txt', `---\ntitle: *${text}\n---\n${text}\n`);
  mkdirSync(join(root, 'digests/2025-03-12'), { recursive: true });
  write('2025-03-12/one.mdx', `---\n${JSON.stringify(text)}: 1\n---\n`);
  write('2025-03-12/two.mdx', `{${text}\n`);
  return loggedIssues(root, 'digests');
}

describe('what a digest has in it', () => {
  test.each(hostile)('steers no terminal: %s', async (_, text) => {
    const lines = await loggedWith(text);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => steering.test(line))).toEqual([]);
  });

  test('steers no terminal, whatever it is', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...hostile.map(([, text]) => text as string)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 3 }), async (pieces) => {
        const lines = await loggedWith(pieces.join(''));
        expect(lines.filter((line) => steering.test(line))).toEqual([]);
      }),
      { seed: 20250312, numRuns: 200 },
    );
  });
});

describe('the name of a file', () => {
  test.each(hostile.map(([what, text]) => [what, text?.replaceAll('/', '_')]))(
    'steers no terminal: %s',
    async (_, text) => {
      write(`2025-03-12${text}.txt`, 'Owls\n');
      write(`2025-03-12${text}-.txt`, 'Owls\n');
      symlinkSync('/etc', join(root, 'digests', `${text}`));
      const lines = await loggedIssues(root, 'digests');
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.filter((line) => steering.test(line))).toEqual([]);
    },
  );
});

test('errors about a site are one line', () => {
  for (const [, text] of hostile) {
    expect(siteError(`It is ${text}: mend it.`).message).not.toMatch(steering);
    const wrong = (): unknown => digest({ title: 'T', [text as string]: 1 } as never);
    expect(wrong).toThrow(AstroError);
    expect(wrong).not.toThrow(steering);
  }
});

test('messages of the integration are one line each', () => {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const logger = printableLogger({ info: print, warn: print, error: print });
  for (const [, text] of hostile)
    for (const level of ['info', 'warn', 'error'] as const) logger[level](text as string);
  expect(lines).toHaveLength(3 * hostile.length);
  expect(lines.join('')).not.toMatch(steering);
  expect(printable('Owls über 鳥 \u{1F989}')).toBe('Owls über 鳥 \u{1F989}');
});

test('the command line prints no name as it is given', async () => {
  const printed: string[] = [];
  const terminal = {
    out: (text: string) => void printed.push(text),
    error: (text: string) => void printed.push(text),
    colours: false,
    now: () => new Date(2025, 2, 12),
  };
  for (const [, text = ''] of hostile) {
    await run([text], terminal);
    await run(['merge', text, '--out', join(root, 'out')], terminal);
    await run([`--${text}`], terminal);
    await run(['init', '--root', join(root, text)], terminal);
  }
  expect(printed).toHaveLength(4 * hostile.length);
  expect(printed.filter((text) => steering.test(text))).toEqual([]);
});
