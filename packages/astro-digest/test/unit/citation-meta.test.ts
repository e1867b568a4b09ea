import { expect, test } from 'vitest';
import { toCitation } from '../../src/model/keyed-citation.ts';
import { citationMeta } from '../../src/outputs/citation-meta.ts';
import { adam, citedPaper, residual } from './cited-paper.ts';

test('a paper has the tags that Google Scholar and Zotero read', () => {
  const page = 'https://example.org/papers/a-paper/';
  expect(citationMeta(toCitation(residual), { page, language: 'en' })).toEqual([
    { name: 'citation_title', content: 'Deep Residual Learning for Image Recognition' },
    { name: 'citation_author', content: 'He, Kaiming' },
    { name: 'citation_author', content: 'Zhang, Xiangyu' },
    { name: 'citation_author', content: 'Ren, Shaoqing' },
    { name: 'citation_author', content: 'Sun, Jian' },
    { name: 'citation_publication_date', content: '2016/06/27' },
    { name: 'citation_conference_title', content: 'CVPR 2016' },
    { name: 'citation_doi', content: '10.1109/CVPR.2016.90' },
    { name: 'citation_arxiv_id', content: '1512.03385' },
    { name: 'citation_abstract_html_url', content: page },
    { name: 'citation_language', content: 'en' },
  ]);
});

test('a preprint has neither journal nor conference', () => {
  expect(citationMeta(toCitation(adam)).map(({ name }) => name)).toEqual([
    'citation_title',
    'citation_author',
    'citation_author',
    'citation_publication_date',
    'citation_arxiv_id',
  ]);
});

test('names, months and journals are told as far as they are known, and no address without a host', () => {
  const paper = citedPaper({
    authors: ['Jan van der Berg Jr.', 'Gemini Team'],
    arxivId: '2503.01234',
  });
  expect(citationMeta(toCitation(paper), { page: '/papers/a-paper/' })).toEqual([
    { name: 'citation_title', content: 'A Paper' },
    { name: 'citation_author', content: 'van der Berg, Jan Jr.' },
    { name: 'citation_author', content: 'Gemini Team' },
    { name: 'citation_publication_date', content: '2025/03' },
    { name: 'citation_arxiv_id', content: '2503.01234' },
  ]);
  expect(citationMeta(toCitation(citedPaper({ venue: 'Nature' })))).toContainEqual({
    name: 'citation_journal_title',
    content: 'Nature',
  });
});
