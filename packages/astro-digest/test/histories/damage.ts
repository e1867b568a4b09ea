import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from '../../../../benchmarks/archive/random.ts';
import { pathsOf } from './files-of.ts';

/** Damages files of a folder, and says which and how. */
export function damageFiles(folder: string, random: Random): string {
  const done: string[] = [];
  for (let count = random.between(1, 3); count > 0; count--) {
    const paths = pathsOf(folder);
    if (paths.length === 0) break;
    const path = random.pick(paths);
    const drawn = random.pick(['flipped', 'cut', 'emptied', 'removed', 'removed the folder of'] as const);
    // Of entries of other collections that are in Astro's own file nobody can tell whether a letter of theirs is another one.
    const kind = drawn === 'flipped' && path === 'data-store.json' ? 'cut' : drawn;
    damage(join(folder, path), kind, random);
    done.push(`${kind} ${path}`);
  }
  return done.join(', ') || 'nothing is there';
}

function damage(
  file: string,
  kind: 'flipped' | 'cut' | 'emptied' | 'removed' | 'removed the folder of',
  random: Random,
): void {
  const { size } = statSync(file);
  if (kind === 'flipped' && size > 0) flip(file, random.between(0, size - 1));
  if (kind === 'cut') truncateSync(file, Math.floor(size / 2));
  if (kind === 'emptied') truncateSync(file, 0);
  if (kind === 'removed') rmSync(file);
  if (kind === 'removed the folder of') rmSync(dirname(file), { recursive: true });
}

function flip(file: string, place: number): void {
  const whole = readFileSync(file);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.from([(whole[place] as number) ^ 4]), 0, 1, place);
  closeSync(handle);
}

/** Changes files of a built site in place, as another tool may do. */
export function touchFiles(folder: string, random: Random): void {
  const paths = pathsOf(folder);
  for (let count = 0; count < 5 && paths.length > 0; count++) {
    const file = join(folder, random.pick(paths));
    if (random.chance(0.5)) rmSync(file, { force: true });
    else if (existsSync(file)) writeFileSync(file, 'somebody else was here', { flag: 'r+' });
  }
}
