/** Why the system would not do something, and what helps. */
export interface Explanation {
  why: string;
  fix: string;
}

const explanations: Record<string, Explanation> = {
  ENOENT: { why: 'it is not there', fix: 'check the path' },
  ENOTDIR: { why: 'a part of its path is not a folder', fix: 'check the path' },
  EISDIR: { why: 'it is a folder', fix: 'name a file' },
  EACCES: { why: 'you have no permission', fix: 'change its permissions, or its owner' },
  EPERM: { why: 'you have no permission', fix: 'change its permissions, or its owner' },
  EROFS: { why: 'the disk is read-only', fix: 'choose a folder on another disk' },
  ENOSPC: { why: 'the disk is full', fix: 'make room and run the command again' },
  EDQUOT: { why: 'your share of the disk is full', fix: 'make room and run the command again' },
  ELOOP: { why: 'it is a symbolic link', fix: 'put a file in its place' },
  ENAMETOOLONG: { why: 'its name is too long', fix: 'choose a shorter one' },
  EMFILE: { why: 'too many files are open', fix: 'close other programs and run the command again' },
  EIO: { why: 'the disk has a fault', fix: 'check the disk' },
  EBUSY: { why: 'another program uses it', fix: 'close that program and run the command again' },
  ERR_FS_FILE_TOO_LARGE: { why: 'it is too large', fix: 'cut it into one file a digest' },
  ERR_STRING_TOO_LONG: { why: 'it is too large', fix: 'cut it into one file a digest' },
};

/** Puts an error of the system into words that fit between “because” and a full stop. */
export function explain(error: unknown): Explanation {
  const code = codeOf(error);
  if (code !== undefined && Object.hasOwn(explanations, code)) return explanations[code] as Explanation;
  return {
    why: `the system says ${code ?? 'no'}`,
    fix: 'check the path and run the command again',
  };
}

/** The code of an error of the system, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Whether an error would befall every other file as well. */
export function stopsEverything(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'].includes(codeOf(error) ?? '');
}
