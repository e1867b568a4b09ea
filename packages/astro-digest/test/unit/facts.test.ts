import { describe, expect, it } from 'vitest';
import { paperFacts } from 'remark-digest';
import { paperFrontMatterSchema, paperSchema } from '../../src/content/schemas.ts';
import { toCitation } from '../../src/model/keyed-citation.ts';
import { toBibtex } from '../../src/outputs/bibtex.ts';
import { citationMeta } from '../../src/outputs/citation-meta.ts';
import { paperJsonLd } from '../../src/outputs/json-ld.ts';
import { toJsonLines } from '../../src/outputs/json-lines.ts';
import { toRis } from '../../src/outputs/ris.ts';
import { citedPaper } from './cited-paper.ts';

const facts = {
  date: '2025-02',
  updated: '2025-03-01',
  arxivId: '2502.00001',
  arxivVersion: 2,
  categories: ['q-bio.PE', 'cs.LG'],
  keywords: ['owls', 'night, and snow'],
  language: 'de',
  comment: '12 pages, 3 figures',
  comments: 4,
  stars: 300,
  announcement: 'cross-list' as const,
  replaces: '2401.00001',
  withdrawn: true as const,
};
const paper = citedPaper(facts);

describe('every fact that a digest can tell', () => {
  it('has a field in the collection, and in the front matter of a file of a paper', () => {
    for (const name of Object.keys(paperFacts)) {
      expect(Object.keys(paperSchema.shape)).toContain(name);
      expect(Object.keys(paperFrontMatterSchema.shape)).toContain(name);
    }
  });

  it('is in JSON Lines as the collection has it', () => {
    expect(JSON.parse(toJsonLines([paper]))).toMatchObject(facts);
  });
});

describe('a date of which no day is told', () => {
  it.each(['2025', '2025-02', '2025-02-03'])('may be %s', (date) => {
    expect(paperFrontMatterSchema.safeParse({ date }).success).toBe(true);
    expect(toCitation(citedPaper({ date })).issued).toEqual({ 'date-parts': [date.split('-').map(Number)] });
  });

  it.each(['2025-13', '2025-02-30', '25', 'soon'])('is not %s', (date) => {
    expect(paperFrontMatterSchema.safeParse({ date }).success).toBe(false);
    expect(toCitation(citedPaper({ date })).issued).toBeUndefined();
  });
});

describe('keywords, categories, language and comment', () => {
  const citation = toCitation(paper);

  it('are in CSL-JSON, where a comma parts two keywords', () => {
    expect(citation).toMatchObject({
      keyword: 'owls, night and snow, q-bio.PE, cs.LG',
      language: 'de',
      note: '12 pages, 3 figures',
    });
  });

  it('are in BibTeX', () => {
    const text = toBibtex([citation]);
    expect(text).toContain('  keywords = {owls, night and snow, q-bio.PE, cs.LG},\n');
    expect(text).toContain('  langid = {de},\n');
    expect(text).toContain('  note = {12 pages, 3 figures},\n');
  });

  it('are in RIS, a line a keyword', () => {
    const text = toRis([citation]);
    expect(text).toContain('KW  - owls\r\nKW  - night and snow\r\nKW  - q-bio.PE\r\nKW  - cs.LG\r\n');
    expect(text).toContain('LA  - de\r\nN1  - 12 pages, 3 figures\r\n');
  });

  it('are in what a page tells machines', () => {
    expect(citationMeta(citation, { language: 'en' })).toEqual(
      expect.arrayContaining([
        { name: 'citation_keywords', content: 'owls; night and snow; q-bio.PE; cs.LG' },
        { name: 'citation_language', content: 'de' },
      ]),
    );
    expect(paperJsonLd(paper, { name: 'Issue' })).toMatchObject({
      keywords: citation.keyword,
      inLanguage: 'de',
      dateModified: '2025-03-01',
    });
  });
});
