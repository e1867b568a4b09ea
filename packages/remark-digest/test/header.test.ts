import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { fromDigest, splitIssues } from '../src/index.ts';

const birds = 'Birds by Song\n\nThey sing. They fly.';
const rivers = 'A Map of Rivers\n\nThey move. They stay.';

describe('a line of the header', () => {
  it.each([
    ['new', { badge: 'new' }],
    ['New', { badge: 'New' }],
    ['Subscribe', { subscribeLabel: 'Subscribe' }],
    [
      'Get trending papers in your email inbox!',
      { callToSubscribe: 'Get trending papers in your email inbox!' },
    ],
    [
      'Get trending papers in your email inbox once a day!',
      { callToSubscribe: 'Get trending papers in your email inbox once a day!' },
    ],
    ['byAK and the research community', { curator: 'AK', community: 'the research community' }],
    ['by AK and the research community', { curator: 'AK', community: 'the research community' }],
    ['byMia and Ada and the reading group', { curator: 'Mia and Ada', community: 'the reading group' }],
    ['by@mia', { curator: '@mia' }],
    ['by Mia', { curator: 'Mia' }],
    ['by Anna and Ben', { curator: 'Anna and Ben' }],
    ['by Anna, Ben and Mia van der Tern', { curator: 'Anna, Ben and Mia van der Tern' }],
    ['by 金 and 李', { curator: '金 and 李' }],
    ['byAnna Meyer and the vision lab', { curator: 'Anna Meyer', community: 'the vision lab' }],
  ])('%s', (line, expected) => {
    const digest = read(`${line}\n\nMar 12\n\n${birds}`);
    expect(digest).toMatchObject({ ...expected, dateText: 'Mar 12', messages: [] });
    expect(digest.papers).toEqual(['Birds by Song']);
  });

  it('that comes twice counts once, and says so', () => {
    const digest = read(`new\n\nnew\n\nMar 12\n\n${birds}`);
    expect(digest).toMatchObject({ badge: 'new', papers: ['Birds by Song'] });
    expect(digest.messages).toEqual([expect.stringMatching(/:3:1-3:4: The header line “new” /)]);
  });
});

describe('a title that looks like a line of the header stays a title', () => {
  it.each(['New', 'Subscribe', 'May 1', 'By Mia', 'byte', 'bypass', 'by the Sea', 'by Learning to Fly'])(
    'below a header: %s',
    (title) => {
      const { papers, messages } = read(
        `Mar 12\n\n${birds}\n\n${title}\n\nThey last. They end.\n\n${rivers}`,
      );
      expect(papers).toEqual(['Birds by Song', title, 'A Map of Rivers']);
      expect(messages).toEqual([]);
    },
  );

  it.each(['New', 'Subscribe', 'May 1', 'By Mia'])('without a header: %s', (title) => {
    const { papers, messages } = read(`${birds}\n\n${title}\n\nThey last. They end.`);
    expect(papers).toEqual(['Birds by Song', title]);
    expect(messages).toEqual([]);
  });
});

describe('a header further down begins another issue', () => {
  it.each([
    ['two lines or more of it', `new\n\nMar 12\n\n${birds}\n\nnew\n\nMar 13\n\n${rivers}`],
    ['a date alone, between an abstract and a title', `Mar 12\n\n${birds}\n\nMar 13\n\n${rivers}`],
    ['the front matter of another file', `Mar 12\n\n${birds}\n\n---\ntitle: b\n---\nMar 13\n\n${rivers}`],
  ])('%s', (_, text) => {
    const issues = splitIssues(fromDigest(text, { year: 2025 }));
    expect(issues.map(({ data, children }) => [data?.digest?.date, titlesOf(children)])).toEqual([
      ['2025-03-12', ['Birds by Song']],
      ['2025-03-13', ['A Map of Rivers']],
    ]);
  });
});

it.each([
  ['Mar 11', 'Mar 12', 'Mar 13'],
  ['Mar 11', 'Mar 12'],
])('takes the date of the page from among the days beside it: %s, %s', (...dates) => {
  const { dateText, messages, papers } = read(
    `byMia and the research community\n\n${dates.join('\n\n')}\n\n${birds}`,
  );
  expect({ dateText, messages, papers }).toEqual({
    dateText: 'Mar 12',
    messages: [],
    papers: ['Birds by Song'],
  });
});

it('keeps the lines as they stand', () => {
  const tree = fromDigest(`new\nbyMia and the research community\n Mar 12\n\n${birds}`, { year: 2025 });
  const [header] = tree.children;
  expect(header).toMatchObject({ type: 'digestHeader' });
  expect('children' in header! && header.children.map((field) => toString(field))).toEqual([
    'new',
    'byMia and the research community',
    'Mar 12',
  ]);
});

function read(text: string) {
  const { children, data } = fromDigest(text, { path: '2025-03-12.txt' });
  return {
    ...data?.digest,
    messages: data?.digest?.messages.map(String) ?? [],
    papers: titlesOf(children),
  };
}

function titlesOf(children: Root['children']): string[] {
  return children.filter((node) => node.type === 'digestEntry').map(({ title }) => title);
}
