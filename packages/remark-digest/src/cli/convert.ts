import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from '../printable.ts';
import { issueNames, splitIssues } from '../split-issues.ts';
import { verifyMdx } from '../verify-mdx.ts';
import { applyIssues, type Applied } from './apply.ts';
import type { ConvertCommand } from './arguments.ts';
import { findDigests } from './find-digests.ts';
import * as findings from './findings.ts';
import { realFolder } from './look.ts';
import { aboutFile, formatMessage, isError, type Message } from './messages.ts';
import { nameOf, namesByIssue, prepareIssue, type PreparedIssue, type Verify } from './prepare.ts';
import { createProgress, noProgress, type Progress } from './progress.ts';
import { readDigest } from './read-digest.ts';
import { readStateFile, stateName, type StateFile } from './state-file.ts';
import type { Terminal } from './terminal.ts';

/** Runs `remark-digest convert`, and gives its exit status. */
export async function convert(
  command: ConvertCommand,
  terminal: Terminal,
  verify: Verify = verifyMdx,
): Promise<number> {
  const progress = command.quiet ? noProgress : createProgress(terminal);
  const messages = { errors: 0, warnings: 0 };
  const say = (message: Message): void => {
    messages[isError(message) ? 'errors' : 'warnings']++;
    if (command.quiet && !isError(message)) return;
    progress.clear();
    terminal.err(formatMessage(message));
  };

  const folder = openFolder(command.out, say);
  if (!folder) return 1;
  const issues = await prepareAll(command, folder, verify, progress, say);
  const applied = apply(command.out, folder, issues, progress);
  applied.messages.forEach(say);

  progress.clear();
  if (!command.quiet) terminal.out(summary(issues, applied, messages));
  return messages.errors > 0 ? 1 : 0;
}

/** The folder of `--out`: its real path, if it is there, and its state. */
interface OpenFolder {
  root: string | undefined;
  stateFile: StateFile;
}

function openFolder(out: string, say: (message: Message) => void): OpenFolder | undefined {
  let path = out;
  try {
    const root = realFolder(out);
    path = join(out, stateName);
    const stateFile = readStateFile(root);
    if (stateFile.foreign) say(aboutFile(path, findings.unreadableState()));
    return { root, stateFile };
  } catch (error) {
    say(aboutFile(path, findings.unusableState(error)));
    return undefined;
  }
}

async function prepareAll(
  command: ConvertCommand,
  { root, stateFile }: OpenFolder,
  verify: Verify,
  progress: Progress,
  say: (message: Message) => void,
): Promise<PreparedIssue[]> {
  const { state } = stateFile;
  const place = { out: command.out, root, state, names: namesByIssue(state) };
  const digests = findDigests(command.files);
  const issues: PreparedIssue[] = [];
  const pathOfIssue = new Map<string, string>();
  for (const [index, digest] of digests.entries()) {
    progress.show('Read', index, digests.length);
    const { path } = digest;
    const read = 'reason' in digest ? digest : readDigest(path, command);
    if ('reason' in read) {
      say(read);
      continue;
    }
    read.messages.forEach(say);
    const trees = splitIssues(read.tree);
    const names = issueNames(
      nameOf(path),
      trees.map(({ data }) => data?.digest ?? {}),
    );
    for (const [at, tree] of trees.entries()) {
      const issue = names[at] as string;
      const other = pathOfIssue.get(issue);
      if (other !== undefined) {
        say(aboutFile(path, findings.issueClash(issue, other)));
        continue;
      }
      pathOfIssue.set(issue, path);
      try {
        const prepared = await prepareIssue(path, issue, tree, place, {
          force: command.force,
          verify,
          show: (done, total) => progress.show(`Read ${printable(path)}`, done, total),
        });
        prepared.messages.forEach(say);
        issues.push(prepared);
      } catch (error) {
        say(aboutFile(join(command.out, issue), findings.unwritableFile(error)));
      }
    }
  }
  return issues;
}

function apply(
  out: string,
  { root, stateFile }: OpenFolder,
  issues: readonly PreparedIssue[],
  progress: Progress,
): Applied {
  const total = issues.flatMap(({ files }) => files).filter(({ step }) => step.do !== 'leave').length;
  const nothing: Applied = { written: 0, removed: 0, failed: 0, messages: [] };
  if (root === undefined && total === 0) return nothing;
  let real = root;
  try {
    if (real === undefined) {
      mkdirSync(out, { recursive: true });
      real = realFolder(out) as string;
    }
  } catch (error) {
    return { ...nothing, failed: total, messages: [aboutFile(out, findings.unwritableFile(error))] };
  }
  return applyIssues(real, out, stateFile, issues, (done) => progress.show('Wrote', done, total));
}

/** One line that says what became of every paper. */
function summary(
  issues: readonly PreparedIssue[],
  { written, removed, failed }: Applied,
  { errors, warnings }: { errors: number; warnings: number },
): string {
  const left = issues
    .flatMap(({ files }) => files)
    .flatMap(({ step }) => (step.do === 'leave' && step.why !== 'gone' ? [step.why] : []));
  const unchanged = left.filter((why) => why === 'as-wanted').length;
  const refused = issues.reduce((sum, issue) => sum + issue.refused, 0);
  const counts = [
    `${written} written`,
    `${unchanged} unchanged`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(left.length > unchanged ? [`${left.length - unchanged} left alone`] : []),
    ...(refused + failed > 0 ? [`${refused + failed} not written`] : []),
  ];
  return `${number(issues.length, 'digest')}: ${counts.join(', ')}; ${number(errors, 'error')}, ${number(warnings, 'warning')}\n`;
}

function number(value: number, what: string): string {
  return `${value} ${what}${value === 1 ? '' : 's'}`;
}
