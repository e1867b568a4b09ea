import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../src/outputs/clean-text.ts';
import { mailEml } from '../../src/outputs/mail-eml.ts';
import { mailHtml } from '../../src/outputs/mail-html.ts';
import { mailText } from '../../src/outputs/mail-text.ts';
import { encodeBody, encodedSize } from '../../src/outputs/mime-encoding.ts';
import { hostileTitles } from './hostile-titles.ts';
import { longPapers, mailIssue, mailPaper, mailWords } from './mail-issue.ts';

/** Reads a message with the program of somebody else; its bodies end with the line feeds of the parts between them. */
async function read(eml: string) {
  const mail = await new PostalMime().parse(eml);
  const body = (text = '') => text.replaceAll('\r\n', '\n').replace(/\n+$/, '');
  return { ...mail, text: body(mail.text), html: body(mail.html) };
}

const header = (eml: string) => eml.slice(0, eml.indexOf('\r\n\r\n'));

test('has the fields of a list message, and both texts', async () => {
  const issue = mailIssue({
    archive: 'https://example.org/papers/archive/',
    unsubscribe: 'https://example.org/leave?list=1&b',
  });
  const eml = mailEml(issue, mailWords());
  expect(header(eml).split('\r\n')).toEqual([
    'From: "Daily Papers" <no-reply@example.org>',
    'Subject: Daily Papers: Wednesday, March 12, 2025',
    'Date: Wed, 12 Mar 2025 00:00:00 +0000',
    'Message-ID: <papers/2025-03-12@example.org>',
    'List-Id: "Daily Papers" <papers.example.org>',
    'List-Archive: <https://example.org/papers/archive/>',
    'List-Unsubscribe: <https://example.org/leave?list=1&b>',
    'Content-Language: en',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="=_astro-digest"',
  ]);
  const mail = await read(eml);
  expect(mail.from).toMatchObject({ name: 'Daily Papers', address: 'no-reply@example.org' });
  expect(mail.text).toBe(mailText(issue, mailWords()).trimEnd());
  expect(mail.html).toBe(mailHtml(issue, mailWords()));
});

test('what is not given is not there', () => {
  const undated = mailIssue();
  delete undated.date;
  expect(header(mailEml(undated, mailWords()))).not.toMatch(/^(?:Date|List-Archive|List-Unsubscribe):/m);
});

test('the sender can be given', async () => {
  const sender = { address: 'papers@example.com', name: 'Die Täglichen' };
  const mail = await read(mailEml(mailIssue(), mailWords(), sender));
  expect(mail.from).toMatchObject(sender);
});

test.each(['nobody', 'a@b\r\nBcc: x@example.org', 'a b@example.org', '<a@example.org>', 'a@b, c@d'])(
  'the sender %j is refused',
  (address) => {
    expect(() => mailEml(mailIssue(), mailWords(), { address })).toThrow(RangeError);
  },
);

test.each([
  ['https://example.org/', 'digest.example.org', 'issue@example.org'],
  ['https://example.org/a.b/(c)/?d', 'c.a-b.example.org', 'a%2Eb/%28c%29/%3Fd@example.org'],
])('the identifiers of %s belong to it', (url, list, id) => {
  const eml = mailEml(mailIssue({ id: url, home: url }), mailWords());
  expect(eml).toContain(`<${list}>\r\n`);
  expect(eml).toContain(`Message-ID: <${id}>\r\n`);
});

test('the same issue gives the same bytes, and lines are short ASCII', () => {
  const issue = mailIssue({ papers: longPapers(72, 1800, 'Ähnlichkeit 注意 ') });
  const eml = mailEml(issue, mailWords());
  expect(mailEml(issue, mailWords())).toBe(eml);
  expect(unfitLines(eml)).toEqual([]);
});

test.each([
  ['a b', 'quoted-printable'],
  ['注意力'.repeat(9), 'base64'],
])('%j is written as %s', (text, encoding) => expect(encodeBody(text).encoding).toBe(encoding));

test.each(['.\n', 'From ', ' \n', '=', '\u00e4', '\u6ce8', '😀', '\r', '.', 'x'])(
  'the size of many %j is not told too small',
  (text) => {
    for (const count of [0, 1, 72, 73, 74, 75, 76, 77, 1000]) {
      const body = text.repeat(count);
      expect(encodedSize(body)).toBeGreaterThanOrEqual(encodeBody(body).body.length);
    }
  },
);

test('no line of a body ends a message or begins one', () => {
  const body = '.\nFrom here\n..\nFormerly. From\n';
  const { body: encoded } = encodeBody(body);
  expect(encoded).not.toMatch(/^(?:\.|From )/m);
  expect(encoded).toBe('=2E\r\n=46rom here\r\n=2E.\r\nFormerly. From\r\n');
});

describe.each(hostileTitles)('a title with $what', ({ title }) => {
  test('is that title, and nothing else', async () => {
    expect(await reread(title)).toEqual(whatIsMeant(title));
  });
});

test('any title is that title, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (title) => {
      expect(await reread(title)).toEqual(whatIsMeant(title));
    }),
    { seed: 9, numRuns: 200 },
  );
});

test('any body is that body', async () => {
  const unit = fc.oneof(
    fc.constantFrom(...'=. \t\n-_F'),
    fc.constantFrom('From ', 'ä', '注', '😀', 'x'.repeat(30)),
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit, maxLength: 300 }), async (text) => {
      const { encoding, body } = encodeBody(text);
      expect(encodedSize(text)).toBeGreaterThanOrEqual(body.length);
      expect(body).toMatch(/^(?:[\x20-\x7e\t]{0,76}(?:\r\n|$))*$/);
      const mail = await read(
        `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`,
      );
      expect(mail.text).toBe(text.replace(/\n+$/, ''));
    }),
    { seed: 10, numRuns: 300 },
  );
});

const mailOf = (title: string) => ({
  issue: mailIssue({ papers: [mailPaper({ title })] }),
  words: mailWords({ subject: title, digest: title }),
});

/** What a mail program reads in a message that has one title in every place. */
async function reread(title: string) {
  const { issue, words } = mailOf(title);
  const eml = mailEml(issue, words);
  const { subject = '', from, text, html } = await read(eml);
  const fields = header(eml)
    .replaceAll('\r\n ', ' ')
    .split('\r\n')
    .map((field) => field.slice(0, field.indexOf(':')));
  return { fields, subject, from, text, html, unfit: unfitLines(eml) };
}

function whatIsMeant(title: string) {
  const { issue, words } = mailOf(title);
  const name = cleanLine(title);
  return {
    fields: [
      'From',
      'Subject',
      'Date',
      'Message-ID',
      'List-Id',
      'Content-Language',
      'MIME-Version',
      'Content-Type',
    ],
    subject: name,
    from: { name, address: 'no-reply@example.org' },
    text: mailText(issue, words).trimEnd(),
    html: mailHtml(issue, words),
    unfit: [],
  };
}

/** Lines that are too long for a message, or not in ASCII. */
function unfitLines(eml: string): string[] {
  return eml.split('\r\n').filter((line) => !/^[\x20-\x7e\t]{0,76}$/.test(line));
}
