import { expect } from 'vitest';
import {
  fromDigest,
  plainText,
  splitIssues,
  type DigestEntry,
  type FromDigestOptions,
} from '../../src/index.ts';

type Fields = Omit<DigestEntry, 'title' | 'children'>;

/**
 * A paper as a digest must give it: title, abstract, and those fields that the layout has written, or must not be there since it has not.
 */
export type Expected = { title: string; abstract: string } & {
  [Name in keyof Fields]?: Fields[Name] | undefined;
};

/**
 * Reads a generated digest and expects its dialect, its papers in their order with every field that is listed, and every line inside a
 * node or named.
 *
 * @param say tells which digest it is, for a test that fails
 */
export function expectPapers(
  text: string,
  dialect: string,
  expected: readonly Expected[],
  say: string,
  options: FromDigestOptions = {},
): void {
  const tree = fromDigest(text, { path: '2025-12-31.txt', ...options });
  const issues = splitIssues(tree);
  expect(
    issues.map(({ data }) => data?.digest?.dialect),
    `${say}\n${(tree.data?.digest?.messages ?? []).map(String).join('\n')}`,
  ).toEqual(issues.map(() => dialect));
  const papers = issues.flatMap(({ children }) => children.filter((node) => node.type === 'digestEntry'));
  const shown = papers.map((paper, index) => {
    const { title: _, abstract: __, ...fields } = expected[index] ?? { title: '', abstract: '' };
    return {
      title: paper.title,
      abstract: plainText(paper.children.slice(1)).replace(/\s+/g, ' '),
      ...Object.fromEntries(Object.keys(fields).map((name) => [name, paper[name as keyof DigestEntry]])),
    };
  });
  expect(shown, say).toEqual(expected);
}
