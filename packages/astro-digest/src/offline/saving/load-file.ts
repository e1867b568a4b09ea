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
 * Loads a file that is named after its bytes.
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
): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Uint8Array(size);
  let at = 0;
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new SavingError('network', error);
  });
  if (!response.ok || !response.body) throw new SavingError(response.status >= 500 ? 'network' : 'changed');
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > size) throw new SavingError('changed');
      content.set(value, at);
      at += value.length;
      onBytes(value.length);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SavingError) throw error;
    throw new SavingError('network', error);
  } finally {
    reader.cancel().catch(() => {});
  }
  if (at < size) throw new SavingError('network');
  if ((await nameOf(content)) !== name) throw new SavingError('changed');
  return content;
}

/** The name of a file by its bytes. */
async function nameOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  const digits = Array.from(hash.subarray(0, nameLength / 2), (byte) => byte.toString(16).padStart(2, '0'));
  return digits.join('');
}
