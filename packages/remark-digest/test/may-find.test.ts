import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code } from '../src/inline/code.ts';
import { linkCommands, texAddresses } from '../src/inline/link-commands.ts';
import { links } from '../src/inline/links.ts';
import { markup } from '../src/inline/markup.ts';
import { bareMaths } from '../src/inline/maths/bare.ts';
import { delimitedMaths, dollarsAroundMarkup } from '../src/inline/maths/dollars.ts';
import { splitCommands } from '../src/inline/maths/split-commands.ts';
import { anySign, withNeighbours, type Finder } from '../src/inline/repair.ts';
import { degrees, signs } from '../src/inline/signs.ts';
import { typography } from '../src/inline/typography.ts';

/** Every finder, and the pieces of text of which its repairs are made. */
const finders: Record<string, { finder: Finder; pieces: string[] }> = {
  links: {
    finder: links,
    pieces: [
      'https://',
      'HTTP://',
      'www.',
      'WWW.',
      'github.com/',
      'arXiv.ORG/',
      'youtu.be/',
      'mia.github.io',
      'hf.co/',
      'a.b',
      'x/y',
      '.',
      ':',
      ')',
    ],
  },
  'dollars around markup': {
    finder: dollarsAroundMarkup,
    pieces: ['$', 'textbf{', '\\emph{', '\\emph{owl}', '\\url{https://a.b}', 'textbf{x}', '}'],
  },
  'delimited maths': {
    finder: delimitedMaths,
    pieces: ['$', '$$', '\\(', '\\)', '\\[', '\\]', 'x', '^2', '5'],
  },
  code: { finder: code, pieces: ['`', '``', 'owl', '--x', "'"] },
  'link commands': {
    finder: linkCommands,
    pieces: [
      '\\url{https://a.b}',
      '\\href{https://a.b}',
      'href{https://a.b',
      '[',
      '](https://a.b)',
      '}',
      '{',
      'owl',
    ],
  },
  "addresses in TeX's form": {
    finder: texAddresses,
    pieces: ['https://a.b/c', 'hf.co/a', '\\_', '{', '}', 'owl', '\\'],
  },
  'split commands': { finder: splitCommands, pieces: ['\\b{', 'eta', '}', '\\k{appa}', '\\', '{', '_'] },
  markup: {
    finder: markup,
    pieces: ['textbf{', '\\emph{', '{\\bf ', '{em ', '\\cite{', '\\textcolor{red}{', '**', '}', 'word'],
  },
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
      'sqrt(',
      'alpha',
      '=',
      'Ntimes',
      'nabla',
      'π',
      'mathbb{',
      '}',
      ',',
    ],
  },
  degrees: { finder: degrees, pieces: ['2', '{\\deg}', '^circ', '^{\\circ}', 'C'] },
  signs: {
    finder: signs,
    pieces: [
      '+',
      '/',
      '-',
      '1',
      '20',
      '3.5',
      'times',
      '(',
      'ge',
      'leq',
      'pm',
      'approx',
      'sim',
      'rightarrow',
      '{',
      '}',
      'N',
    ],
  },
  typography: {
    finder: typography,
    pieces: ["'", '`', '\\', '"', 'e', '{', '}', '~', '-', '--', '%', 'ss', ',', '“', 'ö'],
  },
};

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
        expect(finder.mayFind(withNeighbours(text, start, end))).toBe(true);
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
