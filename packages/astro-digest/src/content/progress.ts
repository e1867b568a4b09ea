/** How long work takes before anything is said of it, in milliseconds. */
const silence = 1000;

/** How often a line of a terminal is written again, in milliseconds. */
const redraw = 100;

/** How often there is a new line where lines can't be written again, in milliseconds. */
const pause = 3000;

/** Shows how far a work has come. */
export interface Progress {
  /** Shows a line, unless it is too early for one or for the next. Costs nothing then. */
  show(line: () => string): void;
  /** Takes the line away. */
  end(): void;
}

/** Where progress is shown; the defaults are those of this process. */
export interface ProgressPlace {
  /** Is a terminal, of so many columns, or a file or a pipe. */
  output?: { isTTY?: boolean; columns?: number; write(text: string): unknown };
  /** Milliseconds from some moment on. */
  now?: () => number;
}

/**
 * Begins to show how far a work has come: on a terminal in one line that is written again and again and taken away at the
 * end; elsewhere, as in CI, in a line of its own every few seconds. Of work that takes less than a second nothing is shown.
 *
 * @param log writes a line of its own
 */
export function startProgress(
  log: (line: string) => void,
  { output = process.stdout, now = () => performance.now() }: ProgressPlace = {},
): Progress {
  const start = now();
  let last = output.isTTY ? start + silence - redraw : start;
  let isDrawn = false;
  return {
    show(line) {
      const time = now();
      if (time - last < (output.isTTY ? redraw : pause)) return;
      last = time;
      if (!output.isTTY) return log(line());
      // A line that the terminal breaks could not be taken away; some terminals don't know their width. What others write
      // meanwhile begins where this line does, and not after it.
      output.write(`\r\u001B[K${line().slice(0, (output.columns || 80) - 1)}\r`);
      isDrawn = true;
    },
    end() {
      if (isDrawn) output.write('\r\u001B[K');
      isDrawn = false;
    },
  };
}

/**
 * Waits for a work that goes on elsewhere, and shows meanwhile how far it has come.
 *
 * @param log writes a line of its own
 * @param line says how far the work has come now
 * @throws whatever the work throws
 */
export async function waitWithProgress<Result>(
  work: Promise<Result>,
  log: (line: string) => void,
  line: () => string,
  place: ProgressPlace = {},
): Promise<Result> {
  const progress = startProgress(log, place);
  const timer = setInterval(() => progress.show(line), redraw);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    progress.end();
  }
}
