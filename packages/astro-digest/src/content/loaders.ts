import { sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Paper } from '../model/entries.ts';
import { liveDigest, liveKeyOfBuild, type LiveCollection } from '../model/live-entries.ts';
import { latestFirst } from '../model/order.ts';
import type { FoundMessage } from './choose-messages.ts';
import { sealEntries } from './entry-seal.ts';
import { openIssueRecords, type RecordedPaper } from './issue-records.ts';
import { leftOutSentences } from './left-out-sentences.ts';
import { printableLogger } from './printable-logger.ts';
import { startProgress } from './progress.ts';
import type { IssuePaper } from './read-issue.ts';
import { issueSchemaOf, paperSchemaOf, type IssueData, type IssueMessage } from './schemas.ts';
import { putOffWriting } from '../seams/store-writing.ts';
import { siteError } from './site-error.ts';
import { createTeller, type Tell } from './tell-messages.ts';
import type { Source, SourceIssue } from './source.ts';
import {
  syncFiles,
  writeSyncFile,
  type IssueFront,
  type IssuesReport,
  type PapersReport,
} from './sync-files.ts';

/** Loader of the collection `issues`: one entry a digest. */
export function makeIssuesLoader(source: Source): Loader {
  const tell = createTeller();
  return {
    name: 'astro-digest-issues',
    schema: issueSchemaOf(source.collections),
    load: (context) => loadAndWatch(context, source, (context, source) => syncIssues(context, source, tell)),
  };
}

/** Loader of the collection `papers`: one entry a paper. */
export function makePapersLoader(source: Source): Loader {
  return {
    name: 'astro-digest-papers',
    schema: paperSchemaOf(source.collections),
    load: (context) => loadAndWatch(context, source, syncPapers),
  };
}

/**
 * Brings a collection up to date.
 *
 * @param sound content hashes of issues whose entries can't have been damaged, because they were looked at or made in this process
 */
type Sync = (context: LoaderContext, source: Source, sound: Set<string>) => Promise<void>;

/**
 * How long files are left alone after a change, in milliseconds. Vite's watcher doesn't tell of a change that comes within 50 ms after another one of
 * the same file, and an editor may empty a file before it writes it.
 */
const settling = 60;

