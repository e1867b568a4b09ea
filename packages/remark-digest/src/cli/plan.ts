/** What stands at a path. */
export type OnDisk =
  | { kind: 'nothing' }
  | { kind: 'file'; hash: string }
  | { kind: 'link' }
  /** A folder, a socket, or another thing that is no file. */
  | { kind: 'other' }
  /** Another file whose name differs only by letter case or Unicode form. */
  | { kind: 'namesake'; name: string };

/** What the state remembers of a path. */
export interface Remembered {
  /** Hash of what we wrote there. */
  written?: string;
  /**
   * Hash of what a run began to write there, or `null` when it began to remove it. It is in the state only while a run is
   * under way, and after one that was cut off.
   */
  unfinished?: string | null;
}

/** All that is known of one path. */
export interface PathFacts {
  remembered: Remembered;
  disk: OnDisk;
  /** Hash of the document that belongs there; absent when the digest no longer has the paper. */
  wanted?: string;
}

/** Why a file is left as it is. */
export type Reason =
  | 'as-wanted'
  | 'edited'
  /** Edited, and the digest has changed too. */
  | 'outdated-edit'
  | 'deleted'
  /** There without our having written it. */
  | 'unknown'
  /** Edited, and the digest no longer has the paper. */
  | 'vanished'
  /** The digest no longer has the paper, and there is no file of ours either. */
  | 'gone'
  | 'link'
  | 'other'
  | 'namesake';

/** What to do with one path. `before` is the hash that we wrote there last, after a run that was cut off has been judged. */
export type Step = { before: string | undefined } & (
  | {
      do: 'write';
      hash: string;
      /** Hash of the file that is there now. */
      over: string | undefined;
      /** Whether that file must be kept beside the new one. */
      backup: boolean;
    }
  | { do: 'remove'; over: string }
  /** The file is there already and only has to be remembered. */
  | { do: 'remember'; hash: string }
  | { do: 'leave'; why: Reason }
);

/**
 * Decides what to do with one path.
 *
 * Only a file whose bytes are the ones we wrote last is ours to write over or to remove. Everything else is a person's:
 * with `force` it is written over, but kept beside the new file.
 */
export function planPath({ remembered, disk, wanted }: PathFacts, force: boolean): Step {
  const before = settle(remembered, disk);
  const leave = (why: Reason): Step => ({ do: 'leave', why, before });
  if (wanted === undefined) return planVanished(disk, before);

  if (disk.kind === 'nothing') {
    if (before !== undefined && !force) return leave('deleted');
    return { do: 'write', hash: wanted, over: undefined, backup: false, before };
  }
  if (disk.kind !== 'file') return leave(disk.kind);

  const { hash } = disk;
  if (hash === wanted) {
    // That its bytes are the same does not make a person's file ours, as long as nobody says so.
    return hash !== before && force ? { do: 'remember', hash, before } : leave('as-wanted');
  }
  if (hash === before) return { do: 'write', hash: wanted, over: hash, backup: false, before };
  if (force) return { do: 'write', hash: wanted, over: hash, backup: true, before };
  if (before === undefined) return leave('unknown');
  return leave(wanted === before ? 'edited' : 'outdated-edit');
}

/** A paper that the digest no longer has: its file goes if it is as we wrote it. A deletion stays remembered. */
function planVanished(disk: OnDisk, before: string | undefined): Step {
  if (disk.kind !== 'file' || before === undefined) return { do: 'leave', why: 'gone', before };
  if (disk.hash === before) return { do: 'remove', over: disk.hash, before };
  return { do: 'leave', why: 'vanished', before };
}

/** The hash that we wrote last, when a run may have been cut off before it could say whether it did. */
function settle({ written, unfinished }: Remembered, disk: OnDisk): string | undefined {
  if (unfinished === undefined) return written;
  if (unfinished === null) return disk.kind === 'nothing' ? undefined : written;
  return disk.kind === 'file' && disk.hash === unfinished ? unfinished : written;
}

/** What the state says of a path while a step is being done, so that a run that is cut off can be judged. */
export function rememberDuring(step: Step): Remembered {
  switch (step.do) {
    case 'write':
      // A file that is not there can't be told from a deleted one by a hash that is remembered.
      return { ...(step.over === undefined ? {} : rememberHash(step.before)), unfinished: step.hash };
    case 'remove':
      return { ...rememberHash(step.before), unfinished: null };
    default:
      return rememberHash(step.before);
  }
}

/** What the state says of a path after a step. */
export function rememberAfter(step: Step, done: boolean): Remembered {
  if (!done || step.do === 'leave') return rememberHash(step.before);
  return step.do === 'remove' ? {} : { written: step.hash };
}

function rememberHash(hash: string | undefined): Remembered {
  return hash === undefined ? {} : { written: hash };
}

/** A name as the least discerning file system knows it. */
export function foldName(name: string): string {
  // Up and down again, since some letters are equal in one case only.
  return name.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');
}
