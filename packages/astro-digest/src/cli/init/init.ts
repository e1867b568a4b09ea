import { resolve } from 'node:path';
import { printable } from 'remark-digest';
import type { Terminal } from '../terminal.ts';
import { findChanges, SiteProblem, type Change } from './changes.ts';
import { showChange } from './show.ts';
import { writeChange, WriteProblem } from './write.ts';

/** What the command was told. */
export interface InitOptions {
  /** Folder of the site. */
  root: string;
  /** Title of the digest. */
  title: string;
  /** Whether to write without asking. */
  yes: boolean;
}

/**
 * Adds a digest to a site: shows what it would write, asks, and writes it.
 *
 * @returns exit status: 0 when the site has all, 1 when something is left to do by hand, 3 when nothing was written because
 *   nobody agreed
 */
export async function init({ root, title, yes }: InitOptions, terminal: Terminal): Promise<number> {
  try {
    return await addDigest(resolve(root), { title, yes }, terminal);
  } catch (error) {
    if (!(error instanceof SiteProblem || error instanceof WriteProblem)) throw error;
    terminal.error(printable(error.message));
    return 1;
  }
}

async function addDigest(
  root: string,
  { title, yes }: { title: string; yes: boolean },
  terminal: Terminal,
): Promise<number> {
  const changes = findChanges(root, { title, day: terminal.now() });
  const writes = changes.filter((change) => change.kind === 'write');
  const isLeft = changes.some(({ kind }) => kind === 'refused');
  for (const change of changes) {
    const text = `${showChange(change, terminal.colours)}\n`;
    if (change.kind === 'refused') terminal.error(text);
    else terminal.out(text);
  }
  if (writes.length > 0 && !yes) {
    const answer = await terminal.ask?.(`Write ${namesOf(writes)}?`);
    if (answer !== true) {
      terminal.error(
        answer === undefined
          ? 'Nothing was written, because there is nobody to ask: --yes writes it.'
          : 'Nothing was written.',
      );
      return 3;
    }
  }
  for (const change of writes) await writeChange(root, change);
  if (isLeft) return 1;
  terminal.out(
    writes.length > 0
      ? `Written: ${namesOf(writes)}. \`astro dev\` shows the digest.`
      : 'There is nothing to do.',
  );
  return 0;
}

function namesOf(changes: readonly Change[]): string {
  return new Intl.ListFormat('en').format(changes.map(({ path }) => printable(path)));
}
