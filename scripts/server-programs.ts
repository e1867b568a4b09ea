import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

/** A web server that sites are published with. */
export type ServerName = 'nginx' | 'caddy';

/** Where each is in its packages, and how it tells its version. */
const programs: Readonly<Record<ServerName, { path: string; packages: string[]; version: string }>> = {
  nginx: { path: 'usr/sbin/nginx', packages: ['nginx', 'nginx-common'], version: '-v' },
  caddy: { path: 'usr/bin/caddy', packages: ['caddy'], version: 'version' },
};

/**
 * Finds the program of a web server: one that is installed, else that of Debian, which is unpacked into a folder of the workspace,
 * so that nothing is installed and no service is started.
 *
 * @returns undefined, and says so, when it can't be had
 */
export async function findServer(name: ServerName): Promise<string | undefined> {
  const { path, packages, version } = programs[name];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const installed = folders.map((folder) => join(folder, name)).find((file) => starts(file, version));
  if (installed !== undefined) return installed;

  const folder = fileURLToPath(new URL(`../.artifacts/servers/${name}/`, import.meta.url));
  if (!existsSync(join(folder, path))) await unpack(packages, folder);
  if (starts(join(folder, path), version)) return join(folder, path);
  console.warn(`The tests with ${name} are skipped: install ${name} to run them.`);
  return undefined;
}

async function unpack(packages: readonly string[], folder: string): Promise<void> {
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg-deb')) return;
  await mkdir(folder, { recursive: true });
  const download = () => run('apt-get', ['download', '-qq', ...packages], { silent: true, cwd: folder });
  if ((await download()) !== 0) {
    if (process.getuid?.() !== 0) return;
    await run('apt-get', ['update', '-qq'], { silent: true });
    if ((await download()) !== 0) return;
  }
  for (const file of await readdir(folder))
    if (file.endsWith('.deb')) await run('dpkg-deb', ['-x', join(folder, file), folder], { silent: true });
}

function starts(file: string, version: string): boolean {
  if (!existsSync(file)) return false;
  try {
    execFileSync(file, [version], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
