import { readArguments } from './arguments.ts';
import { check } from './check.ts';
import { convert } from './convert.ts';
import { helpText } from './help.ts';
import { printable } from '../printable.ts';
import type { Verify } from './prepare.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';

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
      case 'fetch':
        // What connects to other machines is not even loaded by the other commands.
        return await (await import('./fetch/fetch-digest.ts')).fetchDigest(command, terminal);
      case 'fetch ids':
        return await (await import('./fetch/ids/fetch-ids.ts')).fetchIds(command, terminal);
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
