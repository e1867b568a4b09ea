import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { printable } from 'remark-digest/light';
import { chooseMessages, type FoundMessage } from './choose-messages.ts';
import type { Logger } from './printable-logger.ts';
import { writeSyncFile } from './sync-files.ts';

/**
 * Tells what was found wrong: writes all of it into a file, and logs what {@link chooseMessages} chooses of it.
 *
 * @param root folder of the site
 * @param file the file, which is gone where there is nothing to tell
 */
export type Tell = (messages: readonly FoundMessage[], root: string, file: string, logger: Logger) => void;

/** Makes a {@link Tell} that logs no message again that it has told the last time: the dev server reads with each change. */
export function createTeller(): Tell {
  let told = new Set<string>();
  return (messages, root, file, logger) => {
    const fresh = messages.filter(({ line }) => !told.has(line));
    told = new Set(messages.map(({ line }) => line));
    if (messages.length === 0) rmSync(file, { force: true });
    else writeSyncFile(file, messages.map(({ line }) => `${printable(line)}\n`).join(''));
    const name = relative(root, file).replaceAll('\\', '/');
    for (const { level, line } of chooseMessages(fresh, name)) logger[level](line);
  };
}
