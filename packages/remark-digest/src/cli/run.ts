import { readFileSync } from 'node:fs';
import { readArguments, UsageError } from './arguments.ts';
import { check } from './check.ts';
import { convert } from './convert.ts';
import { helpText } from './help.ts';
import { printable } from '../printable.ts';
import type { Verify } from './prepare.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs a command.
 *
 * @param args what follows the name of the program
 * @param verify how a document is checked before it is written, for tests
 * @returns the exit status: 0 all is well, 1 something was wrong, 2 the command line was
 */
export async function run(args: readonly string[], terminal: Terminal, verify?: Verify): Promise<number> {
  try {
    const command = readArguments(args);
    switch (command.name) {
      case 'help':
        terminal.out(helpText(command.of));
        return 0;
      case 'version':
        terminal.out(`${version()}\n`);
        return 0;
      case 'check':
        return check(command, terminal);
      case 'convert':
        return await convert(command, terminal, verify);
    }
  } catch (error) {
    const message = printable(error instanceof Error ? error.message : String(error));
    if (error instanceof UsageError) {
      terminal.err(`remark-digest: ${message}\nSee remark-digest --help.\n`);
      return 2;
    }
    terminal.err(`remark-digest: This is a mistake in remark-digest (${message}): please report it.\n`);
    return 1;
  }
}

/** The same file from `src/cli` and from `dist/cli`. */
function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
