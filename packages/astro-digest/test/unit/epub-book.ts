import type { EpubBook, EpubPaper } from '../../src/outputs/epub/book.ts';

/** A paper of an EPUB, with what a test says of it. */
export function epubPaper(fields: Partial<EpubPaper> = {}): EpubPaper {
  return {
    title: 'One',
    facts: ['Ada Lovelace', '18 votes'],
    html: '<p>Where rivers move.</p>',
    text: 'Where rivers move.',
    links: [{ url: 'https://github.com/example/one?a=1&b=2', name: 'Code' }],
    url: 'https://example.org/papers/2025-03-12/one/',
    citation: 'Ada Lovelace (2025). One.',
    ...fields,
  };
}

/** An EPUB of an issue, with what a test says of it. */
export function epubBook(fields: Partial<EpubBook> = {}): EpubBook {
  return {
    id: 'https://example.org/papers/2025-03-12/',
    title: 'Daily Papers: Wednesday, March 12, 2025',
    digest: 'Daily Papers',
    span: 'Wednesday, March 12, 2025',
    facts: ['1 paper · chosen by AK'],
    people: ['AK'],
    date: '2025-03-12',
    modified: '2025-03-12',
    url: 'https://example.org/papers/2025-03-12/',
    language: { tag: 'en', direction: 'ltr' },
    textLanguage: { tag: 'en', direction: 'ltr' },
    words: { papers: 'Papers', readOnSite: 'Read on the site', cite: 'Cite', noAbstract: 'No abstract.' },
    chapters: [epubPaper()],
    ...fields,
  };
}
