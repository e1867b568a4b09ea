import { beforeAll, expect, test } from 'vitest';
import { Html } from '../site/html.ts';
import { digestText, plainSite, Site } from '../site/site.ts';

let site: Site;

/** Letters of a number, as words have. */
const letters = (number: number): string =>
  number
    .toString(26)
    .replace(
      /./g,
      (digit) => 'bcdfghjklmnpqrstvwxzaeiouy'['0123456789abcdefghijklmnop'.indexOf(digit)] as string,
    );

/** A paper about one of many subjects, of which four are about starlings as well. */
const paperAbout = (number: number): readonly [string, string] => {
  const subject = `${letters(100 + (number % 25))}umble ${letters(100 + (number % 25))}ingbo`;
  const isBird = number % 25 < 4;
  const own = `v${letters(1000 + number)}`;
  return [
    `${isBird ? 'Starlings and' : 'On'} ${subject} ${own}z`,
    `The ${subject} is ${isBird ? 'of starlings' : 'here'}. So ${subject} is ${own}y.`,
  ];
};

beforeAll(async () => {
  const days = ['2024-12-30', '2025-01-10', '2025-01-20', '2025-03-05', '2025-03-06'];
  const digests = days.map((day, index): [string, string] => [
    `src/content/digests/${day}.txt`,
    digestText(
      day,
      Array.from({ length: 100 }, (_, paper) => paperAbout(100 * index + paper)),
    ),
  ]);
  site = await Site.create('subjects', {
    ...plainSite,
    'astro.config.mjs': plainSite['astro.config.mjs']?.replace(
      "title: 'Daily Papers'",
      "title: 'Daily Papers', search: false, offline: false, related: false",
    ) as string,
    ...Object.fromEntries(digests),
  });
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
}, 180_000);

const page = async (path: string): Promise<Html> =>
  new Html(await site.read(`dist/papers/${path}index.html`));

test('many papers of a topic are cut by month, with the months above', async () => {
  const html = await page('topics/starlings/');
  const months = ['March 2025', 'January 2025', 'December 2024'];
  expect(html.texts('.digest-month h2')).toEqual(months);
  expect(html.texts('.digest-months a')).toEqual(months);
  expect(html.attributes('.digest-months a', 'href')).toEqual(
    html.attributes('.digest-month h2', 'id').map((id) => `#${id}`),
  );
  expect(html.texts('.digest-month > p')).toEqual([
    'Left to read: 32 of 32',
    'Left to read: 32 of 32',
    'Left to read: 16 of 16',
  ]);
  expect(html.texts('.digest-titles time')[0]).toBe('Mar 6, 2025');
});

test('few papers of a topic stay together, and their dates tell the year', async () => {
  const address = (await page('topics/')).attributes('.digest-topic-group li a', 'href').at(-1) ?? '';
  const html = await page(address.replace('/papers/', ''));
  expect(html.texts('.digest-month')).toEqual([]);
  expect(html.texts('.digest-titles time')).toHaveLength(20);
  expect(html.texts('.digest-titles time').at(-1)).toBe('Dec 30, 2024');
});

test('topics within a broader one stand below it, the others at the end', async () => {
  const html = await page('topics/');
  expect(html.texts('.digest-topic-group h2')).toEqual(['Starlings', 'Other topics']);
  expect(html.texts('.digest-topic-group:first-of-type li')).toHaveLength(4);
  expect(html.texts('.digest-topic-group li')).toHaveLength(25);
});
