import { readdirSync, readFileSync } from 'node:fs';
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

/** The papers of the example that ships with the repository. */
export function examplePapers(): DigestPaper[] {
  const folder = new URL('../../../../examples/minimal/src/content/digests/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => digestPapers(readFileSync(new URL(name, folder), 'utf8'), name.slice(0, 10)));
}
