import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../src/outputs/clean-text.ts';
import { llmsTxt } from '../../src/outputs/llms-txt.ts';
import { hostileTitles } from './hostile-titles.ts';

const parse = (markdown: string) => unified().use(remarkParse).parse(markdown);

test('is a title, a summary, paragraphs and sections of links', () => {
  const text = llmsTxt({
    title: 'Daily Papers',
    summary: 'Papers of each day.',
    details: ['Every paper has a page.'],
    sections: [
      {
        title: 'Issues',
        links: [
          { title: 'March 12', url: 'https://example.org/papers/2025-03-12/', note: '50 papers' },
          { title: 'March 11', url: 'https://example.org/papers/2025-03-11/' },
        ],
      },
      { title: 'Nothing', links: [] },
      { title: 'Optional', links: [{ title: 'All as JSON', url: 'https://example.org/papers.json' }] },
    ],
  });
  expect(text).toBe(`# Daily Papers

> Papers of each day.

Every paper has a page.

## Issues

- [March 12](https://example.org/papers/2025-03-12/): 50 papers
- [March 11](https://example.org/papers/2025-03-11/)

## Optional

- [All as JSON](https://example.org/papers.json)
`);
});

describe.each(hostileTitles)('a title with $what', ({ title }) => {
  test('is text wherever it stands', () => expect(reread(title)).toEqual(whatIsMeant(title)));
});

test('any title is text wherever it stands', () => {
  const special = fc.constantFrom(...'#*_[]()<>`~!\\|-+1.:&;/ \n');
  const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });
  const title = fc.string({ unit: fc.oneof(special, any) }).filter((text) => cleanLine(text) !== '');
  fc.assert(
    fc.property(title, (title) => {
      expect(reread(title)).toEqual(whatIsMeant(title));
    }),
    { seed: 5, numRuns: 500 },
  );
});

/** What Markdown makes of a file that has one title in every place: types of nodes, and texts. */
function reread(title: string) {
  const link = { title, url: 'https://example.org/', note: title };
  const text = llmsTxt({
    title,
    summary: title,
    details: [title],
    sections: [{ title, links: [link, link] }],
  });
  return outline(parse(text));
}

function whatIsMeant(title: string): unknown {
  const text = cleanLine(title);
  const item = ['listItem', ['paragraph', ['link', text], `: ${text}`]];
  return [
    'root',
    ['heading', text],
    ['blockquote', ['paragraph', text]],
    ['paragraph', text],
    ['heading', text],
    ['list', item, item],
  ];
}

function outline(node: Nodes): unknown {
  if ('children' in node) return [node.type, ...node.children.map(outline)];
  return node.type === 'text' ? node.value : node.type;
}
