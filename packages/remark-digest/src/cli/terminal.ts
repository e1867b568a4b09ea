/** Where a command prints, and the clock that its progress goes by. */
export interface Terminal {
  /** Prints to standard output. */
  out(text: string): void;
  /** Prints to standard error. */
  err(text: string): void;
  /** Whether standard error is a screen on which a line can be written over. */
  screen: boolean;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
}

/** The terminal of this process. A reader that goes away, as `head` does, is no error. */
export function processTerminal(): Terminal {
  return {
    out: printer(process.stdout),
    err: printer(process.stderr),
    screen: process.stderr.isTTY === true,
    now: () => performance.now(),
  };
}

function printer(stream: NodeJS.WriteStream): (text: string) => void {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    gone = true;
    // A command that was told to print where nothing can be written has not done what it was asked.
    if (error.code !== 'EPIPE') process.exitCode = 1;
  });
  return (text) => {
    if (!gone) stream.write(text);
  };
}
