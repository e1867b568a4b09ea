import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const packages = fileURLToPath(new URL('../../../', import.meta.url));

/** A registry in which the packages of the workspace are published. */
export interface LocalRegistry {
  /** What a package manager has to be told of it. */
  env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

interface Manifest {
  name: string;
  version: string;
}

/** A package as it would be published. */
interface Packed {
  manifest: Manifest;
  tarball: Buffer;
}

/**
 * Starts a registry on the loopback address: it has the packages of the workspace, as they would be published, and sends whoever asks
 * for others to the registry that npm knows.
 *
 * @see https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
 */
export async function startRegistry(): Promise<LocalRegistry> {
  const packed = await Promise.all(['remark-digest', 'astro-digest'].map(pack));
  const { stdout } = await run('npm', ['config', 'get', 'registry']);
  const other = stdout.trim().replace(/\/$/, '');
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', address()).pathname;
    const [, name, rest] = /^\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    const own = packed.find(({ manifest }) => manifest.name === name);
    if (!own) return response.writeHead(307, { location: `${other}${request.url}` }).end();
    if (rest?.endsWith('.tgz')) return response.end(own.tarball);
    const whole = metadataOf(own, address());
    const answer = rest === undefined ? whole : whole.versions[own.manifest.version];
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    env: {
      npm_config_registry: address(),
      pnpm_config_registry: address(),
      YARN_NPM_REGISTRY_SERVER: address(),
      YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function pack(name: string): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', folder], {
    cwd: join(packages, name),
  });
  const { filename } = JSON.parse(stdout) as { filename: string };
  const manifest = await run('tar', ['-xOzf', filename, 'package/package.json']);
  const tarball = await readFile(filename);
  await rm(folder, { recursive: true });
  return { manifest: JSON.parse(manifest.stdout) as Manifest, tarball };
}

function metadataOf({ manifest, tarball }: Packed, registry: string) {
  const { name, version } = manifest;
  const dist = {
    tarball: `${registry}/${name}/-/${name}-${version}.tgz`,
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    shasum: createHash('sha1').update(tarball).digest('hex'),
  };
  // Package managers wait some days before they take a new version.
  const published = '2025-01-01T00:00:00.000Z';
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, _id: `${name}@${version}`, dist } },
    time: { created: published, modified: published, [version]: published },
  };
}
