import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** What a command took, the processes that it started included. */
export interface Measured {
  /** Seconds from start to end. */
  wall: number;
  /** Seconds of processor time, user and system. */
  cpu: number;
  /** The most memory that all its processes held at one time, in bytes; `undefined` where /proc is missing. */
  memory: number | undefined;
}

/** How often memory is looked at, in milliseconds. */
const interval = 100;

/**
 * Runs commands one after the other and measures them as one.
 *
 * @param steps each a program and its arguments
 * @throws Error with the end of the output when one of them fails
 */
export async function runMeasured(
  steps: readonly (readonly string[])[],
  { cwd, env }: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Measured> {
  // The shell tells the processor time of all that it waited for, which Node can't.
  const script = `${steps.map((step) => step.map(quote).join(' ')).join(' && ')}; status=$?; times >&3; exit $status`;
  const start = performance.now();
  const child = spawn('bash', ['-c', script], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let times = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-4000)));
  }
  (child.stdio[3] as NodeJS.ReadableStream).on('data', (text: Buffer) => (times += text.toString()));
  let memory: number | undefined;
  const timer = setInterval(() => {
    const now = memoryOfTree(child.pid as number);
    if (now !== undefined) memory = Math.max(memory ?? 0, now);
  }, interval);
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  clearInterval(timer);
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${steps.map((step) => step.join(' ')).join(' && ')} failed:\n${output}`);
  return { wall, cpu: secondsOfTimes(times), memory };
}

/** What the shell's `times` prints: user and system of itself, then of its children, such as `0m1.234s`. */
export function secondsOfTimes(text: string): number {
  return [...text.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** Bytes that a process and all its descendants hold in memory. */
function memoryOfTree(root: number): number | undefined {
  let entries: string[];
  try {
    entries = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  const children = new Map<number, { pid: number; bytes: number }[]>();
  for (const entry of entries) {
    const process = readProcess(Number(entry));
    if (!process) continue;
    const siblings = children.get(process.parent);
    if (siblings) siblings.push(process);
    else children.set(process.parent, [process]);
  }
  const sum = (pid: number): number =>
    (children.get(pid) ?? []).reduce((total, child) => total + child.bytes + sum(child.pid), 0);
  return sum(root);
}

function readProcess(pid: number): { pid: number; parent: number; bytes: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program stands in brackets and may hold anything, brackets too.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(fields[1]), bytes: Number(fields[21]) * 4096 };
  } catch {
    return undefined;
  }
}

function quote(argument: string): string {
  return `'${argument.replaceAll("'", `'\\''`)}'`;
}
