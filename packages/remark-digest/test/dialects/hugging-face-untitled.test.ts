import { expect, test } from 'vitest';
import { fromDigest } from '../../src/index.ts';

const page = `arxiv:2504.01001

Sleeping Swifts

Published on Apr 2
·
Submitted by
mia
on Apr 3

Authors:
Mia Tern

Abstract

Swifts sleep on the wing. We follow forty of them through one summer.
`;

const lines = page.split('\n');

function read(text: string) {
  const { children, data } = fromDigest(text, { path: '2025-04-03.txt' });
  const titles = children.flatMap((child) => (child.type === 'digestEntry' ? [child.title] : []));
  return { titles, messages: data?.digest?.messages ?? [] };
}

test.each([0, 1, 2])('the page of one paper keeps its title where %i lines above it are lost', (lost) => {
  expect(read(lines.slice(lost).join('\n')).titles).toEqual(['Sleeping Swifts']);
});

test.each([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  'no name becomes a title where the page of one paper has lost its own, with %i lines',
  (lost) => {
    const { titles, messages } = read(lines.slice(lost).join('\n'));
    expect(titles).toEqual([]);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['unknown-dialect']);
  },
);

test('the reason says what is lost', () => {
  const [message] = read(lines.slice(3).join('\n')).messages;
  expect(message?.reason).toContain('the page of one paper, without its title');
});

test('where the dialect is told, the lines of such a page are named and left out', () => {
  const { titles, messages } = read(`---\ndialect: hugging-face\n---\n${lines.slice(6).join('\n')}`);
  expect(titles).toEqual([]);
  expect(messages.map(({ ruleId, line }) => `${ruleId}:${line}`)).toContain('unread-lines:4');
});
