import { expect, test } from 'vitest';
import { toLookupPlaces } from '../../src/integration/lookup-option.ts';
import { arxivForms } from '../../src/model/arxiv-forms.ts';
import { knownPlaces, lookupAddress } from '../../src/model/lookup.ts';

test('a place is asked for the words of a title', () => {
  const address = new URL(lookupAddress(knownPlaces.arxiv, 'Q&A: 50% of $\\mathcal{O}(n^2)$ #1?'));
  expect(address.origin + address.pathname).toBe('https://arxiv.org/search/');
  expect(address.searchParams.get('query')).toBe('Q&A: 50% of O (n 2) #1?');
  expect(address.searchParams.get('searchtype')).toBe('title');
});

test.each(Object.values(knownPlaces))('$name gets the title and nothing else of it', (place) => {
  const address = new URL(lookupAddress(place, '注意力 Is All & $& You Need'));
  expect([...address.searchParams.values()]).toContain('注意力 Is All & & You Need');
});

test('a site names places of its own beside those that are known, in its order', () => {
  const mine = { name: 'My library', url: 'https://example.org/{title}' };
  expect(toLookupPlaces([mine, 'arxiv'])).toEqual([mine, knownPlaces.arxiv]);
  expect(lookupAddress(mine, 'A/B tests')).toBe('https://example.org/A%2FB%20tests');
  expect(toLookupPlaces(false)).toEqual([]);
});

test.each([
  ['2501.00001', 'https://arxiv.org/html/2501.00001'],
  ['2312.00001', 'https://arxiv.org/html/2312.00001'],
  ['2311.99999', undefined],
  ['math/0211159', undefined],
])('%s has HTML on arXiv: %s', (arxivId, html) => {
  const forms = arxivForms(arxivId);
  expect(forms.html).toBe(html);
  expect(forms.abstract).toBe(`https://arxiv.org/abs/${arxivId}`);
  expect(forms.pdf).toBe(`https://arxiv.org/pdf/${arxivId}`);
});
