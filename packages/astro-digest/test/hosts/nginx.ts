import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hostFile, type Host } from './host.ts';
import { freePort, startServer } from './program.ts';

/** nginx itself, with the server of the docs on a free port of the loopback address; undefined where it is not here. */
export function nginx(program: string | undefined): Host {
  return {
    name: 'nginx',
    revalidates: /^no-cache$/,
    setsHeaders: true,
    notFound: 'nearest',
    compresses: true,
    async serve(root) {
      if (program === undefined) throw new Error('nginx is not here.');
      const folder = await mkdtemp(join(tmpdir(), 'digest-nginx-'));
      const port = await freePort();
      const server = hostFile('nginx/digest.conf')
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('root /srv/digest/current;', `root "${root}";`);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (kind) => `${kind}_temp_path ${folder}/${kind};`,
      );
      await writeFile(
        join(folder, 'nginx.conf'),
        [
          ...(process.getuid?.() === 0 ? ['user root;'] : []),
          `daemon off; master_process off; pid ${folder}/pid; error_log stderr;`,
          'events { }',
          `http { access_log off; ${temporary.join(' ')} include digest.conf; }`,
        ].join('\n'),
      );
      await writeFile(join(folder, 'digest.conf'), server);
      // Beside its configuration nginx has its types, wherever it was unpacked.
      await cp(join(dirname(program), '../../etc/nginx/mime.types'), join(folder, 'mime.types'));
      const running = await startServer(
        program,
        ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')],
        port,
      );
      return { ...running, stop: () => running.stop().then(() => rm(folder, { recursive: true })) };
    },
  };
}
