import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../src/outputs/clean-text.ts';
import { mailText } from '../../src/outputs/mail-text.ts';
import { wrap } from '../../src/outputs/wrap.ts';
import { hostileTitles } from './hostile-titles.ts';
import { mailIssue, mailPaper, mailWords } from './mail-issue.ts';

const line = '-'.repeat(72);

test('is the issue in lines of 72 columns', () => {
  const abstract = `${'A sentence of an abstract. '.repeat(4).trim()}\n\n- one\n- two`;
  expect(mailText(mailIssue({ papers: [mailPaper({ abstract })] }), mailWords())).toBe(`Daily Papers
Wednesday, March 12, 2025

${line}

One
https://example.org/papers/2025-03-12/one/

Ada Lovelace · 18 votes

A sentence of an abstract. A sentence of an abstract. A sentence of an
abstract. A sentence of an abstract.

- one
- two

Code https://github.com/example/one?a=1&b=2

Read this issue on the site
https://example.org/papers/2025-03-12/
`);
});

test('a link is never broken', () => {
  const url = `https://example.org/${'a-long-path/'.repeat(12)}`;
  const abstract = `Code (${url}) is here.`;
  const text = mailText(mailIssue({ papers: [mailPaper({ url, abstract })] }), mailWords());
  expect(text.split('\n')).toContain(url);
  expect(text.split('\n')).toContain(`(${url})`);
});

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['注意力机制', 6, ['注意力', '机制']],
  ['用 Transformer 做', 14, ['用 Transformer', '做']],
  ['x'.repeat(7), 3, ['xxx', 'xxx', 'x']],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']],
  ['', 10, []],
])('breaks %j at %i columns', (text, columns, lines) => expect(wrap(text, columns)).toEqual(lines));

test('wrapped lines are narrow enough, and lose no character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 2, max: 80 }),
      (text, columns) => {
        const clean = cleanLine(text);
        const lines = wrap(clean, columns);
        for (const wrapped of lines) expect(stringWidth(wrapped)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(clean.replaceAll(' ', ''));
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

describe.each(hostileTitles)('a title with $what', ({ title }) => {
  test('keeps its characters and makes no line that is too wide', () => {
    expect(reread(title)).toEqual(whatIsMeant(title));
  });
});

test('any title does so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(reread(title)).toEqual(whatIsMeant(title));
    }),
    { seed: 8, numRuns: 300 },
  );
});

/** The characters of a paper's title as the mail has it, and its lines that are too wide. */
function reread(title: string) {
  const text = mailText(mailIssue({ papers: [mailPaper({ title })] }), mailWords());
  const start = text.indexOf(`${line}\n\n`) + line.length + 2;
  const shown = text.slice(start, text.indexOf(mailPaper().url ?? '')).trim();
  return {
    characters: shown.replace(/\s+/g, ''),
    tooWide: shown.split('\n').filter((each) => !/https?:|mailto:/i.test(each) && stringWidth(each) > 72),
  };
}

function whatIsMeant(title: string): ReturnType<typeof reread> {
  return { characters: cleanLine(title).replace(/\s+/g, ''), tooWide: [] };
}
