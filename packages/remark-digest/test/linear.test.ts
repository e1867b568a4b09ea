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
  [
    '\\\\\n',
    '\\\\\narXiv:2501.00001\nTitle: a\n',
    'arXiv:2501.00001\nTitle: a\n\\\\\na\n',
    '> ',
    '> \\\\\n> arXiv:',
    '------\n',
  ],
  [
    'Submissions to:\n',
    'Subject: a\nFrom: b\n\n',
    '[1] arXiv:2501.00001 [pdf]\nTitle: a\n',
    '[1]\n',
    'arXiv:',
    'Title: a\n',
  ],
  [
    'A B - C, 2020\n',
    'A - ',
    'A, ',
    ' …\n',
    '[PDF] a\n',
    'TLDR: a\n',
    'TLDR\n',
    'A B\n2020\n',
    'Alert: a\n',
    '[a](',
    '[a]',
    '](a)',
    '![a](b)',
  ],
].flat();

const title = 'A Title\n\n';
const mail = 'From: a@b.c\nSubject: a\n';
const encoded = `${mail}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding:`;
const record = '\\\\\narXiv:2501.00001\nTitle: a\n';

/** Pieces of what has a beginning of its own. */
const begun: [beginning: string, piece: string][] = [
  ...['=E2', '=E2=80=93', '=', ' ', '=\n', ' \n', 'a=\n'].map((piece): [string, string] => [
    `${encoded} quoted-printable\n\n`,
    piece,
  ]),
  ...['QUJD', 'QUJD\n', '=', '4oCT\n'].map((piece): [string, string] => [`${encoded} base64\n\n`, piece]),
  ...['a \n', '> a \n', '>', ' '].map((piece): [string, string] => [
    `${mail}Content-Type: text/plain; format=flowed\n\n`,
    piece,
  ]),
  ...['--b\n', '--b\n\na\n', '--b\nContent-Type: multipart/mixed; boundary=b\n\n', '--'].map(
    (piece): [string, string] => [`${mail}Content-Type: multipart/mixed; boundary=b\n\n`, piece],
  ),
  ...[' a\n', 'A: a\n', 'A: ', '=?utf-8?Q?a?= ', '=?utf-8?', ';a=b', ';', ' '].map(
    (piece): [string, string] => ['From: a\nSubject: ', piece],
  ),
  ...['From a Wed Mar 12 00:00:00 2025\nFrom: a\nSubject: b\n\n\\\\\n\n', '>From \n', 'From \n'].map(
    (piece): [string, string] => ['From a Wed Mar 12 00:00:00 2025\nFrom: a\n\n', piece],
  ),
  ...['A, ', 'A (', 'A (1), ', ')', 'A and ', '((1) A ', 'A (B) C ', ' '].map((piece): [string, string] => [
    `${record}Authors: `,
    piece,
  ]),
  ...['  a\n', 'A-b: a\n', 'Date: a\n', '\n'].map((piece): [string, string] => [record, piece]),
  ...['a\n', '\n', '------\n', '(cs.LG); '].map((piece): [string, string] => [
    '[1] arXiv:2501.00001 [pdf]\nTitle: a\nSubjects: ',
    piece,
  ]),
  ...['a\n', '\n\n', 'A B - C, 2020\n', '<https://scholar.google.com/scholar_url?url=a&'].map(
    (piece): [string, string] => ['[PDF] a\nA B - C, 2020\na …\n', piece],
  ),
  ...['A B\n', 'A B\n2020\n', 'TLDR\n', 'A, '].map((piece): [string, string] => [
    'Semantic Scholar\nAlert: a\n',
    piece,
  ]),
];

/** Size of the smaller text, in UTF-16 units; `LINEAR_SIZE=1000000` measures at 1 and 8 MB. */
const size = Number(process.env['LINEAR_SIZE'] ?? 100_000);

/** How many times larger the larger text is: far enough apart that collected garbage can't look like a square. */
const growth = 8;

it.each([...pieces.map((piece): [string, string] => [title, piece]), ...begun])(
  'reading %j and %j over and over takes time in proportion',
  { timeout: 120_000 },
  (beginning, piece) => {
    let ratio = Infinity;
    // A machine that is busy makes single measurements worthless, so the best of some counts.
    for (let attempt = 0; attempt < 4 && ratio >= growth ** 2 / 2; attempt++) {
      const [small, large] = [timeOf(beginning, piece, size), timeOf(beginning, piece, growth * size)];
      ratio = Math.min(ratio, large < 100 ? 0 : large / small);
    }
    // In proportion is 8, the square 64.
    expect(ratio).toBeLessThan(growth ** 2 / 2);
  },
);

/** Milliseconds for a text that has the piece behind its beginning, again and again. */
function timeOf(beginning: string, piece: string, length: number): number {
  const text = `${beginning}${piece.repeat(Math.ceil(length / piece.length))}`;
  const start = performance.now();
  if (beginning === title) fromDigest(text, { path: '2025-03-12.txt', dialect: 'hugging-face' });
  fromDigest(text, { path: '2025-03-12.txt' });
  return performance.now() - start;
}
