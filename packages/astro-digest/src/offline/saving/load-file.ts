import { nameLength } from '../pack-table.ts';

/** Why saving can't go on. */
export type SavingProblem =
  /** The host can't be reached. */
  | 'network'
  /** What the host gives is not what its list names: it has a new version by now, or answers with another file. */
  | 'changed'
  /** The browser has no room left, or gives none. */
  | 'space'
  /** The browser lets nothing be kept: a private window, or a setting. */
  | 'forbidden';

/** Says what kept saving from going on. */
export class SavingError extends Error {
  readonly problem: SavingProblem;

  constructor(problem: SavingProblem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

/**
 * Loads a file that is named after its bytes. The browser holds them outside of the page's memory, but for as long as they are hashed.
 *
 * @param onBytes is told how many more bytes have come
 * @throws SavingError where it can't be had as it should be; what the signal is aborted with
 */
export async function loadFile(
  address: string,
  name: string,
  size: number,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Blob> {
  const failed = (error: unknown): never => {
    signal.throwIfAborted();
    throw new SavingError('network', error);
  };
  const response = await fetch(address, { signal }).catch(failed);
  if (!response.ok) throw new SavingError(response.status >= 500 ? 'network' : 'changed');
  // Packs are so small that a reader sees it go on all the same.
  const content = await response.blob().catch(failed);
  onBytes(content.size);
  if (content.size < size) throw new SavingError('network');
  if (content.size > size || (await nameOf(content)) !== name) throw new SavingError('changed');
  return content;
}

/** The name of a file by its bytes. */
async function nameOf(content: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()));
  const digits = Array.from(hash.subarray(0, nameLength / 2), (byte) => byte.toString(16).padStart(2, '0'));
  return digits.join('');
}
