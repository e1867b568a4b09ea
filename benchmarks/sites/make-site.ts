import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contestant } from './contestants.ts';
import type { ArchiveFile } from './papers.ts';

const peers = fileURLToPath(new URL('../peers', import.meta.url));

/** Folder of the sites while they are measured. */
export const work = fileURLToPath(new URL('../.work', import.meta.url));

/** Writes the site of a contestant with its papers, and gives its folder. */
export function makeSite(contestant: Contestant, papers: number): string {
  const folder = join(work, `${contestant.name.toLowerCase().replace(/[^a-z]+/g, '-')}-${papers}`);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(peers, contestant.site), folder, { recursive: true });
  cpSync(join(peers, 'public'), join(folder, contestant.staticFiles), { recursive: true });
  for (const file of contestant.files(papers)) addPapers(join(folder, contestant.content), file);
  return folder;
}

/** Writes a file of an archive into the folder of the papers. */
export function addPapers(content: string, { path, text }: ArchiveFile): void {
  const file = join(content, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
