import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accountFor } from '../../src/cli/account.ts';
import { fromDigest } from '../../src/index.ts';
import { digestOf, testFolder } from './in-folder.ts';

const papers = { Birds: 'They sing. Code: https://github.com/birds/birds.', Rivers: 'They move. They stay.' };

describe('check', () => {
  it('prints what is in a digest', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    expect(await folder.run('check', '@/2025-03-12.txt')).toEqual({
      status: 0,
      out: '2025-03-12.txt: hugging-face, 2 papers, 1 link, 0 maths, 100 % of 5 lines accounted for\n',
      err: '',
    });
  });

  it('prints what is wrong, each message with its place, its fix and its rule', async () => {
    const folder = testFolder();
    folder.write('papers.txt', digestOf({ ...papers, Songs: '' }));
    expect(await folder.run('check', '@/papers.txt')).toEqual({
      status: 0,
      out: expect.stringMatching(
        new RegExp(
          [
            '^papers\\.txt: hugging-face, 3 papers, 1 link, 0 maths, 100 % of 6 lines accounted for',
            'papers\\.txt:1:1 “Mar 12” has no year: name the file after its day .*\\. \\(undated\\)',
            'papers\\.txt:11:1 The paper “Songs” has no abstract: write one .*\\. \\(missing-abstract\\)\n$',
          ].join('\n'),
        ),
      ),
      err: '',
    });
  });

  it('takes the year and the dialect', async () => {
    const folder = testFolder();
    folder.write('papers.txt', digestOf(papers));
    const { out } = await folder.run('check', '@/papers.txt', '--year', '2025', '--dialect', 'hugging-face');
    expect(out).not.toContain('undated');
  });

  it('goes on after a file that can’t be read', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    mkdirSync(folder.at('empty'));
    const { status, out } = await folder.run(
      'check',
      '@/absent.txt',
      '@/empty',
      '@/2025-03-12.txt/x',
      '@/2025-03-12.txt',
    );
    expect(status).toBe(1);
    expect(out.split('\n')).toEqual([
      "absent.txt:1:1 This file can't be read because it is not there: check the path. (unreadable-file)",
      'empty:1:1 This folder has no digest in it, such as a .txt, .md, .json, .xml, .bib or .eml file: name the files themselves, or another folder. (no-digests)',
      "2025-03-12.txt/x:1:1 This file can't be read because a part of its path is not a folder: check the path. (unreadable-file)",
      '2025-03-12.txt: hugging-face, 2 papers, 1 link, 0 maths, 100 % of 5 lines accounted for',
      '',
    ]);
  });

  it('shows no character of a digest that a terminal would obey', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf({ 'Birds \u001B[2J\u202E\u0085 sing': '' }));
    const { out } = await folder.run('check', '@/2025-03-12.txt');
    expect(out).toContain('Birds');
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
    const json = await folder.run('check', '@/2025-03-12.txt', '--json');
    expect(json.out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});

describe('check --json', () => {
  it('prints the same for machines', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf({ ...papers, Songs: '' }));
    const { status, out, err } = await folder.run('check', '@/2025-03-12.txt', '@/absent.txt', '--json');
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(JSON.parse(out)).toEqual({
      files: [
        {
          path: '2025-03-12.txt',
          dialect: 'hugging-face',
          papers: 3,
          links: 1,
          maths: 0,
          messages: [
            {
              line: 11,
              column: 1,
              ruleId: 'missing-abstract',
              reason: expect.stringMatching(/^The paper “Songs” has no abstract: /),
            },
          ],
          lines: { total: 6, used: 6, reported: 0 },
        },
        {
          path: 'absent.txt',
          dialect: null,
          papers: 0,
          links: 0,
          maths: 0,
          messages: [
            {
              line: 1,
              column: 1,
              ruleId: 'unreadable-file',
              reason: "This file can't be read because it is not there: check the path.",
            },
          ],
          lines: { total: 0, used: 0, reported: 0 },
        },
      ],
    });
  });

  it('counts maths', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf({ Birds: 'They sing $x^2$ songs. They fly.' }));
    const { out } = await folder.run('check', '@/2025-03-12.txt', '--json');
    expect(JSON.parse(out).files[0].maths).toBe(1);
  });
});

describe('the account of the lines', () => {
  const text = digestOf(papers);
  const tree = fromDigest(text, { path: '2025-03-12.txt' });

  it('has every line of a good digest', () => {
    expect(accountFor(text, tree, [])).toEqual({
      lines: { total: 5, used: 5, reported: 0 },
      lost: [],
    });
  });

  it('tells the lines that a message names from those that are lost', () => {
    // A tree without its second paper, which begins at line 7.
    const less = { ...tree, children: tree.children.slice(0, 2) };
    expect(accountFor(text, less, [{ line: 7 }])).toEqual({
      lines: { total: 5, used: 3, reported: 1 },
      lost: [{ first: 9, last: 9 }],
    });
    expect(accountFor(text, less, [{ line: 1 }]).lost).toEqual([{ first: 7, last: 9 }]);
    expect(accountFor(text, { ...tree, children: tree.children.slice(2) }, [{ line: 3 }]).lost).toEqual([
      { first: 1, last: 1 },
      { first: 5, last: 5 },
    ]);
  });

  it('does not count a line of which a node has only a part', () => {
    const [header, paper] = tree.children;
    const cut = structuredClone(paper);
    if (cut?.position) cut.position.end.offset = (cut.position.end.offset as number) - 1;
    const less = { ...tree, children: [header, cut] as typeof tree.children };
    expect(accountFor(text, less, []).lost).toEqual([{ first: 5, last: 9 }]);
  });
});
