import { sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { liveDigest, liveKeyOfBuild, type LiveCollection } from '../model/live-entries.ts';
import { latestFirst } from '../model/order.ts';
import type { FoundMessage } from './choose-messages.ts';
import { sealEntries } from './entry-seal.ts';
import { openIssueRecords, type IssueRecords, type RecordedPaper } from './issue-records.ts';
import { openKeptIssues, type KeptIssue, type KeptIssues, type StoreEntry } from './kept-issues.ts';
import { leftOutSentences } from './left-out-sentences.ts';
import { openPaperStore, replaceEntry, type NewEntry, type PaperStore } from './paper-store.ts';
import { printableLogger } from './printable-logger.ts';
import { startProgress } from './progress.ts';
import type { IssuePaper } from './read-issue.ts';
import { issueSchemaOf, paperSchemaOf, type IssueData, type IssueMessage } from './schemas.ts';
import { siteError } from './site-error.ts';
import { createTeller, type Tell } from './tell-messages.ts';
import type { Source, SourceIssue } from './source.ts';
import {
  runName,
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
    load(context) {
      const { keptIssues, recordsFolder } = files(context, source);
      const [kept, recorded] = [openKeptIssues(keptIssues), openIssueRecords(recordsFolder)];
      return loadAndWatch(context, source, (context, source) => syncPapers(context, source, kept, recorded));
    },
  };
}

/** Brings a collection up to date. */
type Sync = (context: LoaderContext, source: Source) => Promise<void>;

/**
 * How long files are left alone after a change, in milliseconds. Vite's watcher doesn't tell of a change that comes within 50 ms after another one of
 * the same file, and an editor may empty a file before it writes it.
 */
const settling = 60;

async function loadAndWatch(context: LoaderContext, source: Source, sync: Sync): Promise<void> {
  await sync(context, source);
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
        return sync(context, source);
      })
      .catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}

const root = (context: LoaderContext): string => fileURLToPath(context.config.root);
const scan = (context: LoaderContext, source: Source) =>
  source.scan(root(context), files(context, source).hashes, context.collection, !context.watcher);
const commandOf = ({ watcher }: LoaderContext) => (watcher ? 'dev' : 'build');
const files = (context: LoaderContext, { options }: Source) =>
  syncFiles(context.config.cacheDir, commandOf(context), options.name);

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
  const changed: { entry: NewEntry; seal: string }[] = [];
  for (const issue of issues) {
    gone.delete(issue.id);
    let entry: NewEntry | undefined = store.get(issue.id);
    const seal = `seal:${issue.id}`;
    if (entry?.digest !== issue.contentHash || meta.get(seal) !== String(sealEntries([entry]))) {
      const { id, data } = await issue.read();
      const parsed = await parseData({ id, data: { ...data } });
      entry = { id, data: parsed, digest: issue.contentHash, ...(data.file ? { filePath: data.file } : {}) };
      changed.push({ entry, seal });
    }
    for (const message of (entry.data as IssueData).messages) {
      messages++;
      found.push(toFound(message, 'warn'));
    }
  }
  // At once: Astro begins to write all of its store when nothing has changed for half a second, which reading may take.
  for (const { entry, seal } of changed) {
    replaceEntry(store, entry);
    meta.set(seal, String(sealEntries([store.get(entry.id)])));
  }
  for (const id of gone) store.delete(id);
  tell(found, root(context), files(context, source).messages, logger);

  const report: IssuesReport = { issues: issues.length, messages, time: performance.now() - start };
  writeSyncFile(files(context, source).issues, JSON.stringify(report));
  tellPages(context, source, 'issues', issues, store.values());
}

function toFound(
  { file, line, column, reason, ruleId }: IssueMessage,
  level: FoundMessage['level'],
): FoundMessage {
  return { level, rule: ruleId, line: `${file}:${line}:${column} ${reason} (${ruleId})` };
}

