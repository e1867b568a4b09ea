import { parseArgs } from 'node:util';
import { mergeShards, MergeError } from './merge-shards.ts';

/** Where a command writes. */
export interface Terminal {
  /** Writes a line of output. */
  out(text: string): void;
  /** Writes a line of what went wrong. */
  error(text: string): void;
}

const help = `Usage: astro-digest <command>

Commands
  merge FOLDER… --out FOLDER   puts the shards of a site together, each built with the option \`shard\`

Options
  --out FOLDER   where the whole site goes; what is there is replaced when everything is in place
  --help         shows this
`;

/**
 * Runs the command line.
 *
 * @param args what stands after the name of the program
 * @returns exit status: 0 when all went well, 1 when something is wrong, 2 when the command can't be understood
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    terminal.error(`${(error as Error).message.split('. ')[0]}. See astro-digest --help.`);
    return 2;
  }
  const { values, positionals } = parsed;
  const [command, ...folders] = positionals;
  if (values.help || command === undefined) {
    terminal.out(help);
    return values.help ? 0 : 2;
  }
  if (command !== 'merge') {
    terminal.error(`\`${command}\` is not a command: use merge. See astro-digest --help.`);
    return 2;
  }
  if (folders.length === 0 || values.out === undefined) {
    terminal.error(
      'Name the folders of the shards and the one to write: astro-digest merge dist-* --out dist.',
    );
    return 2;
  }
  try {
    const { shards, issues, files, bytes } = await mergeShards(folders, values.out);
    terminal.out(
      `${shards} shards, ${issues} issues: ${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${values.out}`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof MergeError)) throw error;
    terminal.error(error.message);
    return 1;
  }
}
