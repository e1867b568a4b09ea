import { fromDigest, plainText } from 'remark-digest';

/** A paper of a digest, as far as `model/` looks at it. */
export interface DigestPaper {
  id: string;
  body: string;
  data: {
    title: string;
    issue: { collection: 'issues'; id: string };
    issueDate: string;
    position: number;
  };
}

/**
 * The papers of a digest.
 *
 * @param text the digest
 * @param date its day, which also names the issue
 */
export function digestPapers(text: string, date: string): DigestPaper[] {
  return fromDigest(text)
    .children.filter((node) => node.type === 'digestEntry')
    .map(({ title, slug, children: [, ...abstract] }, index) => ({
      id: `${date}/${slug}`,
      body: plainText(abstract),
      data: { title, issue: { collection: 'issues', id: date }, issueDate: date, position: index + 1 },
    }));
}
