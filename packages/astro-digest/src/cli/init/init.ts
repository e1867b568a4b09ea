import { resolve } from 'node:path';
import { printable } from 'remark-digest/light';
import type { Terminal } from '../terminal.ts';
import { SiteProblem, type Change } from './change.ts';
import { findChanges, type Wishes } from './changes.ts';
import { firstDigestName } from './first-digest.ts';
import { showChange } from './show.ts';
import { writeAll, WriteProblem } from './write.ts';

/** What the command was told. */
export interface InitOptions extends Wishes {
  /** Folder of the site. */
  root: string;
  /** Whether to write without asking. */
  yes: boolean;
}

/**
 * Adds a digest to a site: shows what it would write, asks, and writes all of it or nothing.
 *
 * @returns exit status: 0 when the site has all, 1 when something is left to do by hand and nothing was written, 3 when nothing was
 *   written because nobody agreed
 */
export async function init({ root, ...options }: InitOptions, terminal: Terminal): Promise<number> {
  try {
    return await addDigest(resolve(root), options, terminal);
  } catch (error) {
    if (!(error instanceof SiteProblem || error instanceof WriteProblem)) throw error;
    terminal.error(printable(error.message));
    return 1;
  }
}

async function addDigest(
  root: string,
  { yes, ...wishes }: Omit<InitOptions, 'root'>,
  terminal: Terminal,
): Promise<number> {
  const changes = findChanges(root, wishes);
  const writes = changes.filter((change) => change.kind === 'write');
  for (const change of changes) {
    const text = `${showChange(change, terminal.colours)}\n`;
    if (change.kind === 'refused') terminal.error(text);
    else terminal.out(text);
  }
  if (changes.some(({ kind }) => kind === 'refused')) {
    if (writes.length > 0)
      terminal.error(`Nothing was written: write those lines, then run this again for ${namesOf(writes)}.`);
    return 1;
  }
  if (writes.length === 0) {
    terminal.out('There is nothing to do.');
    return 0;
  }
  const answer = yes || (await terminal.ask?.(`Write ${namesOf(writes)}?`));
  if (answer !== true) {
    terminal.error(
      answer === undefined
        ? 'Nothing was written, because there is nobody to ask: --yes writes it.'
        : 'Nothing was written.',
    );
    return 3;
  }
  await writeAll(root, writes);
  const isFirst = writes.some(({ path }) => path.endsWith(firstDigestName));
  const hint = isFirst ? ' Its first digest is made up, and may be deleted.' : '';
  terminal.out(`Written: ${namesOf(writes)}. \`astro dev\` shows the digest.${hint}`);
  return 0;
}

function namesOf(changes: readonly Change[]): string {
  return new Intl.ListFormat('en').format(changes.map(({ path }) => printable(path)));
}
