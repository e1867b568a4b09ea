import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLinks, mayHoldLinks } from '../src/inline/links.ts';
import { dollarsAroundMarkup, markup } from '../src/inline/markup.ts';
import { bareMaths, delimitedMaths, signs } from '../src/inline/maths/index.ts';
import { anySign, type Finder } from '../src/inline/repair.ts';
import { typography } from '../src/inline/typography.ts';

/** Every finder, and the pieces of text of which its repairs are made. */
const finders: Record<string, { finder: Pick<Finder, 'mayFind' | 'bySign'> & Count; pieces: string[] }> = {
  links: {
    finder: {
      mayFind: mayHoldLinks,
      bySign: true,
      find: (text, start, end) => findLinks(text.slice(start, end)),
    },
    pieces: [
      'https://',
      'HTTP://',
      'www.',
      'WWW.',
      'github.com/',
      'arXiv.ORG/',
      'youtu.be/',
      'a.b',
      'x/y',
      '.',
      ':',
      ')',
    ],
  },
  'dollars around markup': { finder: dollarsAroundMarkup, pieces: ['$', 'textbf{', '\\emph{', '}', '{'] },
  'delimited maths': {
    finder: delimitedMaths,
    pieces: ['$', '$$', '\\(', '\\)', '\\[', '\\]', 'x', '^2', '5'],
  },
  markup: { finder: markup, pieces: ['textbf{', '\\emph{', '{\\bf ', '{em ', '}', 'word'] },
  'bare maths': {
    finder: bareMaths,
    pieces: [
      'function',
      'models',
      'phi',
      'Psi',
      'times',
      'le',
      '3',
      'x',
      '^',
      '_',
      '\\in',
      'sqrt[',
      'mathbb{',
      '}',
      ',',
    ],
  },
  signs: { finder: signs, pieces: ['+', '/', '-', '1', '20', 'times', '(', 'ge', 'leq', 'pm', 'approx'] },
  typography: {
    finder: typography,
    pieces: ["'", '`', '\\', '"', 'e', '{', '}', '~', '-', '--', '%', 'ss', ',', '“'],
  },
};

interface Count {
  find(text: string, start: number, end: number): readonly unknown[];
}

describe.each(Object.entries(finders))('%s', (_, { finder, pieces }) => {
  const text = fc
    .array(fc.constantFrom(...pieces, ' ', ' ', 'a', '. ', '\n'), { maxLength: 12 })
    .map((some) => some.join(''));

  it('are found only where they may be', () => {
    let found = 0;
    fc.assert(
      fc.property(text, fc.nat(4), fc.nat(4), (text, before, after) => {
        const [start, end] = [before, Math.max(before, text.length - after)];
        if (finder.find(text, start, end).length === 0) return;
        found++;
        // What a finder is given is a part of the text that it was asked about.
        expect(finder.mayFind(text.slice(start, end))).toBe(true);
        expect(finder.mayFind(text)).toBe(true);
        expect(anySign.test(text) || !finder.bySign).toBe(true);
      }),
      { seed: 20250312, numRuns: 5000 },
    );
    expect(found).toBeGreaterThan(10);
  });

  it('are not looked for in prose', () => {
    const prose = 'We show (in 3 of 12 cases) that a model of the sky, however small, can be told apart.';
    expect(finder.mayFind(prose)).toBe(false);
  });
});
