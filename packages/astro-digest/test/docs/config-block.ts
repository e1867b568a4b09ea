import { runInNewContext } from 'node:vm';
import { dialects } from 'remark-digest';
import { digestCollections } from '../../src/content/collections.ts';
import type { DigestOptions } from '../../src/integration/index.ts';

/** Runs a block of a page that calls `digest()`, and gives the options of each call. */
export function digestCalls(code: string): DigestOptions[] {
  const calls: DigestOptions[] = [];
  const names = [...code.matchAll(/^import (?:\{ (\w+) \}|(\w+)) from/gm)].map(([, a, b]) => a ?? b ?? '');
  const stubs = Object.fromEntries(names.map((name) => [name, (value: unknown) => value]));
  const script = code.replace(/^import .*$/gm, '').replace('export default ', '');
  runInNewContext(script, {
    ...stubs,
    digest: (options: DigestOptions) => calls.push(options),
    process: { env: {} },
  });
  // What was made in another context has other prototypes.
  return JSON.parse(JSON.stringify(calls)) as DigestOptions[];
}

/** Runs a block of a page that defines the collections, as the real `digestCollections()` does, and gives their names. */
export function collectionsDefined(code: string): string[] {
  const script = code.replace(/^import .*$/gm, '').replace('export const collections =', 'collections =');
  const context: { collections: object } & Record<string, unknown> = {
    digestCollections,
    dialects,
    // What a page imports from a file of its own is a dialect.
    diary: dialects[0],
    collections: {},
  };
  runInNewContext(script, context);
  return Object.keys(context.collections);
}
