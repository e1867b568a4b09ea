import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { startProgress } from './progress.ts';
import type { IssuePaper } from './read-issue.ts';
import { issueSchema, paperSchema, type IssueData } from './schemas.ts';
import { toRecords } from './search-records.ts';
import type { Source } from './source.ts';
import {
  syncFiles,
  writeSyncFile,
  type IssueFront,
  type IssuesReport,
  type PapersReport,
} from './sync-files.ts';

/** Loader of the collection `issues`: one entry a digest. */
export function makeIssuesLoader(source: Source): Loader {
  return {
    name: 'astro-digest-issues',
    schema: issueSchema,
    load: (context) => loadAndWatch(context, source, syncIssues),
  };
}

/** Loader of the collection `papers`: one entry a paper. */
export function makePapersLoader(source: Source): Loader {
  return {
    name: 'astro-digest-papers',
    schema: paperSchema,
    load: (context) => loadAndWatch(context, source, syncPapers),
  };
}

type Sync = (context: LoaderContext, source: Source) => Promise<void>;

async function loadAndWatch(context: LoaderContext, source: Source, sync: Sync): Promise<void> {
  await sync(context, source);
  const { watcher, config, logger } = context;
  if (!watcher) return;

  const folder = new URL(`${source.options.base}/`, config.root);
  const path = fileURLToPath(folder);
  watcher.add(path);
  let queue = Promise.resolve();
  const onChange = (changed: string): void => {
    if (!changed.startsWith(path.endsWith(sep) ? path : path + sep)) return;
    // One after the other: two syncs at a time could store the older state last.
    queue = queue
      .then(() => sync(context, source))
      .catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}

const root = (context: LoaderContext): string => fileURLToPath(context.config.root);
const files = (context: LoaderContext) =>
  syncFiles(context.config.cacheDir, context.watcher ? 'dev' : 'build');

async function syncIssues(context: LoaderContext, source: Source): Promise<void> {
  const start = performance.now();
  const { store, logger, parseData } = context;
  const { exists, issues, clashes } = await source.scan(root(context));
  const { base } = source.options;
  if (!exists) {
    logger.warn(
      `There is no folder ${base}: make it and put a digest into it, such as ${base}/2025-03-12.txt.`,
    );
  } else if (issues.length === 0) {
    logger.warn(`The folder ${base} has no digest: put one into it, such as ${base}/2025-03-12.txt.`);
  }
  for (const { path, other, id } of clashes) {
    logger.error(
      `${path}:1:1 The issue ${id} is already read from ${other}: give one of the two files another name.`,
    );
  }

  let messages = 0;
  const gone = new Set(store.keys());
  for (const issue of issues) {
    gone.delete(issue.id);
    let entry = store.get(issue.id)?.digest === issue.contentHash ? store.get(issue.id) : undefined;
    if (!entry) {
      const { id, data } = issue.read();
      const parsed = await parseData({ id, data: { ...data } });
      entry = { id, data: parsed, digest: issue.contentHash, ...(data.file ? { filePath: data.file } : {}) };
      store.set(entry);
    }
    for (const message of (entry.data as IssueData).messages) {
      messages++;
      logger.warn(`${message.file}:${message.line}:${message.column} ${message.reason} (${message.ruleId})`);
    }
  }
  for (const id of gone) store.delete(id);

  const report: IssuesReport = { issues: issues.length, messages, time: performance.now() - start };
  await writeSyncFile(files(context).issues, JSON.stringify(report));
}

async function syncPapers(context: LoaderContext, source: Source): Promise<void> {
  const start = performance.now();
  const { store, meta, parseData, logger } = context;
  const { issues } = await source.scan(root(context));

  let read = 0;
  // Both loaders read each issue together, so that one of them knows how far they are.
  const progress = startProgress((line) => logger.info(line));
  const fronts: IssueFront[] = [];
  const dialects = new Map<string, string | undefined>();
  const gone = new Set(store.keys());
  for (const { id: issueId, contentHash, read: readIssue } of issues) {
    const key = `read:${issueId}`;
    const before = JSON.parse(meta.get(key) ?? 'null') as StoredIssue | null;
    if (before?.contentHash === contentHash && before.ids.every((id) => store.has(id))) {
      for (const id of before.ids) gone.delete(id);
      fronts.push(before.front);
      dialects.set(issueId, before.dialect);
      continue;
    }
    const { papers, data } = readIssue();
    for (const { id, data, text, html } of papers) {
      gone.delete(id);
      const parsed = await parseData({ id, data: { ...data } });
      // A live paper is a module that Vite compiles from its file; an inert one is HTML already.
      const body = data.live
        ? { filePath: data.source.file, deferredRender: true }
        : { rendered: { html: html ?? '' } };
      // `set` leaves an entry alone that has the same digest, and so has to be told when the body changed.
      store.delete(id);
      store.set({ id, data: parsed, body: text, digest: contentHash, ...body });
    }
    read += papers.length;
    progress.show(
      () => `Reading: ${fronts.length + 1} of ${issues.length} digests, ${read.toLocaleString('en')} papers`,
    );
    const front = frontOf(issueId, data, papers);
    fronts.push(front);
    const { dialect } = data;
    dialects.set(issueId, dialect);
    const stored: StoredIssue = { contentHash, ids: papers.map((paper) => paper.id), front, dialect };
    meta.set(key, JSON.stringify(stored));
  }
  progress.end();
  for (const id of gone) store.delete(id);

  const { papers, records, fronts: frontsFile } = files(context);
  await writeSyncFile(frontsFile, fronts.map((front) => `${JSON.stringify(front)}\n`).join(''));
  // The last of what an index is made of: as soon as it is there, that begins.
  await writeSyncFile(records, toRecords(store.values(), dialects));
  const report: PapersReport = { papers: store.keys().length, read, time: performance.now() - start };
  await writeSyncFile(papers, JSON.stringify(report));
}

/** What the store keeps of an issue, besides its papers. */
interface StoredIssue {
  contentHash: string;
  /** Ids of its papers. */
  ids: string[];
  front: IssueFront;
  /** Name of the dialect it was read with. */
  dialect?: string | undefined;
}

function frontOf(id: string, data: IssueData, papers: readonly IssuePaper[]): IssueFront {
  const { title, date, dateText } = data;
  const titles = papers.slice(0, 12).map((paper) => paper.data.title);
  return { id, title, date, dateText, papers: papers.length, titles };
}
