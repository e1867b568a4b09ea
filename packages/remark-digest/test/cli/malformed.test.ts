import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { testFolder } from './in-folder.ts';
import { malformedDigest } from './malformed.ts';

const digests = 200;
const first = Number(process.env['SEED'] ?? 20250400);

/** A message: place, what is wrong, how to fix it, rule. */
const message = /^(?<path>[^:\n]+):(?<line>\d+):(?<column>\d+) (?<reason>\S.*: .*\.) \((?<rule>[a-z-]+)\)$/;

describe(`${digests} malformed digests`, () => {
  const seeds = Array.from({ length: digests }, (_, index) => first + index);

  it('each give a place, a reason and a fix, and their good papers', async () => {
    for (const seed of seeds) {
      const { name, fileName, bytes, good } = malformedDigest(seed);
      const what = `SEED=${seed}: ${name}`;
      const folder = testFolder();
      folder.write(fileName, bytes);
      const checked = await folder.run('check', `@/${fileName}`);
      const converted = await folder.runWith(undefined, 'convert', `@/${fileName}`, '--out', '@/out');
      for (const { status, out, err } of [checked, converted]) {
        const printed = `${out}${err}`;
        expect(status, what).toBeLessThan(2);
        expect(printed, what).not.toMatch(/^ +at |Error\b|undefined|mistake in remark-digest/m);
        const messages = printed.split('\n').filter((line) => /^[^:\n]+:\d+:\d+/.test(line));
        expect(messages.length, what).toBeGreaterThan(0);
        for (const line of messages) {
          const found = message.exec(line)?.groups;
          expect(found, `${what}: ${line}`).toBeDefined();
          expect(found?.['path']).toBe(fileName);
          const text = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/)[Number(found?.['line']) - 1];
          expect(text, `${what}: ${line}`).toBeDefined();
        }
      }
      expect(checked.status, what).toBe(converted.status);
      expect(checked.out, what).toMatch(/ 100 % of \d+ lines? accounted for$/m);
      const titles = folder
        .files('out')
        .filter((file) => file.endsWith('.mdx'))
        .map((file) => parseYaml(/^---\n(.*?)\n---\n/s.exec(folder.read(`out/${file}`))?.[1] ?? '').title);
      for (const title of good) expect(titles, what).toContain(title);
    }
  }, 60_000);
});
