import { expect, it } from 'vitest';
import { Desk } from './desk.ts';
import { testFolder } from './in-folder.ts';
import { createRandom } from './random.ts';

const sequences = 1_000;
const steps = 24;
const first = Number(process.env['SEED'] ?? 20250312);

it(`loses no byte of a person's in ${sequences} sequences of edit, regenerate, rename, delete`, async () => {
  let files = 0;
  for (let seed = first; seed < first + sequences; seed++) {
    const folder = testFolder();
    const desk = new Desk(folder, createRandom(seed));
    try {
      for (let step = 0; step < steps; step++) await desk.step();
      await desk.regenerate(false);
    } catch (error) {
      throw new Error(`SEED=${seed}: ${(error as Error).message}\n${desk.log.join('\n')}`, { cause: error });
    }
    files += desk.mine;
    folder.remove('.');
  }
  // The sequences are about something.
  expect(files).toBeGreaterThan(sequences);
}, 120_000);
