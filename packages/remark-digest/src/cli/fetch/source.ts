import type { Finding } from '../../messages.ts';
import type { Answer } from './answer.ts';

/** A service that has digests: what to ask it, and what its answer is. */
export interface Source {
  /** What people call it, at the beginning of a sentence. */
  label: string;
  /** What is asked for. */
  address: URL;
  /** Kinds of files that are wanted, as the field `Accept` has them. */
  accept: string;
  /** Milliseconds that the service wants between two requests of one person; 0 when it does not say. */
  pause: number;
  /**
   * Reads what the service answered, with a status from 200 to 299 or from 400 to 499.
   *
   * @throws {FetchFault} when it is no digest of that service, or not the one that was asked for
   */
  read(answer: Answer): Reading;
}

/** What an answer is. */
export type Reading =
  | {
      is: 'digest';
      /** Name of its file, day first. */
      name: string;
      /** What is worth knowing about it. */
      note?: Finding;
    }
  | {
      /** The service has no papers on that day, which is how it should be on some. */
      is: 'nothing';
      /** The sentence that says so, without its full stop. */
      why: string;
    };
