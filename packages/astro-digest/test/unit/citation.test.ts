import anyAscii from 'any-ascii';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationKey, uniqueKeys } from '../../src/model/citation-key.ts';
import { arxivIdOf, doiAddress } from '../../src/model/citation.ts';
import { toCitation, toCitations } from '../../src/model/keyed-citation.ts';
import { adam, citedPaper, hostileTitles, residual } from './cited-paper.ts';

describe('a citation', () => {
  test('of a preprint', () => {
    expect(toCitation(adam)).toEqual({
      id: 'kingma2014adam',
      type: 'article',
      title: 'Adam: A Method for Stochastic Optimization',
      author: [
        { family: 'Kingma', given: 'Diederik P.' },
        { family: 'Ba', given: 'Jimmy' },
      ],
      issued: { 'date-parts': [[2014, 12, 22]] },
      archive: 'arXiv',
      number: 'arXiv:1412.6980',
      URL: 'https://arxiv.org/abs/1412.6980',
      abstract: 'It is fast.\nIt needs little memory.',
    });
  });

  test('of a paper of a conference', () => {
    const citation = toCitation(residual);
    expect(citation).toMatchObject({
      id: 'he2016deep',
      type: 'paper-conference',
      'container-title': 'CVPR 2016',
      DOI: '10.1109/CVPR.2016.90',
      archive: 'arXiv',
      archive_location: '1512.03385',
    });
    expect(arxivIdOf(citation)).toBe('1512.03385');
  });

  test('of a paper of which nothing is known but its title', () => {
    expect(toCitation(citedPaper({}, { abstract: '' }))).toEqual({
      id: 'paper',
      type: 'article',
      title: 'A Paper',
      URL: 'https://example.org/papers/a-paper/',
    });
  });

  test('of a paper on arXiv, told as its venue', () => {
    const citation = toCitation(citedPaper({ venue: 'arXiv preprint' }));
    expect(citation).toMatchObject({ type: 'article', archive: 'arXiv' });
    expect(citation).not.toHaveProperty('container-title');
    expect(toCitation(citedPaper({ venue: 'bioRxiv' }))['container-title']).toBe('bioRxiv');
  });

  test('has no author without a name', () => {
    expect(toCitation(citedPaper({ authors: [' ', ',,', '\u0007'] }))).not.toHaveProperty('author');
  });

  test('says nothing of the day of the issue', () => {
    expect(JSON.stringify(toCitation(citedPaper()))).not.toMatch(/2025/);
  });

  test('has the year and month that an arXiv identifier tells, where the digest has no date', () => {
    const issued = (arxivId: string, venue?: string) =>
      toCitation(citedPaper({ arxivId, ...(venue ? { venue } : {}) })).issued?.['date-parts'][0];
    expect(issued('2503.01234')).toEqual([2025, 3]);
    expect(issued('hep-th/9901001')).toEqual([1999, 1]);
    expect(issued('math.GT/0309136')).toEqual([2003, 9]);
    expect(issued('2513.01234')).toBeUndefined();
    // It came out elsewhere at another time.
    expect(issued('2503.01234', 'NeurIPS 2025')).toBeUndefined();
    expect(issued('2503.01234', 'arXiv preprint')).toEqual([2025, 3]);
  });

  test.each(['2025-02-30', '2025-13-01', '2025-00-10', '0000-01-01', '', 'soon'])(
    'has no day such as %j',
    (date) => {
      expect(toCitation(citedPaper({ date }))).not.toHaveProperty('issued');
    },
  );

  test.each(['1412.6980\n}', '../../x', 'arXiv:1412.6980', ''])(
    'takes %j for no arXiv identifier',
    (arxivId) => {
      expect(toCitation(citedPaper({ arxivId }))).not.toHaveProperty('archive');
    },
  );

  test.each(['10.1', 'x/y', '10.1109/with blank', ''])('takes %j for no DOI', (doi) => {
    expect(toCitation(citedPaper({ doi }))).not.toHaveProperty('DOI');
  });

  test('leads to the paper before it leads to the digest', () => {
    const links = [
      { url: 'https://example.com/code', kind: 'code' as const },
      { url: 'https://example.com/paper{1}.pdf', kind: 'paper' as const },
    ];
    const address = (data: Parameters<typeof citedPaper>[0], url?: string) =>
      toCitation(citedPaper(data, url === undefined ? {} : { url })).URL;
    expect(address({ links, doi: '10.1109/5.771073', arxivId: '1412.6980' })).toBe(
      'https://arxiv.org/abs/1412.6980',
    );
    expect(address({ links, doi: '10.1109/5.771073' })).toBe('https://doi.org/10.1109/5.771073');
    expect(address({ links })).toBe('https://example.com/paper%7B1%7D.pdf');
    expect(address({})).toBe('https://example.org/papers/a-paper/');
    expect(address({}, '/papers/a-paper/')).toBeUndefined();
  });

  test('has a DOI of any characters in an address', () => {
    expect(doiAddress('10.1002/(SICI)1097<1::AID#1>3.0;2-W?x')).toBe(
      'https://doi.org/10.1002/(SICI)1097%3C1::AID%231%3E3.0%3B2-W%3Fx',
    );
  });

  test.each(hostileTitles)('has a clean title on one line: %j', (title) => {
    const citation = toCitation(citedPaper({ title, authors: [title], venue: title }));
    for (const text of [citation.title, JSON.stringify(citation.author), citation['container-title'] ?? '']) {
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/[\p{Cc}\u2028\u2029]| {2}/u);
    }
  });

  test('has a title even where the digest’s has no visible character', () => {
    expect(toCitation(citedPaper({ title: '\u0007 \n' })).title).toBe('Untitled');
  });
});

