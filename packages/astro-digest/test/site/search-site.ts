import { digestText, plainSite, Site } from './site.ts';

/** A title that fills lines, and one with a word that no line of a phone has room for. */
const longTitle =
  'Owls That Hunt over Frozen Rivers in the Long Nights of Northern Winters: A Study of Silent Flight, Hearing and Patience in Twelve Countries';
const longWord = 'Rinderkennzeichnungsfleischetikettierungsüberwachungsaufgabenübertragungsgesetz and Owls';

const birds = [
  'Owls at Night',
  'Herons by Day',
  'Still Water',
  'Transformers for Birds',
  longTitle,
  longWord,
];

/** The months that have an issue: some years, some of them without. */
const months = [2023, 2024, 2025].flatMap((year) =>
  [1, 2, 3, 5, 6, 8, 9, 11, 12].map((month) => ({ year, month })),
);
const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function issueOf({ month }: (typeof months)[number], place: number): string {
  const count = 1 + ((place * 5) % 4);
  return digestText(
    `${names[month - 1]} 12`,
    Array.from({ length: count }, (_, index): [string, string] => {
      const title = birds[(place + index) % birds.length] ?? '';
      return [
        `${title}${place < birds.length ? '' : `, Part ${place + index}`}`,
        `They fly without a sound, unlike herons of volume ${place}. Attention to owls is all that the night needs. Code: https://github.com/owls/night-${place}.`,
      ];
    }),
  );
}

const digests = Object.fromEntries(
  months.map(({ year, month }, place) => [
    `${year}-${String(month).padStart(2, '0')}-12.txt`,
    issueOf({ year, month }, place),
  ]),
);

const signed = [
  '---',
  'title: Signed and Sealed by Owls',
  'authors: [Jürgen Müller, Maria Lopez, Ada Byron, Kurt Gödel]',
  "arxivId: '2410.05434'",
  'upvotes: 7',
  'links: [{ kind: code, url: https://github.com/owls/a-repository-whose-name-is-longer-than-a-line-of-any-phone-that-there-is }]',
  '---',
  '',
  'Letters about owls that were sent.',
  '',
].join('\n');

/**
 * Builds a site whose search has all that a search can have: many months, topics, papers with code, authors and votes, long titles. The digest
 * is at `/papers`, with an Arabic interface at `/ar`, and in a layout of the site's own, without a masthead, at `/framed`.
 *
 * @param name name of its folder
 */
export async function buildSearchSite(name: string): Promise<Site> {
  const site = await Site.create(name, {
    ...plainSite,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      const topics = { Birds: ['owls', 'herons'], Water: ['water', 'rivers'], Letters: ['letters'], found: false };
      export default defineConfig({
        site: 'https://example.org',
        integrations: [
          digest({ title: 'Daily Papers', topics }),
          digest({ title: 'أوراق', name: 'arabic', base: '/ar', lang: 'ar', textLang: 'en', topics }),
          digest({ title: 'Framed', name: 'framed', base: '/framed', layout: './src/layouts/Base.astro', masthead: false, topics }),
        ],
      });
    `,
    'src/content.config.ts': `
      import { digestCollections } from 'astro-digest/content';
      const base = './src/content/digests';
      export const collections = {
        ...digestCollections(),
        ...digestCollections({ name: 'arabic', base }),
        ...digestCollections({ name: 'framed', base }),
      };
    `,
    'src/layouts/Base.astro': `---
const { title } = Astro.props;
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>{title}</title><link rel="icon" href="data:," /><slot name="head" /></head>
  <body><header><a href="/">My site</a></header><main><slot /></main></body>
</html>
`,
    ...Object.fromEntries(
      Object.entries(digests).map(([file, text]) => [`src/content/digests/${file}`, text]),
    ),
    'src/content/digests/2025-12-12/signed.mdx': signed,
  });
  const build = await site.astro(['build']);
  if (build.status !== 0) throw new Error(build.output);
  return site;
}
