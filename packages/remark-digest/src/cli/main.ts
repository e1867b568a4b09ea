#!/usr/bin/env node
import { nodeProblem } from './node-problem.ts';
import { processTerminal } from './terminal.ts';

const terminal = processTerminal();
const problem = nodeProblem(process.versions.node);

// The status is set and the process left to end by itself, so that what was printed into a pipe gets through.
if (problem !== undefined) {
  terminal.err(`${problem}\n`);
  process.exitCode = 1;
} else {
  // On an old version, what it imports may not even be found.
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2), terminal);
}