describe('a key', () => {
  test.each([
    ['Adam: A Method', ['Diederik P. Kingma'], '2014-12-22', 'kingma2014adam'],
    ['Visualizing Data using t-SNE', ['Laurens van der Maaten'], '2008-11-01', 'vandermaaten2008visualizing'],
    ['On the Measure of Intelligence', ['François Chollet'], '2019-11-05', 'chollet2019measure'],
    ['Gemini: A Family', ['Gemini Team'], '2023-12-19', 'geminiteam2023gemini'],
    ['Improving Few-Shot Generalization', [], undefined, 'improvingfew'],
    ['注意力', ['李明'], '2025-01-02', 'liming2025zhuyili'],
    ['What It Is', [], undefined, 'whatit'],
    ['3D', [], undefined, '3d'],
    ['42', [], '2025-01-02', 'paper422025'],
    ['!!!', [], undefined, 'paper'],
  ])('of %j by %j is readable', (title, authors, date, key) => {
    const { author, issued } = toCitation(citedPaper({ title, authors, ...(date ? { date } : {}) }));
    expect(
      citationKey({ title, ...(author ? { author } : {}), ...(issued ? { issued } : {}) }, anyAscii),
    ).toBe(key);
  });

  test('is given once, by the age of the paper and not by the order of the list', () => {
    const paper = (id: string) => citedPaper({ title: 'Same' }, { id });
    const ids = ['2025-03-14/same', '2025-03-12/same', '2025-03-13/same'];
    expect(toCitations(ids.map(paper)).map(({ id }) => id)).toEqual(['samec', 'same', 'sameb']);
    expect(toCitations(ids.slice(1).map(paper)).map(({ id }) => id)).toEqual(['same', 'sameb']);
  });

  test('is unique, whatever the others are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'ab', 'b', 'ac'), { maxLength: 120 }), (keys) => {
        const unique = uniqueKeys(keys.map((key, index) => ({ id: String(index % 7), key })));
        expect(new Set(unique).size).toBe(keys.length);
        for (const [index, key] of unique.entries()) expect(key.startsWith(keys[index] as string)).toBe(true);
      }),
      { seed: 20250312 },
    );
  });

  test('is ASCII, whatever the paper is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, name) => {
        expect(toCitation(citedPaper({ title, authors: [name] })).id).toMatch(/^[a-z0-9]*[a-z][a-z0-9]*$/);
      }),
      { seed: 20250312, numRuns: 500 },
    );
  });
});
