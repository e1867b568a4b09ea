import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { bundleModules } from '../../src/offline/portable/bundle-scripts.ts';
import { zipFolder } from '../../src/offline/portable/zip-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'astro-digest-portable-'));
const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  rmSync(folder, { recursive: true, force: true });
});

test('an archive has the folder, and the same bytes in any time zone', () => {
  mkdirSync(join(folder, 'papers/a'), { recursive: true });
  writeFileSync(join(folder, 'papers/index.html'), 'Front');
  writeFileSync(join(folder, 'papers/a/index.html'), 'Schön');
  const archives = ['Pacific/Kiritimati', 'America/Los_Angeles'].map((zone, index) => {
    process.env['TZ'] = zone;
    const file = join(folder, `${index}.zip`);
    const size = zipFolder(join(folder, 'papers'), file);
    const bytes = readFileSync(file);
    expect(size).toBe(bytes.length);
    return bytes;
  });
  expect(archives[0]?.equals(archives[1] as Buffer)).toBe(true);
  const files = unzipSync(archives[0] as Buffer);
  expect(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([
    ['papers/a/index.html', 'Schön'],
    ['papers/index.html', 'Front'],
  ]);
});

test('modules become one script, or a sentence that says what is in the way', async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'shared.js'), 'export const name = "shared";');
  const find = (address: string): string => address.replace(/^\.?\//, '');
  const text = 'import { name } from "/shared.js"; globalThis.greeting = name;';
  const script = await bundleModules({ first: '', modules: [{ text, folder: '' }] }, folder, find);
  expect(script).not.toMatch(/\b(?:import|export)\b/);
  // oxlint-disable-next-line no-implied-eval
  new Function(script)();
  expect((globalThis as { greeting?: string }).greeting).toBe('shared');

  const waiting = bundleModules(
    { first: '', modules: [{ text: 'await fetch("/x"); globalThis.a = 1;', folder: '' }] },
    folder,
    find,
  );
  await expect(waiting).rejects.toThrow("A script of the site can't be made one that opens from a file: ");
});

test.each([
  [
    ['portable', '--root', folder],
    1,
    `There is no built site with a digest in ${folder}: run \`astro build\``,
  ],
  [['portable', 'dist'], 2, 'Name the folder of the site with --root'],
  [['merge', '--zip'], 2, '`--zip` is not an option of merge'],
])('%j ends with %i and says %s', async (args, status, sentence) => {
  const errors: string[] = [];
  const terminal = { out: () => {}, error: (text: string) => void errors.push(text), colours: false };
  expect(await run(args as string[], terminal)).toBe(status);
  expect(errors.join('\n')).toContain(sentence);
});
