/** How long and how much is waited for. Times are milliseconds. */
export interface Limits {
  /** From the beginning of a request to the connection, a proxy's included. */
  connect: number;
  /** From the connection to the head of the answer. */
  answer: number;
  /** Between two pieces of the body. */
  pause: number;
  /** From the first request to the end of the last answer, with all that is waited in between. */
  total: number;
  /** Bytes of a body. */
  size: number;
  /** Redirects that are followed. */
  redirects: number;
  /** Requests for one address that answers that it is busy. */
  attempts: number;
}

/** What a fetch has around it, so that tests can have others. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  limits: Limits;
  /** Version of Node.js in full, such as `24.1.0`. */
  node: string;
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}

/** Seconds that a fetch takes at most where `--timeout` says nothing else. */
export const usualTimeout = 180;

/** Seconds that `fetch ids` goes on where `--timeout` says nothing else. */
export const usualTimeoutOfIds = 1800;

/** What is around this process. */
export function processSurroundings(seconds = usualTimeout): Surroundings {
  const total = seconds * 1000;
  return {
    env: process.env,
    limits: {
      connect: 15_000,
      answer: 60_000,
      pause: 30_000,
      total,
      size: 64 * 1024 * 1024,
      redirects: 5,
      attempts: 4,
    },
    node: process.versions.node,
    now: () => new Date(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}
