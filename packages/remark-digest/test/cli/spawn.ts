import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ran } from './in-folder.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/**
 * Starts the program in a process of its own.
 *
 * @param cache folder in which Node may keep the compiled program for the next time
 */
export function start(args: readonly string[], cwd: string, cache?: string): ChildProcess {
  const env = cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: cache };
  return spawn(process.execPath, [main, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the program in a process of its own, to its end. */
export function runProgram(args: readonly string[], cwd: string): Promise<Ran> {
  const child = start(args, cwd);
  const ran: Ran = { status: -1, out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => (ran.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (ran.err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ran, status: code ?? -1 }));
  });
}
