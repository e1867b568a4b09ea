import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMissingLines } from '../../integration/class-names/find-missing-lines.ts';
import { tellMissingLine } from '../../integration/class-names/missing-line.ts';
import type { Change } from './change.ts';

/**
 * Works out what a site has to say itself so that Tailwind takes no word of a digest for a class name. The line goes to the end of a style
 * sheet; where a configuration needs it, the site is told.
 *
 * @param root folder of the site
 * @param srcDir folder of its sources, from there
 * @param folder folder of the digests, from there
 */
export function findClassNameChanges(root: string, srcDir: string, folder: string): Change[] {
  return findMissingLines(root, srcDir, folder).map((missing): Change => {
    const { file: path, line } = missing;
    if (!path.endsWith('.css')) return { kind: 'advice', path, message: tellMissingLine(missing), lines: [] };
    const before = readFileSync(join(root, path), 'utf8');
    const lineEnd = /\r\n|\n|\r/.exec(before)?.[0] ?? '\n';
    const after = `${before}${/[\r\n]$/.test(before) ? '' : lineEnd}${line}${lineEnd}`;
    return { kind: 'write', path, before, after, why: 'keeps words of digests from becoming class names' };
  });
}
