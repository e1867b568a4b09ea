import { expect, test } from 'vitest';
import { malformedDigest } from '../../../remark-digest/test/cli/malformed.ts';
import { plainSite, Site } from '../site/site.ts';

test('200 malformed digests: each is named with its place and a fix, and the good papers are built', async () => {
  const digests = Array.from({ length: 200 }, (_, index) => ({
    index,
    ...malformedDigest(20250400 + index),
  }));
  const folder = 'src/content/digests';
  const site = await Site.create('malformed', {
    ...plainSite,
    ...Object.fromEntries(
      digests.map(({ index, fileName, bytes }) => [`${folder}/m${index}/${fileName}`, bytes]),
    ),
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output.slice(-2000)).toBe(0);
  expect(build.output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  // The build prints the first messages of each rule, and names the file with all.
  const messages = await site.read(/: read all in (\S+)\.$/m.exec(build.output)?.[1] ?? '');

  const titles = new Map<string, Set<string>>();
  for (const { id, title } of await site.records()) {
    const number = /^m(\d+)-/.exec(id)?.[1] ?? '';
    titles.set(number, (titles.get(number) ?? new Set()).add(title));
  }
  const wrong = digests.flatMap(({ index, name, fileName, good }) => {
    const place = new RegExp(String.raw`${folder}/m${index}/${fileName}:\d+:\d+ [^\n]+: [^\n]+\.`);
    const lost = good.filter((title) => !titles.get(String(index))?.has(title));
    return place.test(messages) && lost.length === 0 ? [] : [{ index, name, lost }];
  });
  expect(wrong).toEqual([]);
});
