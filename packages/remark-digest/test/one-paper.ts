import { fromDigest, type DigestEntry, type FromDigestOptions } from '../src/index.ts';

/** The only paper of a digest that holds this title and this abstract; all of it is mended unless `inline` says otherwise. */
export function onePaper(
  title: string,
  abstract: string,
  inline: FromDigestOptions['inline'] = true,
): DigestEntry {
  const tree = fromDigest(`Mar 12\n\n${title}\n\n${abstract}`, { year: 2025, inline });
  const [paper, second] = tree.children.filter((node) => node.type === 'digestEntry');
  if (!paper || second) throw new Error(`Not one paper: ${JSON.stringify({ title, abstract })}`);
  return paper;
}
