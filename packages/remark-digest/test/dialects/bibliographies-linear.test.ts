import { describe, it } from 'vitest';
import { fromDigest } from '../../src/index.ts';
import { expectInProportion } from '../in-proportion.ts';

/** The beginning of a record, and pieces that, repeated behind it, make a careless reader look at everything again and again. */
const records: [dialect: string, beginning: string, pieces: string[]][] = [
  [
    'bibtex',
    '@misc{a, author = {',
    ['{', '{}', '{a} and ', 'a, ', '\\"', "\\'{e}", '~', ' and', '&amp;', '\\'],
  ],
  [
    'bibtex',
    '@misc{a, title = {Owls}, abstract = {',
    ['$', '{a}$', '{}', '{{a}}', '\\text ', ' ', '<i>', '\n ', 'a\n\n'],
  ],
  [
    'bibtex',
    '@misc{a, title = "Owls"}\n',
    ['@a{', '@a(', '@a{b,', '\n@a{b,', '@a{b, x\n', '@comment{', '\n@comment{'],
  ],
  [
    'bibtex',
    '@misc{a, title = "Owls"}\n',
    ['\n@a{b,\nc = {', '@a{b,\nc = "\n\n', '@string{a = a # a}', '% @a{b,c={d}}'],
  ],
  [
    'bibtex',
    '@misc{a, title = "Owls",\n',
    ['a = {', 'a = "', 'a\n', '= ', 'a = b # ', 'b = "a\n\n', '%\n', '    '],
  ],
  [
    'ris',
    'TY  - JOUR\nTI  - Owls\nAB  - ',
    ['a\n\n', '\n', 'a\nKW  - ', 'TY  - A\nAB  - a\n\nb\n', '1.\n', '<p ', '&a'],
  ],
  ['medline', 'PMID- 1\nTI  - ', ['[', '[a] ', '.', 'a\n      ', '\nFAU - a, ', '\n\nPMID- 1\nTI  - [a']],
  ['web-of-science', 'FN Clarivate\nPT J\nTI Owls\nAB ', ['a\n   ', '\nAU a', '\nER\nPT J\nC1 [a']],
  ['endnote', '%0 A\n%T Owls\n%X ', ['a\n\n', '\n%A a', '\n%0 A\n%T a']],
  [
    'csl-json',
    '[{"type": "article", "title": "a", "issued": {}, "abstract": "',
    ['\\n', '\\', '"', '{', '{"type":"article"', '\n{'],
  ],
  ['csl-json', '[{"type": "article", "title": "a", "issued": {}, "x": ', ['[', '{"a":', '[],', '1', ' ']],
];

describe.each(records)('%s behind %j', (dialect, beginning, pieces) => {
  it.each(pieces)('%j over and over takes time in proportion', { timeout: 120_000 }, (piece) => {
    expectInProportion((length) => {
      const text = beginning + piece.repeat(Math.ceil(length / piece.length));
      const start = performance.now();
      // What is mended inside a text has its own test.
      fromDigest(text, { path: '2025-03-12.txt', dialect, inline: false });
      return performance.now() - start;
    });
  });
});
