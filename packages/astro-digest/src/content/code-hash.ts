import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from '../model/once.ts';

/**
 * Hash of the code of this package, with its thesaurus, and of the parser as they are built: what was made by other code is made anew. Their versions say less,
 * since code may be edited.
 */
export const codeHash = once((): string => {
  const hash = createHash('sha256');
  const folders = [
    new URL('../', import.meta.url),
    new URL('../../thesaurus/', import.meta.url),
    new URL('./', import.meta.resolve('remark-digest')),
  ];
  for (const folder of folders.map((url) => fileURLToPath(url))) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:[jt]s|txt)$/.test(name),
    );
    for (const name of names.sort())
      hash.update(JSON.stringify(name)).update(readFileSync(join(folder, name)));
  }
  return hash.digest('base64url');
});
