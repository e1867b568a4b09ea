import { join } from 'node:path';
import { hashOfSite, type AuthoredSite } from './authored-site.ts';
import { BuiltSite } from './built-site.ts';
import type { BuiltFiles } from './files-of.ts';

/** What a site is where nothing was before. */
export interface CleanBuild {
  status: number;
  output: string;
  files: BuiltFiles;
}

/** How many sites are remembered. */
const most = 12;

const shuffledFolders = new URL('./shuffled-folders.ts', import.meta.url);

/** Builds sites from nothing, each once, where folders are listed in any order. */
export class CleanSites {
  private readonly folder: string;
  private readonly known = new Map<string, CleanBuild>();

  /** @param folder where they are built */
  constructor(folder: string) {
    this.folder = folder;
  }

  async build(authored: AuthoredSite): Promise<CleanBuild> {
    const hash = hashOfSite(authored);
    const before = this.known.get(hash);
    if (before) return before;
    const site = new BuiltSite(join(this.folder, 'clean'));
    site.write(authored);
    const ended = await site.build({
      NODE_OPTIONS: `--import=${shuffledFolders.href}`,
      SHUFFLE_FOLDERS: hash,
    });
    const clean = { ...ended, files: site.built() };
    this.known.set(hash, clean);
    const [oldest] = this.known.keys();
    if (this.known.size > most && oldest !== undefined) this.known.delete(oldest);
    return clean;
  }
}
