import type { Terminal } from './terminal.ts';

/** Tells how far a long run has come. */
export interface Progress {
  /** So much is done; prints when it is time to. */
  show(what: string, done: number, total: number): void;
  /** Makes room for a line that stays. */
  clear(): void;
}

/** A run shorter than this shows nothing. */
const patience = 500;

/** Milliseconds between two lines. */
const pause = { screen: 100, plain: 10_000 };

/** Progress on standard error: one line that is written over on a screen, elsewhere a line now and then. */
export function createProgress(terminal: Terminal): Progress {
  const start = terminal.now();
  let last = terminal.screen ? start + patience - pause.screen : start;
  let shown = false;
  return {
    show(what, done, total) {
      const now = terminal.now();
      if (now - last < (terminal.screen ? pause.screen : pause.plain)) return;
      last = now;
      const line = `${what}: ${done} of ${total}`;
      terminal.err(terminal.screen ? `\r${line}\u001B[K` : `${line}\n`);
      shown = terminal.screen;
    },
    clear() {
      if (shown) terminal.err('\r\u001B[K');
      shown = false;
    },
  };
}

/** Progress that nobody wants to see. */
export const noProgress: Progress = { show() {}, clear() {} };
