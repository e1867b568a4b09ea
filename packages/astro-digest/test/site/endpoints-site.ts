import { digestText, plainSite } from './site.ts';

/** A title that breaks what writes it carelessly. */
export const hostile = 'Q&A ]]> on <b>Birds</b>, {braces} and "quotes"';
const recurring = [
  'Seen Twice',
  'This abstract has enough different words to prove that both papers of one title are really the same.',
] as const;

/** Two issues that have a paper in common; one paper has people. */
export const files = {
  'src/content.config.ts': plainSite['src/content.config.ts'] as string,
  'src/content/digests/2025-03-11.txt': digestText('Mar 11', [
    recurring,
    ['An Older Paper', 'It came a day before.'],
  ]),
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
    [hostile, 'Markup such as </script> & ]]> stays. Code is at https://github.com/example/birds.'],
    recurring,
    ['Small Rivers', 'Where $x < y$ holds, rivers move.'],
  ]),
  // Front matter alone adds facts to the paper of the digest.
  'src/content/digests/2025-03-12/small-rivers.mdx':
    '---\nauthors: [Ada Lovelace, "R&D <team>"]\norganizations: [Analytical Engines]\narxivId: "2503.01234"\nupvotes: 18\n---\n',
};

/** An `astro.config.mjs` under a base of the site, with more options of Astro. */
export const config = (options: string) => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({
    base: '/repo/',
    ${options}
    integrations: [digest({ title: 'Daily Papers', description: 'Papers & more', topics: false })],
  });
`;

/** Names of the files of every bibliography. */
export const bibliographies = ['papers.bib', 'papers.json', 'papers.jsonl', 'papers.ris'];
/** Names of the files of every feed. */
export const feeds = ['atom.xml', 'feed.json', 'rss.xml'];
/** Names of the files of every mail edition. */
export const mails = ['mail.eml', 'mail.html', 'mail.txt'];
