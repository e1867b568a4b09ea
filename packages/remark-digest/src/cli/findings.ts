import type { Finding } from '../messages.ts';
import { explain } from './explain.ts';

/** A file can't be read. */
export function unreadableFile(error: unknown): Finding {
  const { why, fix } = explain(error);
  return { ruleId: 'unreadable-file', reason: `This file can't be read because ${why}: ${fix}.` };
}

/** A parser fails where it should have given a message. */
export function failedReading(error: unknown): Finding {
  return {
    ruleId: 'unreadable-file',
    reason: `This file can't be read because of a mistake in remark-digest (${inBrackets(error)}): please report it with the file.`,
  };
}

/** A folder that is given as a file has no digest in it. */
export function noDigests(): Finding {
  return {
    ruleId: 'no-digests',
    reason:
      'This folder has no digest in it, such as a .txt, .md, .json, .xml, .bib or .eml file: name the files themselves, or another folder.',
  };
}

/** A link in a folder that is given as a file leads out of it. */
export function linkOutside(): Finding {
  return {
    ruleId: 'link-outside',
    reason: 'This link leads out of its folder and is left out: put the file itself there, or name it.',
  };
}

/** A link in a folder that is given as a file leads to another file of it. */
export function linkInside(): Finding {
  return {
    ruleId: 'link-inside',
    reason: 'This link leads to another file of its folder and is left out: delete it.',
  };
}

/** Lines that are neither in a paper or a header nor named by a message. */
export function lostLines(first: number, last: number): Finding {
  const what = first === last ? 'This line is' : `The lines from here to line ${last} are`;
  return {
    ruleId: 'lost-lines',
    reason: `${what} in no paper and no header: please report it with the file.`,
  };
}

/** Two digests would have one folder. */
export function issueClash(issue: string, other: string): Finding {
  return {
    ruleId: 'issue-clash',
    reason: `This digest and ${other} would both be the issue “${issue}”, so this one is left out: rename one of the two files.`,
  };
}

/** A paper whose document would not read back as the paper. */
export function refusedPaper(title: string, problem: string): Finding {
  return {
    ruleId: 'refused-paper',
    reason: `The paper “${title.replace(/\s+/g, ' ').trim()}” is not written because its document would not say the same (${withoutStop(problem)}): please report it with the lines of the digest.`,
  };
}

/** A file that a person changed. */
export function editedFile(backup: string): Finding {
  return {
    ruleId: 'edited-file',
    reason: `This file was edited and is kept as it is: run with --force to write it anew, which keeps the edited one as ${backup}.`,
  };
}

/** A file that a person changed, of a paper that has changed in the digest since. */
export function outdatedEdit(backup: string): Finding {
  return {
    ruleId: 'outdated-edit',
    reason: `This file was edited and is kept as it is, but the digest has changed since: carry the change over, or run with --force, which keeps the edited one as ${backup}.`,
  };
}

/** A file that a person deleted. */
export function deletedFile(): Finding {
  return {
    ruleId: 'deleted-file',
    reason: 'This file was deleted and stays deleted: run with --force to write it again.',
  };
}

/** A file in the place of a paper that this command did not write. */
export function unknownFile(backup: string): Finding {
  return {
    ruleId: 'unknown-file',
    reason: `This file is not known to be one that remark-digest wrote, and is kept as it is: run with --force to write it anew, which keeps the one that is there as ${backup}.`,
  };
}

/** An edited file of a paper that the digest no longer has. */
export function vanishedPaper(): Finding {
  return {
    ruleId: 'vanished-paper',
    reason:
      'The digest no longer has this paper, but its file was edited and is kept: delete it, or move what you wrote into the file of another paper.',
  };
}

/** A file of a paper that the digest no longer has, kept because another paper of the digest was not written. */
export function heldBackRemoval(): Finding {
  return {
    ruleId: 'kept-file',
    reason:
      'The digest no longer has this paper, but its file is kept because another paper of the digest is not written: run the command again when that is mended.',
  };
}

/** An edited file was written anew and kept beside it. */
export function backupKept(backup: string): Finding {
  return {
    ruleId: 'backup-kept',
    reason: `This file was written anew: delete ${backup}, which is what was there, when you no longer need it.`,
  };
}

/** Something changed while the command ran. */
export function changedMeanwhile(): Finding {
  return {
    ruleId: 'unwritable-file',
    reason:
      'This file was changed while remark-digest ran, and is kept as it is: run the command again when nobody writes to it.',
  };
}

/** A symbolic link where a file or a folder belongs. */
export function symbolicLink(): Finding {
  return {
    ruleId: 'unsafe-path',
    reason:
      'This is a symbolic link, and nothing is written through one: put what it leads to in its place, or delete it.',
  };
}

/** Something that is no file where a file belongs, or no folder where a folder belongs. */
export function wrongKind(wanted: 'file' | 'folder'): Finding {
  return { ruleId: 'unsafe-path', reason: `There is something here that is no ${wanted}: move it away.` };
}

/** A name that many systems take for the same. */
export function namesake(name: string): Finding {
  return {
    ruleId: 'unsafe-path',
    reason: `Beside this there is “${name}”, which is the same name on many systems: rename it.`,
  };
}

/** A file can't be written or removed. */
export function unwritableFile(error: unknown, left = 0): Finding {
  const { why, fix } = explain(error);
  const what = left > 0 ? `This and ${left} more are` : 'This is';
  return { ruleId: 'unwritable-file', reason: `${what} not written because ${why}: ${fix}.` };
}

/** The state can't be understood. */
export function unreadableState(): Finding {
  return {
    ruleId: 'unreadable-state',
    reason:
      'This is not what remark-digest wrote, so every file here is taken for yours: bring it back from a backup, or run with --force.',
  };
}

/** The state can't be used at all. */
export function unusableState(error: unknown): Finding {
  const { why, fix } = explain(error);
  return {
    ruleId: 'unusable-state',
    reason: `Nothing is written because this can't be used (${why}): ${fix}.`,
  };
}

function inBrackets(error: unknown): string {
  return withoutStop(error instanceof Error ? error.message : String(error));
}

function withoutStop(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
}
