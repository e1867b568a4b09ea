import { expect, it } from 'vitest';
import { fromDigest, splitIssues } from '../src/index.ts';
import { isError } from '../src/cli/messages.ts';
import { textsOfOthers } from './texts-of-others.ts';

const texts = textsOfOthers(220).map((text, index) => ({ ...text, name: `${index}: ${text.kind}` }));

it.each(texts)('a text that is no digest gives no papers and one error: $name', ({ content }) => {
  const tree = fromDigest(content, { path: '2025-03-12.txt' });
  const papers = splitIssues(tree).flatMap(({ children }) =>
    children.flatMap((node) => (node.type === 'digestEntry' ? [node.title] : [])),
  );
  const errors = (tree.data?.digest?.messages ?? []).filter(({ ruleId = '', reason }) =>
    isError({ ruleId, reason }),
  );
  expect({ papers, errors: errors.length }, errors.join('\n')).toEqual({ papers: [], errors: 1 });
});
