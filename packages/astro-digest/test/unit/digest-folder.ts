import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';

/** Something that happens to the files of a folder; it leaves out what can't be done. */
export type Change =
  | { kind: 'write' | 'write quietly'; path: string; text: string }
  | { kind: 'rename' | 'copy quietly'; path: string; to: string }
  | { kind: 'touch' | 'remove'; path: string };

const paths = [
  '2025-03-11.txt',
  '2025-03-12.txt',
  '2025-03-12/owls.mdx',
  '2025-03-12/cats.mdx',
  '2025/03-11.txt',
];
// All of one size, so that only their bytes tell them apart.
const texts = ['Owls', 'Cats', 'Dogs'].flatMap((title) =>
  ['They run.', 'They fly.'].map((abstract) => `---\ntitle: ${title}\n---\n\n${title}\n\n${abstract}\n`),
);
const path = fc.constantFrom(...paths);

/** Any change to a few files that make issues. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('write' as const, 'write quietly' as const),
    path,
    text: fc.constantFrom(...texts),
  }),
  fc.record({ kind: fc.constantFrom('rename' as const, 'copy quietly' as const), path, to: path }),
  fc.record({ kind: fc.constantFrom('touch' as const, 'remove' as const), path }),
);

/** A folder of digests in a site of its own. */
export class DigestFolder {
  /** Folder of the site. */
  readonly root = mkdtempSync(join(tmpdir(), 'digest-folder-'));
  /** Folder of the digests, from the site's root. */
  readonly base = 'digests';

  /** Where a file of the digests is. */
  place(path: string): string {
    return join(this.root, this.base, path);
  }

  /** Does what a change says. “Quietly” keeps the times of the text, as `touch -r` and `cp -p` do. */
  apply(change: Change): void {
    const place = this.place(change.path);
    const before = statSync(place, { throwIfNoEntry: false });
    if (change.kind === 'write' || change.kind === 'write quietly') {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, change.text);
      setTime(place, change.kind === 'write quietly' ? before : undefined);
    }
    if (!before) return;
    if (change.kind === 'touch') setTime(place);
    if (change.kind === 'remove') rmSync(place);
    if (change.kind !== 'rename' && change.kind !== 'copy quietly') return;
    const to = this.place(change.to);
    mkdirSync(dirname(to), { recursive: true });
    if (change.kind === 'rename') return renameSync(place, to);
    if (place === to) return;
    copyFileSync(place, to);
    setTime(to, before);
  }

  /** Waits until the clock of the file system has gone on, which takes some milliseconds. */
  waitForTick(): void {
    const probe = join(this.root, 'probe');
    const now = (): bigint => {
      writeFileSync(probe, '');
      return statSync(probe, { bigint: true }).ctimeNs;
    };
    const start = now();
    while (now() === start);
  }

  /** Takes the whole site away. */
  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Sets the time of a text: to that of another one, or to its own in whole seconds, which can be set again to the nanosecond. */
function setTime(place: string, { mtimeMs } = statSync(place)): void {
  const seconds = Math.floor(mtimeMs / 1000);
  utimesSync(place, seconds, seconds);
}
