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

const list = '# A\n\n- [Counting Owls](https://arxiv.org/abs/2501.00001): We count.\n\n';
const heading = '# A\n\n### [Counting Owls](https://arxiv.org/abs/2501.00001)\n\n';
const table =
  '# A\n\n| Title | Abstract |\n|---|---|\n| [Counting Owls](https://arxiv.org/abs/2501.00001) | ';

/** Beginnings of Markdown, and pieces behind them. */
const markdown: [beginning: string, pieces: string[]][] = [
  [
    list,
    [
      '- **a** ([b](https://a.b)\n',
      '  - a\n',
      '[a]: b\n',
      '《a》\n\n',
      '---\n',
      '# 2025-01-01\n\n- [Owls](https://arxiv.org/abs/2501.00001)\n',
    ],
  ],
  [list.trimEnd(), ['| a\n', '||\n', 'a\n===\n', '#a\n', '<p>\n', '<!-- a\n']],
  [
    heading,
    [
      '![',
      '[![a](',
      '[a](',
      '[a][',
      '[a]',
      '**a',
      '_a',
      '`',
      '<a ',
      '<a href="',
      '<summary>',
      '<details>\n\n',
      '<!--',
      '> ',
      '~~~\n',
      '### [a\n',
      'a. B\n\n',
      'Authors: A B, ',
      '10.1000/',
      '$a',
      '\\(',
      '(',
      '｜',
      '\t',
      '\n',
      '  ',
    ],
  ],
  [table, ['a|', '\\|', '<br>', '[a](https://a.b) ', '\n| a ', '|\n| [Owls](https://a.b) | a']],
];

/** Beginnings of records, and pieces behind them that make a careless reader look at everything again and again. */
const records: [before: string, pieces: string[]][] = [
  ['', ['{"a":', '[', '[{"title":', '{"title":"A","abstract":"B"}\n', '{"title":"A"\n', '\n{', '{}', '[],']],
  [
    '[',
    [
      '{"title":"A","abstract":"B"},',
      '"a",',
      '1,',
      '\n',
      '{"a":1}\n',
      '{"a" 1}\n',
      '"',
      '\\',
      '{"a":[{"title":"A","authors":[',
    ],
  ],
  ['[\n', ['  {"title": "A" "x"\n', '  {"title": "A", "abstract": "B"},\n', '  {\n', '    {"a": x\n']],
  [
    '{',
    ['"2025-03-12":[{"title":"A","abstract":"B"}],', '"a":{"title":"A","abstract":"B"},', '"a":{"b":1},'],
  ],
  [
    '[{"title":"A","abstract":"',
    [
      '\\\\',
      '\\u0041',
      '<',
      '<p',
      '<p ',
      '<b>',
      '</b>',
      '<!--',
      '<sub>',
      '&',
      '&amp;',
      '\\n',
      ' ',
      '\\n ',
      '\\n\\n',
    ],
  ],
  ['[{"title":"A","authors":"', ['Tern, M., ', 'a and ', '(', ')', '()', ';', ',', ' ', '((1) a, ']],
  [
    '<rss><channel><item><title>A</title><description>',
    [
      '<a>',
      '<p>',
      '</b>',
      '<p></b>',
      '<a b="',
      '<!--',
      '<![CDATA[',
      ']]>',
      '&',
      '<',
      '</',
      '</a',
      '<a b=',
      '&lt;p ',
      '&lt;!--',
      '&lt;sub&gt;',
      '\n',
      ' ',
    ],
  ],
  [
    '<rss><channel>',
    [
      '<item>',
      '</item>',
      '<item><title>A</title></item>',
      '<item><title></item>',
      '<item><p></item>',
      '<?x ',
      'a',
    ],
  ],
  [
    '<rss><channel><item><title>A</title>',
    [
      '<dc:creator>A</dc:creator>',
      '<category>a</category>',
      '<author><name>A</name></author>',
      '<link href="http://a.b/"/>',
    ],
  ],
  ['<!DOCTYPE a [', ['<!ENTITY a "b">', '[', ']', '"', '>']],
  ['<?xml version="1.0"?>', ['<?x ?>', '<!-- -->', '\n', '<!DOCTYPE a>', ' xmlns:a="']],
];

const beginnings = [...records, ...markdown].flatMap(([before, all]) =>
  all.map((piece): [string, string] => [before, piece]),
);

it.each([...pieces.map((piece): [string, string] => [title, piece]), ...begun, ...beginnings])(
  'reading %j and %j over and over takes time in proportion',
  { timeout: 120_000 },
  (beginning, piece) => {
    expectInProportion((length) => timeOf(beginning, piece, length));
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
