import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { makeIssuesLoader } from '../../src/content/loaders.ts';
import { createSource } from '../../src/content/source.ts';

/** Loads the issues of a site as a build does, and gives what is logged, each line with its level. */
export async function loggedIssues(root: string, base: string): Promise<string[]> {
  const lines: string[] = [];
  const log =
    (level: string) =>
    (line: string): void =>
      void lines.push(`${level} ${line}`);
  const entries = new Map<string, unknown>();
  const meta = new Map<string, string>();
  await makeIssuesLoader(createSource({ base, year: undefined, inline: undefined })).load({
    collection: 'issues',
    store: {
      get: (id: string) => entries.get(id),
      keys: () => [...entries.keys()],
      values: () => [...entries.values()],
      delete: (id: string) => entries.delete(id),
      set: (entry: { id: string }) => Boolean(entries.set(entry.id, entry)),
    },
    meta: {
      get: (key: string) => meta.get(key),
      set: (key: string, value: string) => meta.set(key, value),
    },
    logger: { info: log('info'), warn: log('warn'), error: log('error') },
    config: { root: pathToFileURL(`${root}/`), cacheDir: pathToFileURL(join(root, 'cache/')) },
    parseData: ({ data }: { data: unknown }) => Promise.resolve(data),
  } as unknown as LoaderContext);
  return lines;
}
