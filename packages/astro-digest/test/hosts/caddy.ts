import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostFile, type Host } from './host.ts';
import { freePort, startServer } from './program.ts';

/** Caddy itself, with the server of the docs on a free port of the loopback address and without a certificate. */
export function caddy(program: string | undefined): Host {
  return {
    name: 'Caddy',
    revalidates: /^no-cache$/,
    setsHeaders: true,
    notFound: 'nearest',
    compresses: true,
    async serve(root) {
      if (program === undefined) throw new Error('Caddy is not here.');
      const folder = await mkdtemp(join(tmpdir(), 'digest-caddy-'));
      const port = await freePort();
      const server = hostFile('caddy/Caddyfile')
        .replace('papers.example.org {', `http://127.0.0.1:${port} {\n\tbind 127.0.0.1`)
        .replace('root * /srv/digest/current', `root * "${root}"`);
      const file = join(folder, 'Caddyfile');
      await writeFile(file, `{\n\tadmin off\n}\n${server}`);
      const running = await startServer(program, ['run', '--config', file, '--adapter', 'caddyfile'], port, {
        HOME: folder,
      });
      return { ...running, stop: () => running.stop().then(() => rm(folder, { recursive: true })) };
    },
  };
}