async function syncPapers(
  context: LoaderContext,
  source: Source,
  kept: KeptIssues,
  recorded: IssueRecords,
): Promise<void> {
  const start = performance.now();
  const logger = printableLogger(context.logger);
  const { issues } = await scan(context, source);

  let read = 0;
  // Both loaders read each issue together, so that one of them knows how far they are.
  const progress = startProgress((line) => logger.info(line));
  const done: { issue: SourceIssue; kept: KeptIssue }[] = [];
  const { papers: report, records, fronts: frontsFile } = files(context, source);
  const store = openPaperStore(context, {
    run: runName(commandOf(context), source.options.name),
    isFilled: liveDigest(liveKeyOf(context, source)).fillsStore,
  });
  for (const issue of issues) {
    let keptIssue = kept.get(issue.contentHash);
    if (!keptIssue) {
      keptIssue = await readIssue(issue, context, store);
      kept.keep(issue.contentHash, keptIssue);
      read += keptIssue.papers.length;
      progress.show(
        () => `Reading: ${done.length + 1} of ${issues.length} digests, ${read.toLocaleString('en')} papers`,
      );
    }
    const { papers, dialect } = keptIssue;
    for (const { deferredRender, filePath } of papers) if (deferredRender) requireMdx(context, filePath);
    store.put(issue.contentHash, papers);
    if (!recorded.has(issue.contentHash))
      recorded.write(issue.contentHash, papers as unknown as RecordedPaper[], dialect);
    done.push({ issue, kept: keptIssue });
  }
  progress.end();
  store.removeOthers();
  const hashes = new Set(issues.map(({ contentHash }) => contentHash));
  kept.keepOnly(hashes);
  recorded.keepOnly(hashes);
  writeSyncFile(frontsFile, done.map(({ kept }) => `${JSON.stringify(kept.front)}\n`).join(''));
  const entries = done.flatMap(({ kept }) => kept.papers);
  const told: PapersReport = { papers: entries.length, read, time: performance.now() - start };
  writeSyncFile(report, JSON.stringify(told));
  // The last of what an index is made of: as soon as it is there, that begins.
  const list = latestFirst(
    done.map(({ issue: { contentHash }, kept }) => ({
      id: kept.front.id,
      data: { date: kept.front.date },
      contentHash,
    })),
  );
  writeSyncFile(records, JSON.stringify(list.map(({ id, contentHash }) => ({ id, contentHash }))));
  tellPages(context, source, 'papers', issues, entries);
}

/** Reads an issue, and makes entries of its papers as Astro has them. */
async function readIssue(
  issue: SourceIssue,
  { parseData }: LoaderContext,
  store: PaperStore,
): Promise<KeptIssue> {
  const { papers, data } = await issue.read();
  const entries: StoreEntry[] = [];
  for (const { id, data, text, html } of papers) {
    const parsed = await parseData({ id, data: { ...data } });
    // A live paper is a module that Vite compiles from its file; an inert one is HTML already.
    const body = data.live
      ? { filePath: data.source.file, deferredRender: true }
      : { rendered: { html: html ?? '' } };
    entries.push(store.make({ id, data: parsed, body: text, digest: issue.contentHash, ...body }));
  }
  return { papers: entries, front: frontOf(issue.id, data, papers), dialect: data.dialect };
}

/** Tells the pages what there is now. */
function tellPages(
  context: LoaderContext,
  source: Source,
  kind: LiveCollection,
  issues: readonly SourceIssue[],
  entries: readonly StoreEntry[],
): void {
  const { collection, watcher } = context;
  const state = issues.map(({ id, contentHash }) => `${id} ${contentHash}`).join('\n');
  const goesOn = watcher !== undefined;
  liveDigest(liveKeyOf(context, source)).tell(kind, { collection, state, entries, goesOn });
}

const liveKeyOf = (context: LoaderContext, source: Source): string =>
  context.watcher ? files(context, source).folder : liveKeyOfBuild(source.options.name);

/** @throws AstroError when the site can't render MDX, which a live paper needs */
function requireMdx({ config }: LoaderContext, file = ''): void {
  if (config.integrations.some(({ name }) => name === '@astrojs/mdx')) return;
  throw siteError(
    `${file}:1:1 This paper has code in it, which takes the package @astrojs/mdx: add it with \`npx astro add mdx\`.`,
  );
}

function frontOf(id: string, data: IssueData, papers: readonly IssuePaper[]): IssueFront {
  const { title, date, dateText } = data;
  const titles = papers.slice(0, 12).map((paper) => paper.data.title);
  return { id, title, date, dateText, papers: papers.length, titles };
}
