import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dialects, lineText, type Dialect, type IssueDraft } from 'remark-digest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSource } from '../../src/content/source.ts';

/** A dialect in which a line `== day` begins an issue, and every other line is a title. */
const diary: Dialect = {
  name: 'diary',
  detect: ({ value }) =>
    value.startsWith('== ')
      ? { score: 1, reason: 'it begins with a day' }
      : { score: 0, reason: 'it begins with no day', failedAt: 0 },
  read({ lines }) {
    const issues: (IssueDraft & { papers: IssueDraft['papers'][number][] })[] = [];
    for (const line of lines) {
      if (line.text.startsWith('== ')) {
        const date = { value: line.text.slice(3), pieces: lineText(line).pieces };
        issues.push({
          date: {
            ...date,
            pieces: [{ at: 0, start: line.textStart, end: line.textStart + line.text.length }],
          },
          papers: [],
        });
      } else if (line.text !== '') issues.at(-1)?.papers.push({ title: lineText(line), paragraphs: [] });
    }
    return { issues };
  },
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'several-issues-'));
  mkdirSync(join(root, 'digests'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string): void => writeFileSync(join(root, 'digests', path), text);
const scan = () => {
  const source = createSource({
    base: 'digests',
    year: undefined,
    inline: undefined,
    dialects: [diary, ...dialects],
  });
  return source.scan(root, join(root, 'hashes.txt'), 'issues', false);
};

describe('a file with several issues', () => {
  const text = '== 2025-03-12\nOwls\nTerns\n\n== 2025-03-11\nBats\n';

  it('becomes an issue a day, each with its papers and its lines', async () => {
    write('diary.txt', text);
    const { issues: found } = await scan();
    const issues = await Promise.all(found.map((issue) => issue.read()));
    expect(issues.map(({ id, data }) => [id, data.date, data.dialect])).toEqual([
      ['diary-2025-03-12', '2025-03-12', 'diary'],
      ['diary-2025-03-11', '2025-03-11', 'diary'],
    ]);
    expect(issues.map(({ papers }) => papers.map(({ id, data }) => [id, data.source.lines]))).toEqual([
      [
        ['diary-2025-03-12/owls', [2, 2]],
        ['diary-2025-03-12/terns', [3, 3]],
      ],
      [['diary-2025-03-11/bats', [6, 6]]],
    ]);
  });

  it('is known again, issue by issue, and by another hash after a change', async () => {
    write('diary.txt', text);
    const before = (await scan()).issues.map(({ id, contentHash }) => [id, contentHash]);
    expect(new Set(before.flat()).size).toBe(4);
    expect((await scan()).issues.map(({ id, contentHash }) => [id, contentHash])).toEqual(before);
    write('diary.txt', text.replace('Bats', 'Moths'));
    const after = (await scan()).issues.map(({ id, contentHash }) => [id, contentHash]);
    expect(after.map(([id]) => id)).toEqual(['diary-2025-03-12', 'diary-2025-03-11']);
    expect(after[0]?.[1]).not.toBe(before[0]?.[1]);
  });

  it('stands beside a file that has one of its days', async () => {
    write('2025-03-11.txt', 'Mar 11\n\nRivers\n\nThey move. They stay.\n');
    write('diary.txt', text);
    const { issues, clashes } = await scan();
    expect(issues.map(({ id }) => id).sort()).toEqual(['2025-03-11', 'diary-2025-03-11', 'diary-2025-03-12']);
    expect(clashes).toEqual([]);
  });

  it('gives way to a file that has its name already', async () => {
    write('2025-03-11.txt', 'Mar 11\n\nRivers\n\nThey move. They stay.\n');
    write('2025-03.txt', text);
    const { issues, clashes } = await scan();
    expect(issues.map(({ id }) => id).sort()).toEqual(['2025-03-11', '2025-03-12']);
    const read = await issues.find(({ id }) => id === '2025-03-11')?.read();
    expect(read?.papers.map(({ data }) => data.title)).toEqual(['Rivers']);
    expect(clashes).toEqual([
      { path: 'digests/2025-03.txt', other: 'digests/2025-03-11.txt', id: '2025-03-11' },
    ]);
  });
});

it('a text that no dialect knows is left out and said each time, and all others are read', async () => {
  write('2025-03-12.txt', 'Mar 12\n\nRivers\n\nThey move. They stay.\n');
  write('notes.md', 'buy milk, and look for owls\n');
  for (let time = 0; time < 2; time++) {
    const { issues, failures } = await scan();
    expect(issues.map(({ id }) => id)).toEqual(['2025-03-12']);
    expect(failures).toMatchObject([
      { file: 'digests/notes.md', line: 1, ruleId: 'remark-digest:unknown-dialect' },
    ]);
  }
});
