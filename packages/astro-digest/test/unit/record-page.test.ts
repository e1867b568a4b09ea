import { expect, test } from 'vitest';
import { toRecordPage } from '../../src/search/record-page.ts';

const record = { url: '/papers/2025-03-12/owls/', content: 'They fly.', language: 'en' };

test('the address is a field', () => {
  expect(toRecordPage(record)).toContain(
    '<a data-pagefind-meta="url[title]" title="/papers/2025-03-12/owls/"></a>',
  );
});

test('texts and values are text', () => {
  const html = toRecordPage({
    ...record,
    content: 'a < b & "c"',
    meta: { title: '"><img src=x>' },
    filters: { topic: ['A, B: C'] },
    sort: { newest: '3' },
  });
  expect(html).toBe(
    '<!doctype html><html lang="en"><body data-pagefind-body>a &lt; b &amp; &quot;c&quot;' +
      '<a data-pagefind-meta="title[title]" title="&quot;>&lt;img src=x>"></a>' +
      '<a data-pagefind-meta="url[title]" title="/papers/2025-03-12/owls/"></a>' +
      '<a data-pagefind-filter="topic[title]" title="A, B: C"></a>' +
      '<a data-pagefind-sort="newest[title]" title="3"></a></body></html>',
  );
});

test("what looks like a mark of Pagefind's own is no mark", () => {
  const html = toRecordPage({ ...record, content: '___PAGEFIND_WEIGHT___9 owls' });
  expect(html).toContain('>\u200B___PAGEFIND_WEIGHT___9 owls<');
});
