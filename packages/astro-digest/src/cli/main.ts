#!/usr/bin/env node
import { createInterface } from 'node:readline';
import { findVersionProblem } from '../content/versions.ts';

const isInteractive = process.stdin.isTTY && process.stdout.isTTY;
const problem = findVersionProblem({ node: process.versions.node });

// The status is set and the process left to end by itself, so that what was printed into a pipe gets through.
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
} else {
  // On an old version, what it imports may not even be found.
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    colours: process.stdout.isTTY === true && process.stdout.hasColors(),
    ...(isInteractive ? { ask } : {}),
  });
}

/** Asks on the terminal. Enter is a yes; whoever ends the input, or the program, has not agreed. */
function ask(question: string): Promise<boolean> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    lines.on('close', () => resolve(false));
    lines.question(`${question} (Y/n) `, (answer) => {
      resolve(/^(?:y(?:es)?)?$/i.test(answer.trim()));
      lines.close();
    });
  });
}
