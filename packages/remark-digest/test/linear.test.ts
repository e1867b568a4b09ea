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
  ['\n\na', 'A\n\nb. C.\n\n', 'new\n\n', 'Mar 12\n\n', '---\n', '\t', '1\t'],
].flat();

/** Size of the smaller text, in UTF-16 units; a paper has 1 MB at most, so `LINEAR_SIZE=130000` is the largest. */
const size = Number(process.env['LINEAR_SIZE'] ?? 100_000);

/** How many times larger the larger text is: far enough apart that collected garbage can't look like a square. */
const growth = 8;

it.each(pieces)('reading %j over and over takes time in proportion', { timeout: 120_000 }, (piece) => {
  // In proportion is 8, the square 64.
  expect(growthOf(`A Title\n\n`, piece)).toBeLessThan(growth ** 2 / 2);
});

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

const beginnings = records.flatMap(([before, all]) => all.map((piece) => [before, piece] as const));

it.each(beginnings)(
  'reading %j and then %j over and over takes time in proportion',
  { timeout: 120_000 },
  (before, piece) => {
    expect(growthOf(before, piece)).toBeLessThan(growth ** 2 / 2);
  },
);

/** How many times longer it takes to read the larger text. */
function growthOf(before: string, piece: string): number {
  let ratio = Infinity;
  // A machine that is busy makes single measurements worthless, so the best of some counts.
  for (let attempt = 0; attempt < 4 && ratio >= growth ** 2 / 2; attempt++) {
    const [small, large] = [timeOf(before, piece, size), timeOf(before, piece, growth * size)];
    ratio = Math.min(ratio, large < 100 ? 0 : large / small);
  }
  return ratio;
}

/** Milliseconds for a text that has a piece again and again. */
function timeOf(before: string, piece: string, length: number): number {
  const text = before + piece.repeat(Math.ceil(length / piece.length));
  const start = performance.now();
  fromDigest(text, { path: '2025-03-12.txt', dialect: 'hugging-face' });
  fromDigest(text, { path: '2025-03-12.txt' });
  return performance.now() - start;
}
