import { spawn } from 'node:child_process';

/**
 * Runs a command with this terminal as its own, and resolves with its exit status.
 *
 * @param options `cwd`: folder to run it in, default this one; `silent`: whether nothing of it is shown
 */
export function run(
  command: string,
  args: readonly string[],
  { cwd, silent = false }: { cwd?: string; silent?: boolean } = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: silent ? 'ignore' : 'inherit',
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
