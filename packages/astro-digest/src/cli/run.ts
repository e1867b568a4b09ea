import { parseArgs } from 'node:util';
import { printable } from 'remark-digest/light';
import { init } from './init/init.ts';
import { mergeShards, MergeError } from './merge-shards.ts';
import type { Terminal } from './terminal.ts';

const help = `Usage: astro-digest <command>

Commands
  init                         adds a digest to the Astro site in this folder: shows the lines, asks, and writes them all or none
  portable                     makes a folder of the built site in this folder that opens by a double-click, without a network
  merge FOLDER… --out FOLDER   puts the shards of a site together, each built with the option \`shard\`

Options of init
  --root FOLDER  folder of the site, where it is not this one
  --title TEXT   title of the digest, “Daily Papers” otherwise
  --no-layout    leaves the layout and the navigation of the site as they are
  --yes          writes without asking

Options of portable
  --root FOLDER  folder of the site, where it is not this one
  --zip          puts the folder into one file as well, to send it

Options of merge
  --out FOLDER   where the whole site goes; what is there is replaced when everything is in place

  --help         shows this
`;

const options = {
  out: { type: 'string' },
  root: { type: 'string' },
  title: { type: 'string' },
  'no-layout': { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  zip: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Options of each command, beside `help`. */
const optionsOf = new Map([
  ['init', ['root', 'title', 'no-layout', 'yes']],
  ['portable', ['root', 'zip']],
  ['merge', ['out']],
]);

/**
 * Runs the command line.
 *
 * @param args what stands after the name of the program
 * @returns exit status: 0 when all went well, 1 when something is wrong or left to do, 2 when the command can't be understood,
 *   3 when nothing was written because nobody agreed
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    terminal.error(printable(`${(error as Error).message.split('. ')[0]}. See astro-digest --help.`));
    return 2;
  }
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.help || command === undefined) {
    terminal.out(help);
    return values.help ? 0 : 2;
  }
  const known = optionsOf.get(command);
  if (!known) {
    terminal.error(
      printable(`\`${command}\` is not a command: use init, portable or merge. See astro-digest --help.`),
    );
    return 2;
  }
  const foreign = Object.keys(values).find((name) => !known.includes(name));
  if (foreign !== undefined) {
    terminal.error(`\`--${foreign}\` is not an option of ${command}. See astro-digest --help.`);
    return 2;
  }
  if (command === 'portable') return runPortable(values, rest, terminal);
  return command === 'init' ? runInit(values, rest, terminal) : runMerge(values.out, rest, terminal);
}

async function runInit(
  values: { root?: string; title?: string; 'no-layout'?: boolean; yes?: boolean },
  others: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const { root = '.', title = 'Daily Papers', 'no-layout': isApart = false, yes = false } = values;
  if (others.length > 0) {
    terminal.error('Name the folder of the site with --root: astro-digest init --root FOLDER.');
    return 2;
  }
  if (title.trim() === '') {
    terminal.error("Write the digest's name behind --title: astro-digest init --title 'Daily Papers'.");
    return 2;
  }
  return init({ root, title: title.trim(), isApart, yes }, terminal);
}

async function runPortable(
  { root = '.', zip = false }: { root?: string; zip?: boolean },
  others: readonly string[],
  terminal: Terminal,
): Promise<number> {
  if (others.length > 0) {
    terminal.error('Name the folder of the site with --root: astro-digest portable --root FOLDER.');
    return 2;
  }
  // Other commands need no bundler and no parser of HTML.
  const { portable } = await import('./portable.ts');
  return portable({ root, zip }, terminal);
}

async function runMerge(
  out: string | undefined,
  folders: readonly string[],
  terminal: Terminal,
): Promise<number> {
  if (folders.length === 0 || out === undefined) {
    terminal.error(
      'Name the folders of the shards and the one to write: astro-digest merge dist-* --out dist.',
    );
    return 2;
  }
  try {
    const { shards, issues, files, bytes } = await mergeShards(folders, out);
    terminal.out(
      `${shards} shards, ${issues} issues: ${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${printable(out)}`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof MergeError)) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      terminal.error(
        printable(`The shards can't be put together (${message}): mend that and run this again.`),
      );
      return 1;
    }
    terminal.error(printable(error.message));
    return 1;
  }
}
