// Stands for the command line of AWS: `aws s3 sync` with a folder for the bucket, beside each object a file of its metadata.
// The rules of `--exclude` and `--include` are the documented ones: all files are in, and of the filters the last that fits decides.
import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';

const { positionals, values, tokens } = parseArgs({
  allowPositionals: true,
  tokens: true,
  options: {
    exclude: { type: 'string', multiple: true },
    include: { type: 'string', multiple: true },
    'cache-control': { type: 'string' },
    'content-type': { type: 'string' },
    'size-only': { type: 'boolean' },
    delete: { type: 'boolean' },
    'distribution-id': { type: 'string' },
    paths: { type: 'string' },
  },
});
const [service, command, source = '', target = ''] = positionals;
if (service === 's3' && command === 'sync') await sync(source, target.replace('s3://', ''));
else if (service !== 'cloudfront' || command !== 'create-invalidation')
  throw new Error(`aws ${service} ${command} is not imitated.`);

async function sync(folder: string, bucket: string): Promise<void> {
  const files = await filesIn(folder);
  for (const path of files.filter(isChosen)) {
    const [local, remote] = await Promise.all(
      [folder, bucket].map((place) => stat(join(place, path)).catch(() => undefined)),
    );
    if (remote && local?.size === remote.size && (values['size-only'] || local.mtimeMs <= remote.mtimeMs))
      continue;
    const object = join(bucket, path);
    await mkdir(dirname(object), { recursive: true });
    await cp(join(folder, path), object);
    await writeFile(`${object}.metadata`, JSON.stringify(metadata(path)));
  }
  if (!values.delete) return;
  const kept = new Set(files);
  for (const path of await filesIn(bucket))
    if (!kept.has(path.replace(/\.metadata$/, ''))) await rm(join(bucket, path));
}

/** What the command line guesses of a file's type is what Python does. */
function metadata(path: string): Record<string, string> {
  const guessed: Record<string, string> = {
    '.css': 'text/css',
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.png': 'image/png',
    '.txt': 'text/plain',
    '.xml': 'text/xml',
  };
  const cache = values['cache-control'];
  return {
    'content-type': values['content-type'] ?? guessed[extname(path)] ?? 'binary/octet-stream',
    ...(cache === undefined ? {} : { 'cache-control': cache }),
  };
}

function isChosen(path: string): boolean {
  let chosen = true;
  for (const token of tokens) {
    if (token.kind !== 'option' || (token.name !== 'exclude' && token.name !== 'include')) continue;
    if (fits(path, token.value ?? '')) chosen = token.name === 'include';
  }
  return chosen;
}

/** A star stands for any characters, slashes included. */
function fits(path: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(path);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
