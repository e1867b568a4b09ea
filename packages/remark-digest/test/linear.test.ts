import { expect, it } from 'vitest';
import { fromDigest } from '../src/index.ts';

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
    '`a',
    '`a b` ',
    "`a'",
    '**',
    '**a',
    '**a** ',
    '[a](',
    '[a](https://a.b',
    '[a',
    '\\href{',
    '\\url{https://a.b} ',
    'https://a.b{',
  ],
  [
    'https://a.b\\_',
    'a.github.io',
    '{\\tt ',
    '\\texttt{a\\_',
    '\\cite{',
    '\\textcolor{',
    '{$',
    '{$a$}',
    '$a$b',
    '$1$2',
    '$a b',
  ],
  [
    'π_',
    'Σ_{a}',
    '²',
    '⟨',
    '|',
    '|a',
    'a_{b',
    'a_b',
    'a_{b}',
    'Theta(',
    'Thetaleft(',
    'left(',
    'alpha = ',
    '(tau)',
    'a--',
    '--a',
    'a~1',
    '1~2',
  ],
  [
    '1times ',
    'atimes',
    'rightarrow',
    '{sim}',
    '1{,}',
    '1^circ',
    '{\\deg}',
    '1pm1',
    'sim1',
    "\\'s",
    "a\\'",
    '\\ ',
    '\\unicode{x2014}',
    "''",
    "``a ''",
  ],
  ['\n\na', 'A\n\nb. C.\n\n', 'new\n\n', 'Mar 12\n\n', '---\n', '\t', '1\t'],
].flat();

/** Size of the smaller text, in UTF-16 units; `LINEAR_SIZE=1000000` measures at 1 and 8 MB. */
const size = Number(process.env['LINEAR_SIZE'] ?? 100_000);

/** How many times larger the larger text is: far enough apart that collected garbage can't look like a square. */
const growth = 8;

it.each(pieces)('reading %j over and over takes time in proportion', { timeout: 120_000 }, (piece) => {
  let ratio = Infinity;
  // A machine that is busy makes single measurements worthless, so the best of some counts.
  for (let attempt = 0; attempt < 4 && ratio >= growth ** 2 / 2; attempt++) {
    const [small, large] = [timeOf(piece, size), timeOf(piece, growth * size)];
    ratio = Math.min(ratio, large < 100 ? 0 : large / small);
  }
  // In proportion is 8, the square 64.
  expect(ratio).toBeLessThan(growth ** 2 / 2);
});

/** Milliseconds for a digest whose one paper has the piece as its abstract, again and again. */
function timeOf(piece: string, length: number): number {
  const text = `A Title\n\n${piece.repeat(Math.ceil(length / piece.length))}`;
  const start = performance.now();
  fromDigest(text, { path: '2025-03-12.txt', dialect: 'hugging-face' });
  fromDigest(text, { path: '2025-03-12.txt' });
  return performance.now() - start;
}
