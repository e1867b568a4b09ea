import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dialects, fromDigest, type FromDigestOptions } from '../src/index.ts';
import * as findings from '../src/messages.ts';
import { owls } from './own-dialect.ts';

const day = { path: '2025-03-12.txt' };
/** One line: what is wrong, a colon, how to fix it, and a full stop at the end only. */
const sentence = /^[A-Z“][^.!?\n]*: [^.!?\n]+\.$/;

/** Rules that have their cases beside the dialects and wrappings that find them. */
const elsewhere = ['refused-text', 'too-large', 'unused-keys', 'broken-record', 'broken-text'];

const mine = { ...day, dialects: [owls, ...dialects] };

const birds = 'Birds\n\nThey sing. They fly.';

/** A digest for each rule: its text, its options, and what the message must say. */
const cases: [
  rule: string,
  value: string | Uint8Array,
  options: FromDigestOptions,
  place: string,
  fix: RegExp,
][] = [
  [
    'unsure-abstract',
    `Mar 12\n\n${birds}\n\nOwls\n\nSongs of the Night`,
    day,
    '9:1-9:19',
    /: leave two blank lines more above it/,
  ],
  [
    'unclosed-front-matter',
    `---\ntitle: Songs\n\n${birds}`,
    day,
    '1:1-1:4',
    /: write `---` on a line of its own below it/,
  ],
  [
    'unknown-dialect',
    'Birds sing, and more',
    day,
    '1:1-1:21',
    /: write `dialect: NAME` .* hugging-face 0 % \(/,
  ],
  [
    'near-dialects',
    `OWLS\n\nMar 12\n\n${birds}`,
    { ...day, dialects: [owls, { ...owls, name: 'bats' }] },
    '1:1',
    /: write `dialect: owls` or `dialect: bats`/,
  ],
  [
    'mixed-dialects',
    `Mar 12\n\n${birds}\n\nOWLS\nOwl | They fly. They see.`,
    mine,
    '7:1-8:26',
    /owls from here on: put each part into a file of its own/,
  ],
  [
    'unread-lines',
    'OWLS\nOwl | They fly. They see.\nBats here\n\nand there',
    mine,
    '3:1-5:10',
    /from here to line 5 .*: delete/,
  ],
  [
    'left-out-prose',
    '# Birds\n\nHello.\nWe read.\n\n---\n\n- [Owls at Night](https://arxiv.org/abs/2501.00001)\n- [Bats at Night](https://arxiv.org/abs/2501.00002)\n- [Terns](https://arxiv.org/abs/2501.00003)\n\nThanks for reading!',
    day,
    '12:1-12:20',
    /“Thanks for reading!” belongs to no paper .*: write it as/,
  ],
  ['untitled-paper', 'OWLS\nOwl | They fly. They see.\n | They fly.', mine, '3:4-3:13', /: write one where/],
  [
    'repeated-paper',
    'OWLS\nOwl | They fly. | 1 | https://arxiv.org/abs/2501.00001\nOwls | They see. | 2 | https://arxiv.org/pdf/2501.00001v2',
    mine,
    '3:1-3:58',
    /at line 2, .*: delete one of the two/,
  ],
  [
    'invalid-fact',
    'OWLS\nOwl | They fly. | many',
    mine,
    '2:19-2:23',
    /“many” .*`upvotes` .*: write a number/,
  ],
  [
    'invalid-address',
    'OWLS\nOwl | They fly. | 1 | ftp://a.example',
    mine,
    '2:23-2:38',
    /: write one that begins with https/,
  ],
  ['no-papers', 'Mar 12', day, '1:7', /: write each title on a line of its own/],
  ['missing-abstract', `Mar 12\n\n${birds}\n\nRivers`, day, '7:1-7:7', /: write one under the title/],
  [
    'sentence-as-title',
    `Mar 12\n\nThey move. They stay.\n\n${birds}`,
    day,
    '3:1-3:22',
    /: write the paper's title above it/,
  ],
  ['duplicate-paper', `${birds}\n\n${birds}`, day, '5:1-5:6', /at line 1.*: delete one of the two/],
  [
    'unknown-header-line',
    `Readers: 30\n\nMar 12\n\n${birds}`,
    day,
    '1:1-1:12',
    /: delete it, write who chose the papers as `curator: NAME` into the front matter, or move it/,
  ],
  [
    'undated',
    `Mar 12\n\n${birds}`,
    {},
    '1:1-1:7',
    /: name the file after its day .* or set the option `year`/,
  ],
  ['undated', birds, {}, '1:1-1:6', /: name the file after its day .*, or write `date: /],
  ['invalid-date', `Feb 30\n\n${birds}`, day, '1:1-1:7', /: write it as YYYY-MM-DD/],
  ['invalid-date', birds, { path: '2025-02-30.txt', year: 2025 }, '1:1-1:6', /: write it as YYYY-MM-DD/],
  ['date-mismatch', `Mar 13\n\n${birds}`, day, '1:1-1:7', /: rename the file or correct the date/],
  ['invalid-encoding', Uint8Array.from([66, 0xf6, 10, 10, 65]), day, '1:2', /Windows-1252: save it as UTF-8/],
  [
    'invalid-encoding',
    Uint8Array.from([66, 0xc3, 0xb6, 0xff, 10, 10, 65]),
    day,
    '1:3',
    /U\+FFFD: save it as UTF-8/,
  ],
  [
    'invalid-encoding',
    'Subject: a\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\nBirds\n\nThey sing=F6. They fly.',
    day,
    '7:10',
    /charset.*: correct its `charset`, or save its text as UTF-8/,
  ],
  ['invalid-front-matter', `---\n- a\n---\n${birds}`, day, '1:1-3:4', /: write one `key: value` a line/],
  ['unknown-front-matter-key', `---\na: b\n---\n${birds}`, day, '2:1-2:5', /: use one of title, /],
  [
    'invalid-front-matter-value',
    `---\nyear: x\n---\n${birds}`,
    day,
    '2:1-2:8',
    /: write a year such as 2025/,
  ],
];

describe.each(cases)('%s', (rule, value, options, place, fix) => {
  const messages = fromDigest(value, options).data?.digest?.messages ?? [];
  const message = messages.find((message) => message.ruleId === rule);

  it('has its place and its source', () => {
    const path = options.path === undefined ? '' : `${options.path}:`;
    expect(String(message)).toBe(`${path}${place}: ${message?.reason}`);
    expect(message?.source).toBe('remark-digest');
  });

  it('is one sentence that ends with a full stop and names a fix', () => {
    expect(message?.reason).toMatch(fix);
    expect(bare(message?.reason ?? '')).toMatch(sentence);
  });
});

describe('the rules', () => {
  const source = readFileSync(new URL('../src/messages.ts', import.meta.url), 'utf8');
  const written = [...source.matchAll(/ruleId: '([a-z-]+)'/g)].map(([, rule]) => rule);

  it('are each written once', () => {
    expect(new Set(written).size).toBe(written.length);
  });

  it('are each documented, once, where they are written', () => {
    expect([
      ...source.matchAll(/\/\*\* [^\n]+\. \*\/\nexport function \w+\([^)]*\): Finding \{/g),
    ]).toHaveLength(written.length);
  });

  it('each have a case above', () => {
    expect([...new Set(cases.map(([rule]) => rule)), ...elsewhere].sort()).toEqual(written.toSorted());
  });
});

describe('a message', () => {
  it('is one sentence whatever it quotes', () => {
    const quoted = 'Birds. Rivers! {x} <b> “a” b';
    const found = [
      findings.missingAbstract(quoted),
      findings.sentenceAsTitle(quoted),
      findings.unsureAbstract(quoted, quoted),
      findings.duplicatePaper(quoted, 3),
      findings.unknownHeaderLine(quoted),
      findings.undated(quoted),
      findings.invalidDate(quoted),
      findings.dateMismatch(quoted, '2025-03-12'),
      findings.unknownFrontMatterKey(quoted, ['title']),
    ];
    for (const { reason } of found) expect(bare(reason)).toMatch(sentence);
  });

  it('is one line even where it quotes a value of several', () => {
    const source = `---\ndate: "soon\\nor late"\n"a\\nb": c\n---\n${birds}`;
    const messages = fromDigest(source, day).data?.digest?.messages ?? [];
    expect(messages.map(({ ruleId }) => ruleId).sort()).toEqual(['invalid-date', 'unknown-front-matter-key']);
    for (const { reason } of messages) expect(bare(reason)).toMatch(sentence);
  });

  it('quotes the beginning of a long text', () => {
    const { reason } = findings.missingAbstract('Small birds sing '.repeat(20).trim());
    expect(reason).toBe(
      'The paper “Small birds sing Small birds sing Small birds sing Small birds sing Sm …” has no abstract: write one under the title after a blank line, if there is one to write.',
    );
  });

  it('cuts no character in half', () => {
    for (const before of ['', 'a']) {
      const { reason } = findings.missingAbstract(before + '🦉'.repeat(50));
      expect(reason.isWellFormed(), `${reason}`).toBe(true);
    }
  });
});

describe('the messages of a digest', () => {
  it('come in the order of the text', () => {
    const source = `---\na: b\n---\nReaders: 30\n\nMar 12\n\n${birds}\n\nRivers\n\n${birds}\n\nSongs`;
    const messages = fromDigest(source).data?.digest?.messages ?? [];
    expect(messages.map(({ ruleId, line }) => `${line} ${ruleId}`)).toEqual([
      '2 unknown-front-matter-key',
      '4 unknown-header-line',
      '6 undated',
      '12 missing-abstract',
      '14 duplicate-paper',
      '18 missing-abstract',
    ]);
  });

  it('do not stop the good papers', () => {
    const source = `---\n[\n---\nReaders: 30\n\nFeb 30\n\n${birds}\n\nRivers\n\n${birds}`;
    const papers = fromDigest(source).children.filter((node) => node.type === 'digestEntry');
    expect(papers.map((paper) => paper.title)).toEqual(['Birds', 'Rivers', 'Birds']);
  });
});

/** A reason without what it quotes. */
function bare(reason: string): string {
  return reason
    .replace(/“.*”/g, '“”')
    .replace(/`[^`]*`/g, '``')
    .replace('2025-03-12.txt', '');
}
