import { fromDigest } from 'remark-digest';
import { expect, test } from 'vitest';
import { originalOf } from '../../src/content/original.ts';

/** What `originalOf` gives for the one paper of a digest, mended stretches in brackets. */
function original(title: string, abstract: string): string | undefined {
  const tree = fromDigest(`Mar 12\n\n${title}\n\n${abstract}\n`);
  const paper = tree.children.find((node) => node.type === 'digestEntry');
  return originalOf(paper?.children ?? [])
    ?.map(({ text, mended }) => (mended ? `[${text}]` : text))
    .join('');
}

test('a paper that nothing was mended in stands as it stood', () => {
  expect(original('A Title', 'An abstract with https://example.org/code in it.')).toBeUndefined();
});

test('what was mended is marked where it stood', () => {
  expect(original('A Title', "It calls ``x'' a rate of 45\\% on SAP^{2} data.")).toBe(
    "It calls [``]x[''] a rate of 45[\\%] on [SAP^{2}] data.",
  );
});

test('a title is given only where it was mended, too', () => {
  expect(original("A ``Quoted'' Title", 'An abstract as it stands.')).toBe(
    "A [``]Quoted[''] Title\n\nAn abstract as it stands.",
  );
});

test('a list that stood in a paragraph stays on its line', () => {
  expect(original('A Title', 'Two things: bullet One is this. bullet The other is that.')).toBe(
    'Two things: [bullet One is this. bullet The other is that.]',
  );
});

test('what is no character can be seen', () => {
  expect(original('A Title', 'A bell\u0007 rings.')).toContain('\uFFFD');
});
