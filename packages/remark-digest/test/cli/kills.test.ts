import { once } from 'node:events';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { parseState } from '../../src/cli/state.ts';
import { fromDigest, toMdx } from '../../src/index.ts';
import { digestOf, testFolder, type TestFolder } from './in-folder.ts';
import { createRandom, type Random } from './random.ts';
import { start } from './spawn.ts';

const kills = 200;
const seed = Number(process.env['SEED'] ?? 20250312);
/** Runs at the same time, each in a folder of its own. */
const lanes = 4;

const stateFile = 'out/.remark-digest.json';
const issue = 'out/2025-03-12';

/** Digests of which each has papers that the others have not, and others with another text. */
const digests = [0, 1, 2].map((version) =>
  digestOf(
    Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => index)
        .filter((index) => index % 4 !== version)
        .map((index) => [
          `Paper ${index}`,
          `Text ${index % 5 === 0 ? '' : version}. ${'It goes on. '.repeat(30)}`,
        ]),
    ),
  ),
);
const documents = digests.map((digest) => {
  const entries = fromDigest(digest).children.filter((node) => node.type === 'digestEntry');
  return new Map(entries.map((entry) => [`${entry.slug}.mdx`, toMdx(entry)]));
});

it(`leaves no torn file when it is killed, ${kills} times`, async () => {
  const cache = testFolder();
  const count = { midway: 0, early: 0, late: 0 };
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      // On a real disk: there a write takes long enough to be cut off.
      const folder = testFolder(tmpdir());
      const random = createRandom(seed + lane);
      let version = 0;
      for (let kill = 0; kill < kills / lanes; kill++) {
        // Another digest than the last one, so that there is something to write.
        version = (version + 1 + random.below(digests.length - 1)) % digests.length;
        folder.write('2025-03-12.txt', digests[version] as string);
        const began = await killMidway(folder, random, cache.path);
        const midway = checkFiles(folder);
        count[midway ? 'midway' : began ? 'late' : 'early']++;
        if (random.chance(0.6)) await repair(folder, (version = random.below(digests.length)));
      }
      await repair(folder, version);
    }),
  );
  console.log(`Killed ${count.early} before, ${count.midway} amid, ${count.late} after the writing.`);
  expect(count.midway).toBeGreaterThan(kills / 10);
}, 180_000);

/** Starts a run and kills it, most often while it writes; tells whether it had begun to. */
async function killMidway(folder: TestFolder, random: Random, cache: string): Promise<boolean> {
  const before = stateOf(folder);
  const child = start(['convert', '2025-03-12.txt', '--out', 'out'], folder.path, cache);
  const end = once(child, 'exit');
  const blind = random.chance(0.2) ? random.below(400) : Infinity;
  const late = random.below(40);
  const begin = performance.now();
  // The state is the first file that a run writes.
  while (stateOf(folder) === before && child.exitCode === null && performance.now() - begin < blind) {
    await wait(1);
  }
  const began = stateOf(folder) !== before;
  if (blind === Infinity) await wait(late);
  child.kill('SIGKILL');
  await end;
  return began;
}

function stateOf(folder: TestFolder): string {
  const stats = statSync(folder.at(stateFile), { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeNs}` : '';
}

/** Every document is whole, and the state is; tells whether the run was cut off while it wrote. */
function checkFiles(folder: TestFolder): boolean {
  for (const file of folder.files(issue).filter((file) => file.endsWith('.mdx'))) {
    const content = folder.read(`${issue}/${file}`);
    const whole = documents.some((byName) => byName.get(file) === content);
    expect(whole, `${file} is torn: ${JSON.stringify(content)}`).toBe(true);
  }
  if (!folder.has(stateFile)) return false;
  const state = parseState(folder.read(stateFile));
  expect(state, 'the state is torn').toBeDefined();
  return [...(state ?? [])].some(([, { unfinished }]) => unfinished !== undefined);
}

/** The next run that ends brings everything into order, and takes nothing for a person's. */
async function repair(folder: TestFolder, version: number): Promise<void> {
  folder.write('2025-03-12.txt', digests[version] as string);
  const { status, err } = await folder.run('convert', '@/2025-03-12.txt', '--out', '@/out');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const files = folder.files('out').filter((file) => file !== '.remark-digest.json');
  expect(
    new Map(files.map((file) => [file.slice('2025-03-12/'.length), folder.read(`out/${file}`)])),
  ).toEqual(documents[version]);
  expect(folder.read(stateFile)).not.toContain('unfinished');
}
