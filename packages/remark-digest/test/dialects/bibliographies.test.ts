import { describe, expect, it } from 'vitest';
import { fromDigest } from '../../src/index.ts';

/** One line: what is wrong, a colon, how to fix it, and a full stop at the end only. */
const sentence = /^[A-Z“][^.!?\n]*: [^.!?\n]+\.$/;

function messagesOf(text: string): { rule: string; place: string; reason: string }[] {
  const messages = fromDigest(text, { path: '2025-03-12.txt' }).data?.digest?.messages ?? [];
  return messages.map(({ ruleId = '', reason, name }) => ({ rule: ruleId, place: name ?? '', reason }));
}

const found: [what: string, text: string, rule: string, place: string, fix: RegExp][] = [
  [
    'a brace that is missing',
    '@misc{a, title = {Owls},\n  abstract = {They fly.\n}\n\n@misc{b, title = {Bats}, abstract = {They hear.}}',
    'broken-record',
    '1:1-5:1',
    /“a” .*: put the missing } or "/,
  ],
  [
    'JSON that breaks off',
    '[{"type": "article-journal", "title": "Owls", "issued": {}},\n{"type": "article-journal", "title": "Bat',
    'broken-record',
    '2:1-2:42',
    /“2” .*: export the bibliography again/,
  ],
  [
    'fields that nothing is made of',
    'TY  - JOUR\nTI  - Owls\nAB  - They fly. They see.\nSP  - 1\nEP  - 2\nSP  - 3\nER  - ',
    'unused-keys',
    '4:1-4:8',
    /“SP” \(2\), “EP” \(1\): /,
  ],
  [
    'a format that is not read',
    '<1>\nVN  - Ovid Technologies\nTI  - Owls',
    'refused-text',
    '1:1-3:11',
    /an export of Ovid, .*: export the same papers in the format `RIS`/,
  ],
  [
    'words between records',
    'TY  - JOUR\nTI  - Owls\nAB  - They fly. They see.\nER  - \n\nWords.\n',
    'unread-lines',
    '6:1-6:7',
    /: delete what belongs to no paper/,
  ],
];

describe.each(found)('%s', (_, text, rule, place, fix) => {
  const message = messagesOf(text).find((one) => one.rule === rule);

  it('is named with its place', () => {
    expect(message?.place).toBe(`2025-03-12.txt:${place}`);
  });

  it('is told in one sentence that names a fix', () => {
    expect(message?.reason).toMatch(fix);
    expect(message?.reason.replace(/“[^”]*”/g, '“”').replace(/`[^`]*`/g, '``')).toMatch(sentence);
  });
});

it('a text that is refused has that one message', () => {
  expect(messagesOf('<1>\nVN  - Ovid Technologies\nTI  - Owls').map(({ rule }) => rule)).toEqual([
    'refused-text',
  ]);
});

describe('macros of BibTeX', () => {
  it('that stand for one another over and over end', () => {
    const macros = Array.from({ length: 60 }, (_, i) => `@string{m${i + 1} = m${i} # m${i}}`).join('\n');
    const text = `@string{m0 = {owl}}\n${macros}\n@misc{a, title = {Owls}, journal = m60, abstract = {They fly.}}`;
    const tree = fromDigest(text, { path: '2025-03-12.bib' });
    expect(tree.children.filter(({ type }) => type === 'digestEntry')).toHaveLength(1);
  });
});

describe('records that lead to one another', () => {
  it('end', () => {
    const text =
      '@misc{a, title = {Owls}, crossref = {b}}\n@misc{b, title = {Bats}, crossref = {a}}\n@xdata{c, xdata = {c}}';
    const tree = fromDigest(text, { path: '2025-03-12.bib' });
    expect(tree.children.filter(({ type }) => type === 'digestEntry')).toHaveLength(2);
  });
});
