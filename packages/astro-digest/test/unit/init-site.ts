import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { run } from '../../src/cli/run.ts';

/** An Astro config that can get the integration. */
export const config = `import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.org',
  integrations: [],
});
`;

/** A content config that can get the collections. */
export const contentConfig = 'export const collections = { blog };\n';

/** What stands in for the terminal. */
interface Answering {
  /** Answers whether to write; nobody is there without it. */
  ask?: (question: string) => Promise<boolean>;
  colours?: boolean;
}

/** A site for `init`, in a folder of its own for each test of a file. */
export function initSite() {
  let root: string;
  beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'init site #1 '))));
  afterEach(() => rm(root, { recursive: true }));

  /** Full path of a file of the site, or of its folder. */
  const at = (path = ''): string => join(root, path);

  /** Writes files, with the folders above them. */
  async function write(files: Record<string, string | Uint8Array>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(at(path)), { recursive: true });
      await writeFile(at(path), text);
    }
  }

  const read = (path: string): Promise<string> => readFile(at(path), 'utf8');

  /** All files of the site by their paths, with their texts. */
  async function site(): Promise<Record<string, string>> {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const files: Record<string, string> = {};
    for (const entry of entries) {
      if (entry.isDirectory()) continue;
      const file = join(entry.parentPath, entry.name);
      files[file.slice(root.length + 1)] = await readFile(file, 'utf8');
    }
    return files;
  }

  /** Runs `init` in the site; what it gives is its status and what it printed. */
  async function init(args: readonly string[], { ask, colours = false }: Answering = {}) {
    const printed = { out: '', error: '' };
    const status = await run(['init', '--root', root, ...args], {
      out: (text) => (printed.out += `${text}\n`),
      error: (text) => (printed.error += `${text}\n`),
      colours,
      ...(ask ? { ask } : {}),
    });
    return { status, ...printed };
  }

  return { at, write, read, site, init };
}
