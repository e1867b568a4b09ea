import { toString } from 'mdast-util-to-string';
import { fromDigest, type DigestEntry } from 'remark-digest';
import { VFile } from 'vfile';
import { PaperFileError, readPaperFile, type PaperFile } from './paper-file.ts';
import type { IssueData, IssueMessage, PaperData } from './schemas.ts';
import { toHtml } from './to-html.ts';

/** A file that was read, its path from the site's root. */
export interface SourceFile {
  path: string;
  bytes: Uint8Array;
}

/** The files of one issue. */
export interface IssueFiles {
  /** Id of the issue. */
  id: string;
  /** The digest; absent for a folder of papers alone. */
  digest?: SourceFile;
  /** The papers' own files, each with the slug of the paper whose place it takes. */
  papers: (SourceFile & { slug: string })[];
}

/** One paper, ready for the collection. */
export interface IssuePaper {
  id: string;
  data: PaperData;
  /** Plain text of its body: what search finds. */
  text: string;
  /** Its body as HTML; absent for a live paper. */
  html?: string;
}

/** One issue, ready for the collections. */
export interface ReadIssue {
  id: string;
  data: IssueData;
  papers: IssuePaper[];
}

/**
 * Reads one issue: the papers of its digest, and the papers that have a file of their own, which take the place of the
 * digest's paper of the same slug or else follow after the last one.
 *
 * A file that can't be read becomes a message, and the digest's paper stays.
 */
export function readIssue(files: IssueFiles, options: { year?: number | undefined }): ReadIssue {
  const messages: IssueMessage[] = [];
  const data: IssueData = { papers: [], messages };
  const papers = new Map<string, IssuePaper>();

  const common = (position: number) => ({
    issue: { collection: 'issues' as const, id: files.id },
    ...(data.date === undefined ? {} : { issueDate: data.date }),
    position,
  });

  if (files.digest) {
    const { path, bytes } = files.digest;
    const tree = fromDigest(new VFile({ value: bytes, path }), options);
    const { messages: found, ...digest } = tree.data?.digest ?? { messages: [], dialect: '' };
    Object.assign(data, digest, { file: path });
    for (const message of found) {
      messages.push({
        file: path,
        line: message.line ?? 1,
        column: message.column ?? 1,
        ruleId: `${message.source}:${message.ruleId}`,
        reason: message.reason,
      });
    }
    for (const node of tree.children) {
      if (node.type !== 'digestEntry') continue;
      papers.set(node.slug, {
        id: `${files.id}/${node.slug}`,
        data: { ...fieldsOf(node), ...common(papers.size + 1), live: false, source: sourceOf(path, node) },
        text: node.children
          .slice(1)
          .map((child) => toString(child))
          .join('\n\n'),
        html: toHtml(node.children.slice(1)),
      });
    }
  }

  for (const { slug, path, bytes } of files.papers) {
    let file: PaperFile;
    try {
      file = readPaperFile(new TextDecoder().decode(bytes));
    } catch (error) {
      if (!(error instanceof PaperFileError)) throw error;
      messages.push({
        file: path,
        ...error.place,
        ruleId: `astro-digest:${error.ruleId}`,
        reason: error.message,
      });
      continue;
    }
    const replaced = papers.get(slug);
    const { title = replaced?.data.title, ...frontMatter } = file.frontMatter;
    if (title === undefined) {
      messages.push({
        file: path,
        line: 1,
        column: 1,
        ruleId: 'astro-digest:missing-title',
        reason: `This paper has no title and takes the place of no paper of the digest: write \`title\` in its front matter.`,
      });
      continue;
    }
    papers.set(slug, {
      id: `${files.id}/${slug}`,
      data: {
        authors: [],
        links: [],
        ...replaced?.data,
        ...withoutUndefined(frontMatter),
        title,
        ...common(replaced?.data.position ?? papers.size + 1),
        live: file.live,
        source: { file: path, lines: [1, file.lines] },
      },
      text: file.text,
      ...(file.html === undefined ? {} : { html: file.html }),
    });
  }

  data.papers = [...papers.values()].map(({ id }) => ({ collection: 'papers', id }));
  return { id: files.id, data, papers: [...papers.values()] };
}

function fieldsOf({ title, authors, links, date, arxivId, upvotes, submittedBy }: DigestEntry) {
  return { title, authors, links, ...withoutUndefined({ date, arxivId, upvotes, submittedBy }) };
}

function sourceOf(path: string, node: DigestEntry): PaperData['source'] {
  return { file: path, lines: [node.position?.start.line ?? 1, node.position?.end.line ?? 1] };
}

function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never;
}
