import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const packages = fileURLToPath(new URL('../../../', import.meta.url));

/** Tarballs of the packages, as paths. */
export interface PackedPackages {
  'astro-digest': string;
  'remark-digest': string;
}

/** Packs the packages as they would be published. */
export async function packPackages(folder: string): Promise<PackedPackages> {
  const pack = async (name: string): Promise<string> => {
    const { stdout } = await promisify(execFile)('pnpm', ['pack', '--json', '--pack-destination', folder], {
      cwd: join(packages, name),
    });
    return (JSON.parse(stdout) as { filename: string }).filename;
  };
  return { 'astro-digest': await pack('astro-digest'), 'remark-digest': await pack('remark-digest') };
}
