// Loaded into a build before all else (`node --import`): lists every folder in an order that is drawn from SHUFFLE_FOLDERS, since file systems
// list them in orders of their own.
import { createHash } from 'node:crypto';
import fs, { type Dirent } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Entry = string | Buffer | Dirent<string | Buffer>;
type Listed = (error: unknown, entries?: Entry[]) => void;

const seed = process.env['SHUFFLE_FOLDERS'] ?? '';

function shuffled(entries: Entry[]): Entry[] {
  const places = new Map(entries.map((entry) => [entry, placeOf(entry)]));
  return entries.sort((a, b) => ((places.get(a) ?? '') < (places.get(b) ?? '') ? -1 : 1));
}

function placeOf(entry: Entry): string {
  const name = typeof entry === 'string' || Buffer.isBuffer(entry) ? entry : entry.name;
  return createHash('sha256').update(seed).update(name).digest('hex');
}

const { readdir, readdirSync } = fs;
const { readdir: readdirLater } = fs.promises;
Object.assign(fs, {
  readdirSync: (...args: Parameters<typeof readdirSync>) => shuffled(readdirSync(...args) as Entry[]),
  readdir: (...args: [...unknown[], Listed]) => {
    const listed = args.pop() as Listed;
    const call = readdir as unknown as (...args: unknown[]) => void;
    call(...args, (error: unknown, entries?: Entry[]) => listed(error, entries && shuffled(entries)));
  },
});
Object.assign(fs.promises, {
  readdir: async (...args: Parameters<typeof readdirLater>) =>
    shuffled((await readdirLater(...args)) as Entry[]),
});
syncBuiltinESMExports();
