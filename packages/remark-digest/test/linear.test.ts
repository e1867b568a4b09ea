import { it } from 'vitest';
import { fromDigest } from '../src/index.ts';
import { expectInProportion } from './in-proportion.ts';

/** Pieces of text that, repeated, make a careless pattern look at everything again and again. */
const pieces = [
  [
    'a',
    'a ',
    ' ',
    '  a',
    'A. ',
    '. ',
    '.',
    'a.b',
    'vs. A',
    '1.',
    '1,',
    '!',
    '\u3000',
    '。',
    'é',
    '\u0300',
    '"',
    '“',
  ],
  ['(', ')', '()', '[', ']', '{', '{}', '((((', '(((', '{{}', '\\', '\\(', '\\(a\\) ', '\\[', '\\"', '\\"a'],
  [
    '$',
    '$ ',
    '$a',
    '$a$ ',
    '$1 ',
    "'",
    "''",
    "''a",
    '`',
    '``',
    '``a',
    "``a'",
    '--',
    '-- ',
    '-',
    '- a',
    '~',
    'a~',
  ],
  ['http://', 'https://a.', 'https://a.b/', 'https://a.b/(', ')https://a.b/c)', 'www.', '@', 'a@b.c '],
  [
    'bullet ',
    'bullet A. ',
    '. bullet A',
    '• ',
    '^',
    '_',
    'x^',
    'x^2 ',
    'x_',
    'times ',
    'n times d ',
    'm gg ',
    'a^2)',
  ],
  [
    '{bf ',
    '{bf a',
    '{bf aa} ',
    '\\textbf{',
    '\\textbf{a} ',
    'textbf{a',
    'sqrt{',
    'sqrt[',
    'mathcal{',
    'mathcal{C_',
  ],
  ['Phi ', 'function phi ', 'classes Phi, Psi ', '1+/-', '1times', '(ge 1', '(ge ', 'a\n', '\n', '\n\n'],
  [
    '@',
    '@a{',
    '@a(',
    '\n@a{b,',
    '\n@comment{',
    '\nTY  - A',
    '\nPMID- 1',
    '{"type": "article"',
    '<i>',
    '<p ',
    '&a',
  ],
  ['\n\na', 'A\n\nb. C.\n\n', 'new\n\n', 'Mar 12\n\n', '---\n', '\t', '1\t'],
].flat();

it.each(pieces)('reading %j over and over takes time in proportion', { timeout: 120_000 }, (piece) => {
  expectInProportion((length) => timeOf(piece, length));
});

/** Milliseconds for a digest whose one paper has the piece as its abstract, again and again. */
function timeOf(piece: string, length: number): number {
  const text = `A Title\n\n${piece.repeat(Math.ceil(length / piece.length))}`;
  const start = performance.now();
  fromDigest(text, { path: '2025-03-12.txt', dialect: 'hugging-face' });
  fromDigest(text, { path: '2025-03-12.txt' });
  return performance.now() - start;
}
