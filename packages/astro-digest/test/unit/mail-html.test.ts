import * as fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../src/outputs/clean-text.ts';
import { mailHtml } from '../../src/outputs/mail-html.ts';
import { mailText } from '../../src/outputs/mail-text.ts';
import { encodeBody } from '../../src/outputs/mime-encoding.ts';
import { Html } from '../site/html.ts';
import { hostileTitles } from './hostile-titles.ts';
import { longPapers, mailIssue, mailPaper, mailWords } from './mail-issue.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  // A mail has no other place for its styles, and its width is set by no style sheet.
  rules: { 'no-inline-style': 'off', 'doctype-style': 'off', 'long-title': 'off' },
});

test('shows the papers with facts, abstract and links', () => {
  const html = new Html(mailHtml(mailIssue(), mailWords()));
  expect(html.text('title')).toBe('Daily Papers: Wednesday, March 12, 2025');
  expect(html.text('h1')).toBe('Daily Papers');
  expect(html.text('h2')).toBe('One');
  expect(html.texts('p')).toEqual([
    'Wednesday, March 12, 2025',
    'Ada Lovelace · 18 votes',
    'Where x < y holds.',
    'A second paragraph & more.',
    'Code github.com/example/one?a=1&b=2',
    'Read this issue on the site',
  ]);
  expect(html.attributes('a', 'href')).toEqual([
    'https://example.org/papers/2025-03-12/one/',
    'https://github.com/example/one?a=1&b=2',
    'https://example.org/papers/2025-03-12/',
  ]);
});

test('papers and issues without an address are not linked', () => {
  const issue = mailIssue({ url: undefined, papers: [mailPaper({ url: undefined, links: [] })] });
  const html = new Html(mailHtml(issue, mailWords()));
  expect(html.text('h2')).toBe('One');
  expect(html.attributes('a', 'href')).toEqual([]);
  expect(mailText(issue, mailWords())).not.toContain('http');
});

test('is valid, and has nothing that mail programs drop or ask about', async () => {
  const mail = mailHtml(
    mailIssue({ archive: 'https://example.org/papers/archive/', unsubscribe: 'mailto:leave@example.org' }),
    mailWords(),
  );
  const report = await validator.validateString(mail);
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
  const html = new Html(mail);
  const names = html.names('html');
  expect(
    names.filter((name) => ['script', 'style', 'link', 'img', 'table', 'math', 'form'].includes(name)),
  ).toEqual([]);
  expect(html.attributeNames('html').filter((name) => name === 'className' || name.startsWith('on'))).toEqual(
    [],
  );
  expect(html.texts('a').slice(-3)).toEqual(['Read this issue on the site', 'All issues', 'Unsubscribe']);
});

test('tells its language and direction, also where the outer elements are dropped', () => {
  const html = new Html(mailHtml(mailIssue({ language: 'ar', direction: 'rtl' }), mailWords()));
  expect(html.attributes('html', 'dir')).toEqual(['rtl']);
  expect(html.attributes('body > div', 'lang')).toEqual(['ar']);
  expect(html.attributes('body > div', 'dir')).toEqual(['rtl']);
  expect(html.attributes('h2', 'dir')).toEqual(['auto']);
});

test('links that lead nowhere safe are left out', () => {
  const links = [
    { url: 'javascript:alert(1)', name: 'Code' },
    { url: 'not an address', name: 'Data' },
  ];
  const html = new Html(mailHtml(mailIssue({ papers: [mailPaper({ links })] }), mailWords()));
  expect(html.attributes('a', 'href').filter((href) => !href.startsWith('https://example.org/'))).toEqual([]);
});

describe('a mail that would be too large', () => {
  const bytes = (mail: string) => Math.max(Buffer.byteLength(mail), encodeBody(mail).body.length);

  test.each([
    ['72 papers', longPapers(72, 1800)],
    ['72 papers in Arabic', longPapers(72, 1800, 'ملخص الورقة ')],
    ['72 papers in Chinese', longPapers(72, 1800, '注意力机制')],
    ['72 papers of emoji', longPapers(72, 1800, '🤗')],
    ['one paper', longPapers(1, 200_000)],
    ['72 papers of markup', longPapers(72, 1800, '<a href="&">')],
  ])('of %s has all titles and abstracts of one length', (_, papers) => {
    const mail = mailHtml(mailIssue({ papers }), mailWords());
    expect(bytes(mail)).toBeLessThan(100_000);
    expect(bytes(mail)).toBeGreaterThan(95_000);
    const html = new Html(mail);
    expect(html.texts('h2')).toEqual(papers.map(({ title }) => title));
    const abstracts = html.texts('p[dir=auto]');
    expect(abstracts).toHaveLength(papers.length);
    for (const abstract of abstracts) expect(abstract).toMatch(/…$/);
    expect(html.texts('a').at(-1)).toBe('Read the rest on the site');
  });

  test.each(['.', '. x', 'From ', '\n\n.', '=', '\0'])('of papers of %j is small enough', (word) => {
    const papers = longPapers(72, 1800, word);
    expect(bytes(mailHtml(mailIssue({ papers }), mailWords()))).toBeLessThan(100_000);
  });

  test('keeps short abstracts whole', () => {
    const papers = [mailPaper(), ...longPapers(72, 1800)];
    const html = new Html(mailHtml(mailIssue({ papers }), mailWords()));
    expect(html.texts('p[dir=auto]').slice(0, 2)).toEqual([
      'Where x < y holds.',
      'A second paragraph & more.',
    ]);
  });

  test('of 400 papers has their titles', () => {
    const papers = longPapers(400, 1800);
    const mail = mailHtml(mailIssue({ papers }), mailWords());
    expect(bytes(mail)).toBeLessThan(100_000);
    const html = new Html(mail);
    expect(html.texts('p[dir=auto]')).toEqual(papers.map(({ title }) => title));
    expect(html.texts('h2')).toEqual([]);
    expect(html.texts('a').at(-1)).toBe('Read the rest on the site');
  });

  test('of 3,000 papers has as many titles as fit, and counts the others', () => {
    const mail = mailHtml(mailIssue({ papers: longPapers(3000, 10) }), mailWords());
    expect(bytes(mail)).toBeLessThan(100_000);
    expect(bytes(mail)).toBeGreaterThan(95_000);
    const html = new Html(mail);
    const shown = html.texts('p[dir=auto]').length;
    expect(html.texts('p')).toContain(`${3000 - shown} more papers`);
    expect(html.texts('a').at(-1)).toBe('Read the rest on the site');
  });
});

describe.each(hostileTitles)('a title with $what', ({ title }) => {
  test('is text', () => expect(reread(title)).toEqual(whatIsMeant(title)));
});

test('any title is text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(reread(title)).toEqual(whatIsMeant(title));
    }),
    { seed: 6, numRuns: 300 },
  );
});

/** What a mail shows that has one title in every place. */
function reread(title: string) {
  const papers = [mailPaper({ title, abstract: title, facts: [title] })];
  const html = new Html(mailHtml(mailIssue({ papers }), mailWords({ subject: title, digest: title })));
  return {
    texts: ['title', 'h1', 'h2'].map((selector) => html.text(selector)),
    markup: html.names('html').filter((name) => name === 'script' || name === 'b'),
  };
}

function whatIsMeant(title: string): ReturnType<typeof reread> {
  const meant = cleanLine(title);
  return { texts: [meant, meant, meant], markup: [] };
}
