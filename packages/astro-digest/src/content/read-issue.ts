import type { Root } from 'mdast';
import {
  abstractOf,
  dateOfFileName,
  factNames,
  fromDigest,
  issueNames,
  plainText,
  splitIssues,
  type DigestEntry,
  type FromDigestOptions,
  type PaperFacts,
} from 'remark-digest';
import { VFile } from 'vfile';
import { collectionNames, type CollectionNames } from '../model/digest-name.ts';
import { originalOf } from './original.ts';
import { PaperFileError } from './paper-file-error.ts';
import { readPaperFile, type PaperFile } from './paper-file.ts';
import type { IssueData, IssueMessage, PaperData } from './schemas.ts';
import { digestToHtml } from './digest-to-html.ts';

/** A file that was read, its path from the site's root. */
export interface SourceFile {
  path: string;
  bytes: Uint8Array;
}

/** The files of one digest. */
export interface IssueFiles {
  /** Id of its issue, where it holds one. */
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

/** What the files of a digest give. */
export interface ReadDigest {
  /** The issues: one for most digests, several for a text that holds several, none for one that no dialect knows. */
  issues: ReadIssue[];
  /** What is wrong with a digest that gives no issue. */
  failures: IssueMessage[];
}

/**
 * Reads the files of a digest: its papers, and those that have a file of their own, which take the place of the digest's paper of the
 * same slug or else follow after the last one.
 *
 * A file that can't be read becomes a message, and the digest's paper stays.
 */
export async function readIssues(files: IssueFiles, options: ReadOptions): Promise<ReadDigest> {
  if (!files.digest)
    return { issues: [await readIssue(files.id, undefined, files.papers, options)], failures: [] };
  const { path, bytes } = files.digest;
  const tree = fromDigest(new VFile({ value: bytes, path }), options);
  const trees = splitIssues(tree);
  if (files.papers.length === 0 && isRefused(tree)) {
    return { issues: [], failures: messagesOf(path, tree) };
  }
  const names = issueNames(
    files.id,
    trees.map(({ data }) => data?.digest ?? {}),
  );
  const digests = trees.map((root) => toDigest(path, root));
  const papersOf = Map.groupBy(files.papers, ({ slug }) =>
    Math.max(
      digests.findIndex(({ papers }) => papers.some((paper) => paper.slug === slug)),
      0,
    ),
  );
  const issues: ReadIssue[] = [];
  for (const [index, digest] of digests.entries())
    issues.push(await readIssue(names[index] as string, digest, papersOf.get(index) ?? [], options));
  return { issues, failures: [] };
}

/** Whether a text gives no issue at all, because no dialect knows it or the one that does refuses it. */
function isRefused({ data }: Root): boolean {
  return (
    data?.digest?.dialect === undefined &&
    !data?.digest?.messages.some(({ ruleId }) => ruleId === 'no-papers')
  );
}

async function readIssue(
  id: string,
  digest: DigestRead | undefined,
  files: IssueFiles['papers'],
  options: ReadOptions,
): Promise<ReadIssue> {
  const { collections = collectionNames() } = options;
  const messages: IssueMessage[] = [...(digest?.messages ?? [])];
  const papers = new Map(digest?.papers.map((paper) => [paper.slug, paper]));
  for (const file of files) {
    const paper = await readFile(file, papers.get(file.slug), options, messages);
    if (paper) papers.set(file.slug, paper);
  }
  // Without a digest the files tell the order, and the name of their folder tells the day.
  const drafts = digest ? [...papers.values()] : [...papers.values()].sort(byOrder);
  const date = digest ? digest.data.date : dateOfFileName(id).date;
  return {
    id,
    data: {
      ...digest?.data,
      ...withoutUndefined({ date }),
      papers: drafts.map(({ slug }) => ({ collection: collections.papers, id: `${id}/${slug}` })),
      messages,
    },
    papers: drafts.map(({ slug, fields, text, html }, index) => ({
      id: `${id}/${slug}`,
      data: {
        ...fields,
        issue: { collection: collections.issues, id },
        ...(date === undefined ? {} : { issueDate: date }),
        position: index + 1,
      },
      text,
      ...(html === undefined ? {} : { html }),
    })),
  };
}

/** How the texts are read. */
export interface ReadOptions extends Pick<FromDigestOptions, 'year' | 'inline' | 'dialect' | 'dialects'> {
  /** What the collections of the digest are called; `issues` and `papers` where nothing is said. */
  collections?: CollectionNames;
}

/** A paper before its place in the issue is known. */
interface PaperDraft {
  slug: string;
  fields: Omit<PaperData, 'issue' | 'issueDate' | 'position'>;
  text: string;
  html?: string | undefined;
  /** Its place in the digest it was converted from, as its file says. */
  order?: number | undefined;
}

function byOrder(a: PaperDraft, b: PaperDraft): number {
  return (a.order ?? Infinity) - (b.order ?? Infinity) || (a.slug < b.slug ? -1 : 1);
}

/** One issue of a digest, before the papers that have a file of their own. */
interface DigestRead {
  data: Omit<IssueData, 'papers' | 'messages'>;
  papers: PaperDraft[];
  messages: IssueMessage[];
}

function toDigest(path: string, tree: Root): DigestRead {
  const { messages: _, ...data } = tree.data?.digest ?? { messages: [] };
  const papers = tree.children
    .filter((node) => node.type === 'digestEntry')
    .map((node): PaperDraft => {
      const abstract = abstractOf(node);
      return {
        slug: node.slug,
        fields: {
          ...fieldsOf(node),
          live: false,
          source: sourceOf(path, node),
          ...withoutUndefined({ original: originalOf(node.children) }),
        },
        text: plainText(abstract),
        html: digestToHtml(abstract),
      };
    });
  return { data: { ...data, file: path }, papers, messages: messagesOf(path, tree) };
}

function messagesOf(file: string, tree: Root): IssueMessage[] {
  return (tree.data?.digest?.messages ?? []).map(({ line = 1, column = 1, source, ruleId, reason }) => ({
    file,
    line,
    column,
    ruleId: `${source}:${ruleId}`,
    reason,
  }));
}

/** Reads a paper's own file; `undefined`, with a message, when it can't be used. */
async function readFile(
  { slug, path, bytes }: IssueFiles['papers'][number],
  replaced: PaperDraft | undefined,
  options: ReadOptions,
  messages: IssueMessage[],
): Promise<PaperDraft | undefined> {
  let file: PaperFile;
  try {
    file = await readPaperFile(new TextDecoder().decode(bytes), options.inline);
  } catch (error) {
    if (!(error instanceof PaperFileError)) throw error;
    const { place, ruleId, message: reason } = error;
    messages.push({ file: path, ...place, ruleId: `astro-digest:${ruleId}`, reason });
    return undefined;
  }
  const { title = replaced?.fields.title, order, ...frontMatter } = file.frontMatter;
  if (title === undefined) {
    messages.push({
      file: path,
      line: 1,
      column: 1,
      ruleId: 'astro-digest:missing-title',
      reason:
        'This paper has no title and takes the place of no paper of the digest: write `title` in its front matter.',
    });
    return undefined;
  }
  const told = {
    authors: [],
    organizations: [],
    links: [],
    ...replaced?.fields,
    ...withoutUndefined(frontMatter),
    title,
  };
  // Front matter alone adds facts to the digest's paper, whose text stays.
  if (file.empty && replaced) return { ...replaced, fields: { ...replaced.fields, ...told }, order };
  const { original: _, ...fields } = told as PaperDraft['fields'];
  return {
    slug,
    fields: { ...fields, live: file.live, source: { file: path, lines: [1, file.lines] } },
    text: file.text,
    html: file.html,
    order,
  };
}

function fieldsOf(entry: DigestEntry) {
  const { title, authors, links } = entry;
  const facts = Object.fromEntries(
    factNames.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]]])),
  ) as PaperFacts;
  return { title, organizations: [], ...facts, authors, links };
}

function sourceOf(path: string, node: DigestEntry): PaperData['source'] {
  return { file: path, lines: [node.position?.start.line ?? 1, node.position?.end.line ?? 1] };
}

function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never;
}