async function loadAndWatch(context: LoaderContext, source: Source, sync: Sync): Promise<void> {
  const sound = new Set<string>();
  await sync(context, source, sound);
  const { watcher, config } = context;
  if (!watcher) return;
  const logger = printableLogger(context.logger);

  const folder = new URL(`${source.options.base}/`, config.root);
  const path = fileURLToPath(folder);
  watcher.add(path);
  let queue = Promise.resolve();
  let isWaiting = false;
  const onChange = (changed: string): void => {
    if (!changed.startsWith(path.endsWith(sep) ? path : path + sep)) return;
    // One that waits will see this change, too.
    if (isWaiting) return;
    isWaiting = true;
    // One after the other: two syncs at a time could store the older state last.
    queue = queue
      .then(() => setTimeout(settling))
      .then(() => {
        isWaiting = false;
        return sync(context, source, sound);
      })
      .then(() => void putOffWriting(context))
      .catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}

const root = (context: LoaderContext): string => fileURLToPath(context.config.root);
const scan = (context: LoaderContext, source: Source) =>
  source.scan(root(context), files(context, source).hashes, context.collection, !context.watcher);
const files = (context: LoaderContext, { options }: Source) =>
  syncFiles(context.config.cacheDir, context.watcher ? 'dev' : 'build', options.name);

async function syncIssues(context: LoaderContext, source: Source, tell: Tell): Promise<void> {
  const start = performance.now();
  const { store, meta, parseData } = context;
  const logger = printableLogger(context.logger);
  const { exists, issues, clashes, leftOut, failures = [] } = await scan(context, source);
  const { base } = source.options;
  writeSyncFile(files(context, source).folder, base);
  if (!exists) {
    logger.warn(
      `There is no folder ${base}: make it and put a digest into it, such as ${base}/2025-03-12.txt.`,
    );
  } else if (issues.length + failures.length === 0) {
    logger.warn(`The folder ${base} has no digest: put one into it, such as ${base}/2025-03-12.txt.`);
  }
  for (const sentence of leftOutSentences(base, leftOut ?? [])) logger.warn(sentence);
  const found: FoundMessage[] = [
    ...failures.map((message) => toFound(message, 'error')),
    ...clashes.map(({ path, other, id }) => ({
      level: 'error' as const,
      rule: 'astro-digest:issue-clash',
      line: `${path}:1:1 The issue ${id} is already read from ${other}: give one of the two files another name. (astro-digest:issue-clash)`,
    })),
  ];
  let messages = 0;
  const gone = new Set(store.keys());
  for (const issue of issues) {
    gone.delete(issue.id);
    let entry = store.get(issue.id);
    const seal = `seal:${issue.id}`;
    if (entry?.digest !== issue.contentHash || meta.get(seal) !== String(sealEntries([entry]))) {
      const { id, data } = await issue.read();
      const parsed = await parseData({ id, data: { ...data } });
      entry = { id, data: parsed, digest: issue.contentHash, ...(data.file ? { filePath: data.file } : {}) };
      replaceEntry(context, entry);
      meta.set(seal, String(sealEntries([store.get(issue.id)])));
    }
    for (const message of (entry.data as IssueData).messages) {
      messages++;
      found.push(toFound(message, 'warn'));
    }
  }
  for (const id of gone) store.delete(id);
  tell(found, root(context), files(context, source).messages, logger);

  const report: IssuesReport = { issues: issues.length, messages, time: performance.now() - start };
  writeSyncFile(files(context, source).issues, JSON.stringify(report));
  tellPages(context, source, 'issues', issues);
}

function toFound(
  { file, line, column, reason, ruleId }: IssueMessage,
  level: FoundMessage['level'],
): FoundMessage {
  return { level, rule: ruleId, line: `${file}:${line}:${column} ${reason} (${ruleId})` };
}

async function syncPapers(context: LoaderContext, source: Source, sound: Set<string>): Promise<void> {
  const start = performance.now();
  const { store, meta, parseData } = context;
  const logger = printableLogger(context.logger);
  const { issues } = await scan(context, source);

  let read = 0;
  // Both loaders read each issue together, so that one of them knows how far they are.
  const progress = startProgress((line) => logger.info(line));
  const done: { issue: SourceIssue; front: IssueFront }[] = [];
  const { papers: report, records, recordsFolder, fronts: frontsFile } = files(context, source);
  const recorded = openIssueRecords(recordsFolder);
  const stored = Map.groupBy(store.values(), ({ digest = '' }) => `${digest}`);
  for (const issue of issues) {
    const key = `read:${issue.id}`;
    const before = JSON.parse(meta.get(key) ?? 'null') as StoredIssue | null;
    const entries = stored.get(issue.contentHash) ?? [];
    const isSound = sound.has(issue.contentHash);
    if (before?.contentHash === issue.contentHash && (isSound || before.seal === sealEntries(entries))) {
      for (const { deferredRender, filePath } of entries) {
        if (!deferredRender || filePath === undefined) continue;
        requireMdx(context, filePath);
        // Astro 6 knows the modules only of the entries that were set in this build.
        store.addModuleImport(filePath);
      }
      done.push({ issue, front: before.front });
      sound.add(issue.contentHash);
      // The store may come from elsewhere, without them.
      if (!(isSound ? recorded.lists(issue.contentHash) : recorded.has(issue.contentHash))) {
        const papers = (entries as unknown as Paper[]).toSorted((a, b) => a.data.position - b.data.position);
        recorded.write(issue.contentHash, papers, before.dialect);
      }
      continue;
    }
    const { papers, data } = await issue.read();
    const { contentHash } = issue;
    const toRecord: RecordedPaper[] = [];
    const toSeal: unknown[] = [];
    for (const { id, data, text, html } of papers) {
      const parsed = await parseData({ id, data: { ...data } });
      if (data.live) requireMdx(context, data.source.file);
      // A live paper is a module that Vite compiles from its file; an inert one is HTML already.
      const body = data.live
        ? { filePath: data.source.file, deferredRender: true }
        : { rendered: { html: html ?? '' } };
      replaceEntry(context, { id, data: parsed, body: text, digest: contentHash, ...body });
      toSeal.push(store.get(id));
      toRecord.push({ id, data: parsed as Paper['data'], body: text });
    }
    read += papers.length;
    progress.show(
      () => `Reading: ${done.length + 1} of ${issues.length} digests, ${read.toLocaleString('en')} papers`,
    );
    const front = frontOf(issue.id, data, papers);
    done.push({ issue, front });
    const { dialect } = data;
    recorded.write(contentHash, toRecord, dialect);
    const toStore: StoredIssue = { contentHash, front, dialect, seal: sealEntries(toSeal) };
    meta.set(key, JSON.stringify(toStore));
    sound.add(contentHash);
  }
  progress.end();
  const hashes = new Set(issues.map(({ contentHash }) => contentHash));
  for (const [hash, entries] of stored) {
    if (hashes.has(hash)) continue;
    // Of an older state of an issue, or of one that is gone; where the paper is still there, it has been set anew.
    for (const { id } of entries) if (store.get(id)?.digest === hash) store.delete(id);
  }
  recorded.keepOnly(hashes);
  writeSyncFile(frontsFile, done.map(({ front }) => `${JSON.stringify(front)}\n`).join(''));
  const count = done.reduce((sum, { front }) => sum + front.papers, 0);
  const told: PapersReport = { papers: count, read, time: performance.now() - start };
  writeSyncFile(report, JSON.stringify(told));
  // The last of what an index is made of: as soon as it is there, that begins.
  const list = latestFirst(
    done.map(({ issue: { contentHash }, front: { id, date } }) => ({ id, data: { date }, contentHash })),
  );
  writeSyncFile(records, JSON.stringify(list.map(({ id, contentHash }) => ({ id, contentHash }))));
  tellPages(context, source, 'papers', issues);
}

/** Tells the pages what there is now. */
function tellPages(
  context: LoaderContext,
  source: Source,
  kind: LiveCollection,
  issues: readonly SourceIssue[],
): void {
  const { collection, store } = context;
  const state = issues.map(({ id, contentHash }) => `${id} ${contentHash}`).join('\n');
  const goesOn = context.watcher !== undefined;
  const key = goesOn ? files(context, source).folder : liveKeyOfBuild(source.options.name);
  liveDigest(key).tell(kind, { collection, state, entries: store.values(), goesOn });
}

/** Puts an entry into the store also where that has one of the same digest, which may be damaged. */
function replaceEntry({ store }: LoaderContext, entry: Parameters<LoaderContext['store']['set']>[0]): void {
  store.delete(entry.id);
  store.set(entry);
}

/** @throws AstroError when the site can't render MDX, which a live paper needs */
function requireMdx({ config }: LoaderContext, file = ''): void {
  if (config.integrations.some(({ name }) => name === '@astrojs/mdx')) return;
  throw siteError(
    `${file}:1:1 This paper has code in it, which takes the package @astrojs/mdx: add it with \`npx astro add mdx\`.`,
  );
}

/** What the store keeps of an issue, besides its papers. */
interface StoredIssue {
  contentHash: string;
  /** Checksum of its papers in the store; see `sealEntries`. */
  seal: number;
  front: IssueFront;
  /** Name of the dialect it was read with. */
  dialect?: string | undefined;
}

function frontOf(id: string, data: IssueData, papers: readonly IssuePaper[]): IssueFront {
  const { title, date, dateText } = data;
  const titles = papers.slice(0, 12).map((paper) => paper.data.title);
  return { id, title, date, dateText, papers: papers.length, titles };
}
