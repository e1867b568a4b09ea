import type { MailIssue, MailPaper, MailWords } from '../../src/outputs/mail.ts';

/** A paper of a mail, with what a test says of it. */
export function mailPaper(fields: Partial<MailPaper> = {}): MailPaper {
  return {
    url: 'https://example.org/papers/2025-03-12/one/',
    title: 'One',
    abstract: 'Where x < y holds.\n\nA second paragraph & more.',
    facts: ['Ada Lovelace', '18 votes'],
    links: [{ url: 'https://github.com/example/one?a=1&b=2', name: 'Code' }],
    ...fields,
  };
}

/** An issue of a mail, with what a test says of it. */
export function mailIssue(fields: Partial<MailIssue> = {}): MailIssue {
  return {
    id: 'https://example.org/papers/2025-03-12/',
    url: 'https://example.org/papers/2025-03-12/',
    home: 'https://example.org/papers/',
    date: '2025-03-12',
    language: 'en',
    direction: 'ltr',
    papers: [mailPaper()],
    ...fields,
  };
}

/** Words of a mail, with what a test says of them. */
export function mailWords(fields: Partial<MailWords> = {}): MailWords {
  return {
    subject: 'Daily Papers: Wednesday, March 12, 2025',
    preheader: 'One, and nothing else',
    digest: 'Daily Papers',
    dateline: 'Wednesday, March 12, 2025',
    readOnSite: 'Read this issue on the site',
    readTheRest: 'Read the rest on the site',
    morePapers: (count) => `${count} more papers`,
    archive: 'All issues',
    unsubscribe: 'Unsubscribe',
    ...fields,
  };
}

/** Papers with abstracts of about so many characters. */
export function longPapers(count: number, length: number, word = 'abstraction '): MailPaper[] {
  return Array.from({ length: count }, (_, index) =>
    mailPaper({
      url: `https://example.org/papers/2025-03-12/paper-${index}/`,
      title: `Paper number ${index} of a long issue`,
      abstract: word.repeat(Math.ceil(length / word.length)).trim(),
    }),
  );
}
