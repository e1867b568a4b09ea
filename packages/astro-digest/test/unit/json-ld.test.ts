import * as fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import jsonld from 'jsonld';
import type { BreadcrumbList, CollectionPage, ScholarlyArticle, WebSite, WithContext } from 'schema-dts';
import { expect, test } from 'vitest';
import {
  breadcrumbsJsonLd,
  frontPageJsonLd,
  issueJsonLd,
  paperJsonLd,
  toJsonLdText,
} from '../../src/outputs/json-ld.ts';
import { citedPaper, hostileTitles, residual } from './cited-paper.ts';

const issue = { name: 'March 12, 2025', url: 'https://example.org/papers/2025-03-12/' };
const digest = { name: 'Daily Papers', url: 'https://example.org/papers/' };

// Types of schema.org's vocabulary: a property or a type that it does not know is an error here.
const paper: WithContext<ScholarlyArticle> = paperJsonLd(residual, issue);
const issuePage: WithContext<CollectionPage> = issueJsonLd({
  ...issue,
  description: 'Two papers.',
  date: '2025-03-12',
  curator: 'AK',
  papers: [
    { name: 'Adam', url: 'https://example.org/papers/2025-03-12/adam/' },
    { name: 'Deep', url: 'https://example.org/papers/2025-03-12/deep/' },
  ],
  digest,
});
const frontPage: WithContext<WebSite> = frontPageJsonLd({
  ...digest,
  description: 'Papers of the day.',
  search: 'https://example.org/papers/search/',
});
const breadcrumbs: WithContext<BreadcrumbList> = breadcrumbsJsonLd([digest, issue]);

