#!/usr/bin/env node
import { run } from './run.ts';

// The status is set and the process left to end by itself, so that what was printed into a pipe gets through.
process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
});
