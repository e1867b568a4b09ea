import { fromDigest, toMdx } from 'remark-digest';
import { makeArchive } from '../archive/archive.ts';
import { toDigestText } from '../archive/digest-text.ts';

/** A file of an archive, its path in the folder that the archive is written to. */
export interface ArchiveFile {
  path: string;
  text: string;
}

/** An archive as digests: one text an issue. */
export function* digestFiles(papers: number): Generator<ArchiveFile> {
  for (const issue of makeArchive({ papers })) yield { path: `${issue.date}.txt`, text: toDigestText(issue) };
}

/** The same archive converted to MDX: one file a paper, as `remark-digest convert` writes them. */
export function* mdxFiles(papers: number): Generator<ArchiveFile> {
  for (const { path, text } of digestFiles(papers)) {
    const issue = path.replace(/\.txt$/, '');
    for (const node of fromDigest(text, { path }).children) {
      if (node.type === 'digestEntry')
        yield { path: `${issue}/${node.slug}.mdx`, text: toMdx(node as never) };
    }
  }
}

/** The same files as Markdown, for generators without MDX, with what their templates need in the front matter. */
export function* markdownFiles(papers: number, orderKey: string): Generator<ArchiveFile> {
  for (const { path, text } of mdxFiles(papers)) {
    const [issue] = path.split('/') as [string];
    yield {
      path: path.replace(/\.mdx$/, '.md'),
      text: text.replace(/^---\n/, `---\nissue: "${issue}"\n`).replace(/^order:/m, `${orderKey}:`),
    };
  }
}