test('a paper is a scholarly article', () => {
  expect(paper).toEqual({
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': 'https://example.org/papers/a-paper/',
    url: 'https://example.org/papers/a-paper/',
    name: 'Deep Residual Learning for Image Recognition',
    headline: 'Deep Residual Learning for Image Recognition',
    author: [
      { '@type': 'Person', name: 'Kaiming He', familyName: 'He', givenName: 'Kaiming' },
      { '@type': 'Person', name: 'Xiangyu Zhang', familyName: 'Zhang', givenName: 'Xiangyu' },
      { '@type': 'Person', name: 'Shaoqing Ren', familyName: 'Ren', givenName: 'Shaoqing' },
      { '@type': 'Person', name: 'Jian Sun', familyName: 'Sun', givenName: 'Jian' },
    ],
    datePublished: '2016-06-27',
    identifier: [
      { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.1109/CVPR.2016.90' },
      { '@type': 'PropertyValue', propertyID: 'arXiv', value: '1512.03385' },
    ],
    sameAs: ['https://arxiv.org/abs/1512.03385', 'https://doi.org/10.1109/CVPR.2016.90'],
    abstract: 'It works.',
    isPartOf: [{ '@type': 'CollectionPage', '@id': issue.url, ...issue }],
  });
});

test('a paper of which little is known says no more', () => {
  const object = paperJsonLd(
    citedPaper({ authors: ['Gemini Team', 'Plato', 'Jan van der Berg Jr.'] }, { abstract: '' }),
    issue,
  );
  expect(object.author).toEqual([
    { '@type': 'Organization', name: 'Gemini Team' },
    { '@type': 'Person', name: 'Plato' },
    {
      '@type': 'Person',
      name: 'Jan van der Berg Jr.',
      familyName: 'van der Berg',
      givenName: 'Jan',
      honorificSuffix: 'Jr.',
    },
  ]);
  for (const name of ['datePublished', 'identifier', 'sameAs', 'abstract'])
    expect(object).not.toHaveProperty(name);
});

test('the journal of a paper, and where else the paper is', () => {
  const object = paperJsonLd(
    citedPaper({
      venue: 'Nature',
      arxivId: '2503.01234',
      links: [
        { url: 'https://arxiv.org/abs/2503.01234', kind: 'paper' },
        { url: 'https://example.com/paper', kind: 'paper' },
        { url: 'https://example.com/code', kind: 'code' },
      ],
    }),
    issue,
  );
  expect(object.isPartOf).toContainEqual({ '@type': 'Periodical', name: 'Nature' });
  expect(object.sameAs).toEqual(['https://arxiv.org/abs/2503.01234', 'https://example.com/paper']);
});

// All terms of schema.org are names in its one vocabulary; these are the ones whose values are addresses.
const address = { '@type': '@id' };
const schemaOrg = {
  '@vocab': 'http://schema.org/',
  url: address,
  sameAs: address,
  item: address,
  itemListOrder: { '@type': '@vocab' },
};

/** The graph that a reader of JSON-LD sees. */
async function expand(object: object): Promise<unknown> {
  const options = {
    // Nothing of it may be dropped because it means nothing.
    safe: true,
    documentLoader: async (url: string) => {
      expect(url).toBe('https://schema.org');
      return { documentUrl: url, document: { '@context': schemaOrg } };
    },
  };
  return jsonld.expand(JSON.parse(toJsonLdText(object)) as jsonld.JsonLdDocument, options);
}

test('a reader of JSON-LD sees a paper, an issue with its papers, a site with its search, and the way to a page', async () => {
  const term = (name: string): string => `http://schema.org/${name}`;
  expect(await expand(paper)).toMatchObject([
    {
      '@id': 'https://example.org/papers/a-paper/',
      '@type': [term('ScholarlyArticle')],
      [term('sameAs')]: [
        { '@id': 'https://arxiv.org/abs/1512.03385' },
        { '@id': 'https://doi.org/10.1109/CVPR.2016.90' },
      ],
      [term('isPartOf')]: [{ '@id': issue.url, '@type': [term('CollectionPage')] }],
    },
  ]);
  expect(await expand(issuePage)).toMatchObject([
    {
      '@id': issue.url,
      [term('isPartOf')]: [{ '@id': digest.url }],
      [term('mainEntity')]: [
        {
          '@type': [term('ItemList')],
          [term('itemListElement')]: [
            { [term('position')]: [{ '@value': 1 }], [term('name')]: [{ '@value': 'Adam' }] },
            { [term('position')]: [{ '@value': 2 }], [term('name')]: [{ '@value': 'Deep' }] },
          ],
        },
      ],
    },
  ]);
  expect(await expand(frontPage)).toMatchObject([
    {
      [term('potentialAction')]: [
        {
          [term('target')]: [
            {
              [term('urlTemplate')]: [
                { '@value': 'https://example.org/papers/search/?q={search_term_string}' },
              ],
            },
          ],
          [term('query-input')]: [{ '@value': 'required name=search_term_string' }],
        },
      ],
    },
  ]);
  expect(await expand(breadcrumbs)).toMatchObject([
    {
      [term('itemListElement')]: [
        { [term('item')]: [{ '@id': digest.url }] },
        { [term('item')]: [{ '@id': issue.url }] },
      ],
    },
  ]);
});

test('a front page without search has no search', () => {
  expect(frontPageJsonLd(digest)).not.toHaveProperty('potentialAction');
});

test('what has no page is named without an address, and left out of the way to it', () => {
  const { url: _, ...nowhere } = issue;
  const page = issueJsonLd({ ...nowhere, digest, papers: [{ name: 'One' }] });
  expect(page).toMatchObject({ name: issue.name });
  expect(page).not.toHaveProperty('url');
  expect(page).not.toHaveProperty('@id');
  expect(page.mainEntity.itemListElement).toEqual([{ '@type': 'ListItem', position: 1, name: 'One' }]);
  expect(breadcrumbsJsonLd([digest, nowhere, { name: 'One', url: '/one/' }]).itemListElement).toMatchObject([
    { position: 1, item: digest.url },
    { position: 2, item: '/one/' },
  ]);
});

/** What a browser finds in a page that has the text as its data. */
function inPage(text: string) {
  const tree = fromHtml(
    `<!doctype html><title>T</title><script type="application/ld+json">${text}</script><p>End`,
  );
  return { scripts: selectAll('script', tree), end: select('p', tree) };
}

test.each([...hostileTitles, 'a]]>b', '<!--<script>', '&lt;/script&gt;'])(
  'a title does no harm inside of a script element: %j',
  (title) => {
    const object = paperJsonLd(
      citedPaper(
        { title, authors: [title], venue: title },
        { abstract: title, url: `/${encodeURIComponent(title.toWellFormed())}/` },
      ),
      { name: title, url: '/' },
    );
    const { scripts, end } = inPage(toJsonLdText(object));
    expect(scripts).toHaveLength(1);
    expect(end && toString(end)).toBe('End');
    expect(JSON.parse(toString(scripts[0]!))).toEqual(object);
  },
);

test('any object is read from a page as it was meant', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('</script', '<!--', '-->', '\u2028', '\ud800'),
        ),
        { maxLength: 5 },
      ),
      (parts) => {
        const name = parts.join('');
        const text = toJsonLdText({ name, list: [{ name }] });
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
        const { scripts, end } = inPage(text);
        expect(end).toBeDefined();
        const meant = name.toWellFormed();
        expect(JSON.parse(toString(scripts[0]!))).toEqual({ name: meant, list: [{ name: meant }] });
      },
    ),
    { seed: 20250312, numRuns: 1000 },
  );
});
