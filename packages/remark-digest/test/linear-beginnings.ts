const mail = 'From: a@b.c\nSubject: a\n';
const encoded = `${mail}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding:`;
const pageOfDay =
  'by AK and the research community\nMar 12\n[7](https://huggingface.co/login?next=%2Fpapers%2F2502.00001)\n### [A](https://huggingface.co/papers/2502.00001)\n';
const pageOfPaper = 'arxiv:2503.00001\n# A\nPublished on Mar 3\nUpvote\n7\nAuthors:\n';
const record = '\\\\\narXiv:2501.00001\nTitle: a\n';

/** Pieces of what has a beginning of its own. */
export const begun: [beginning: string, piece: string][] = [
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
  ...[
    '·\n',
    '· Feb 3 ',
    '- ',
    '- a\n',
    '\n',
    ' ',
    'a\n',
    'a. ',
    '3 authors\n',
    'Upvote\n',
    'Submitted by\n',
    '[',
    '[\n',
    '[a](https://huggingface.co/papers/2501.00001)',
    '[a](https://huggingface.co/papers/2501.00001)\n',
    '[a](https://huggingface.co/',
    '[a][1] ',
    '][1]\n',
    '[1]: https://a.b\n',
    '### [a\n',
    '# a\n',
    '![a](b)',
    '![',
    'https://huggingface.co/papers/2501.00001\n\n',
    '```\n',
    '```\nnew\n',
    '---\na: b\n',
    '---\n',
    '<a id="a">\n',
    '\\\\\n',
    '7\nA\n',
    'Daily Weekly ',
    'new\nSubscribe\n',
    'arxiv:2501.00001\n',
    'Community\n',
    '[\n---\n[a](https://huggingface.co/papers/2501.00001)\n',
    '[\na\n\n[a](https://huggingface.co/papers/2501.00001)\n',
    'View arXiv page View PDF\n',
  ].map((piece): [string, string] => [pageOfDay, piece]),
  ...['```\n', 'a\n', '\n```\n', '---\n'].map((piece): [string, string] => ['```\nnew\n\n', piece]),
  ...['a\n', 'Community\n', 'A, ', 'Models citing this paper 1\n', 'Abstract\n', '·\n'].map(
    (piece): [string, string] => [pageOfPaper, piece],
  ),
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
  [
    '<!doctype html><html><body>',
    [
      '<p>a',
      '<b>',
      '<a href="b">',
      '<a href="b">a</a>',
      '<ul>',
      '<li>a',
      '<table>',
      '<tr><td>a',
      '<td>',
      '<th>',
      '<!--',
      '<sub>',
    ],
  ],
  [
    '<!doctype html><html><body>',
    [
      '<sub>1</sub>',
      '<math>',
      '<pre>\n',
      '<h1>',
      '<div hidden>',
      '<script>',
      '<',
      '&amp;',
      '</html>',
      '<br>',
      ' ',
      '[',
      '<html><head>',
    ],
  ],
  ['a\n\n', ['<html>', '<html', '<!doctype html>', '<!doctype html><html>\n', '<html><head>\n', '</html>\n']],
  ['<!DOCTYPE a [', ['<!ENTITY a "b">', '[', ']', '"', '>']],
  ['<?xml version="1.0"?>', ['<?x ?>', '<!-- -->', '\n', '<!DOCTYPE a>', ' xmlns:a="']],
];

/** The same for records, pages and Markdown: a beginning, and a piece behind it. */
export const beginnings = [...records, ...markdown].flatMap(([before, all]) =>
  all.map((piece): [string, string] => [before, piece]),
);
