// Makes the pages of the reference out of the source. Tells which of them are not as they should be; `--write` writes these.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { referencePages } from './reference/pages.ts';

const write = process.argv.includes('--write');
let differ = 0;
for (const [path, text] of await referencePages()) {
  const file = new URL(`../${path}`, import.meta.url);
  const old = await readFile(file, 'utf8').catch(() => undefined);
  if (old === text) continue;
  differ += 1;
  console.log(
    `${path} ${write ? 'is written' : 'is not what the source says: run `pnpm reference --write`'}`,
  );
  if (!write) continue;
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, text);
}
process.exitCode = differ > 0 && !write ? 1 : 0;
