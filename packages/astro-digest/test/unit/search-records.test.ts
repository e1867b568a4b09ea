import { describe, expect, test } from 'vitest';
import type { SearchRecord } from '../../src/content/sync-files.ts';
import { toPagefindRecord } from '../../src/search/records.ts';
import { topicNames } from '../../src/search/topic-names.ts';

const options = { name: '/3.html', address: '/papers/2025-03-12/owls/', language: 'en' };
const record: SearchRecord = { id: '2025-03-12/owls', title: 'Owls', text: 'They fly.', issue: '2025-03-12' };

describe('records', () => {
  test('a paper of which little is known has no empty fields', () => {
    expect(toPagefindRecord(record, 3, options)).toEqual({
      url: '/3.html',
      content: 'They fly.',
      language: 'en',
      meta: {
        title: 'Owls',
        key: expect.stringMatching(/^qqzx/),
        issue: '2025-03-12',
        url: '/papers/2025-03-12/owls/',
      },
      sort: { votes: '1000000000v000000003' },
    });
  });

  test('a paper has its links by the signs of their kinds', () => {
    const links = [
      { url: 'https://github.com/a/b', kind: 'code' },
      { url: 'https://example.org', kind: 'project' },
    ];
    expect(toPagefindRecord({ ...record, links }, 0, options).meta?.['links']).toBe(
      'c=https://github.com/a/b w=https://example.org',
    );
  });

  test("what looks like a mark of Pagefind's own is no mark", () => {
    const text = '___PAGEFIND_WEIGHT___9 owls';
    expect(toPagefindRecord({ ...record, text }, 0, options).content).toBe(`\u200B${text}`);
  });

  test('formulas are found by their parts', () => {
    const text = 'It takes $O(n^{1+o(1)})$ time where $k=m_2$.';
    expect(toPagefindRecord({ ...record, text }, 0, options).meta?.['forms']?.split(' ')).toEqual([
      'n1+o1',
      'm2',
    ]);
  });
});

test('papers have the topics that they are in, in the order of the topics', () => {
  const topic = { slug: '', terms: [] as string[], origin: 'named' as const };
  const topics = [
    { ...topic, name: 'Birds', papers: ['owls', 'larks'] },
    { ...topic, name: 'Night', papers: ['owls'] },
  ];
  expect(topicNames(topics)).toEqual(
    new Map([
      ['owls', ['Birds', 'Night']],
      ['larks', ['Birds']],
    ]),
  );
  expect(topicNames([])).toEqual(new Map());
});
