import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lookAtFolder } from '../../look.ts';
import { aboutFile, type Message } from '../../messages.ts';
import { syncFolder, writeAtomically } from '../../write-file.ts';
import { paperFileChanged, unopenedPaperFile, unwrittenPaperFile } from './findings.ts';
import type { FoundFacts } from './match.ts';
import { openPaperFile, withFacts } from './paper-file.ts';
import type { WantedPaper } from './wanted-papers.ts';

/**
 * Writes what was found of a paper into the front matter of its file, beside what stands there; the file is made where there is none.
 *
 * @param facts those that are not known yet
 * @returns what was wrong; nothing when it is written
 */
export function saveFacts(paper: WantedPaper, facts: FoundFacts): Message | undefined {
  const { root, issue, name, path, file, hash } = paper;
  const text = withFacts(file, facts);
  const written = openPaperFile(text);
  const wanted = [...file.keys.map(({ key }) => key), ...Object.keys(facts)];
  if (typeof written === 'string' || written.keys.map(({ key }) => key).join('\n') !== wanted.join('\n'))
    return aboutFile(path, unopenedPaperFile('its front matter is no list of lines'));
  const folder = join(root, issue);
  try {
    mkdirSync(folder, { recursive: true });
    if (lookAtFolder(root, issue).kind !== 'folder') return aboutFile(path, paperFileChanged());
    const { done } = writeAtomically(folder, name, Buffer.from(text), { over: hash, backup: false });
    if (!done) return aboutFile(path, paperFileChanged());
    syncFolder(folder);
    return undefined;
  } catch (error) {
    return aboutFile(path, unwrittenPaperFile(error));
  }
}
