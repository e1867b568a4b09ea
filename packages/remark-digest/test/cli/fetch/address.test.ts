import { describe, expect, it } from 'vitest';
import { digestOf, testFolder } from '../in-folder.ts';
import { fetchInto } from './fetching.ts';
import { announcement, dailyPapers, says, serve } from './service.ts';

const text = digestOf({ 'Counting Owls': 'Birds migrate. We count.' });
const modified = { 'last-modified': 'Tue, 11 Mar 2025 22:00:00 GMT', date: 'Wed, 12 Mar 2025 10:00:00 GMT' };

/** Fetches the file that a server has, and gives the files that came of it. */
async function fileOf(body: string | Uint8Array, headers: Record<string, string>, line = '') {
  const folder = testFolder();
  const service = await serve(says(body, headers));
  const ran = await fetchInto(folder, `${service.origin}/owls${line}`);
  return {
    ...ran,
    files: folder.files('digests'),
    read: (file: string) => folder.read(`digests/${file}`),
    folder,
  };
}

describe('the file at an address', () => {
  it('is written as it comes, byte by byte', async () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from(text.replaceAll('\n', '\r\n')), 0xe9]);
    const { out, files, folder } = await fileOf(bytes, { 'content-type': 'text/plain', ...modified });
    expect(out).toBe(`digests/2025-03-11.txt: written, ${bytes.length} bytes from http://here/owls\n`);
    expect(files).toEqual(['2025-03-11.txt']);
    expect([...folder.snapshot('digests').values()][0]).toContain(bytes.toString('latin1'));
  });

  it('has the day that is named, else its own, else that of the answer', async () => {
    const feed = announcement('Mon, 10 Mar 2025 00:00:00 -0400', 'Owls');
    expect((await fileOf(feed, modified, ' --date 2025-03-01')).files).toEqual(['2025-03-01.xml']);
    expect((await fileOf(feed, modified)).files).toEqual(['2025-03-10.xml']);
    expect((await fileOf(text, modified)).files).toEqual(['2025-03-11.txt']);
    expect((await fileOf(text, { date: modified.date, 'last-modified': 'soon' })).files).toEqual([
      '2025-03-12.txt',
    ]);
    expect((await fileOf(text, { date: 'now' })).files).toEqual(['2025-03-12.txt']);
  });

  it.each([
    ['JSON', dailyPapers('2025-03-12', 'Owls'), {}, '2025-03-12.json'],
    [
      'JSON, one value a line',
      '{"title":"Owls"}\n{"title":"Bats"}\n',
      { 'content-type': 'application/x-ndjson' },
      '2025-03-12.json',
    ],
    ['BibTeX', '@article{owl, title = {Owls}}', { 'content-type': 'text/plain' }, '2025-03-12.bib'],
    ['RIS', 'TY  - JOUR\nTI  - Owls\nER  - \n', { 'content-type': 'text/plain' }, '2025-03-12.ris'],
    ['Markdown', '# Owls', { 'content-type': 'text/markdown' }, '2025-03-12.md'],
    ['a page', '<!doctype html><h1>Owls</h1>', { 'content-type': 'text/html' }, '2025-03-12.html'],
  ])('has the extension of %s', async (_, body, headers, file) => {
    const { files, read } = await fileOf(body, { date: modified.date, ...headers });
    expect(files).toEqual([file]);
    expect(read(file)).toBe(body);
  });

  it.each([
    ['nothing', ' \n', {}, 'What came is empty and not a digest'],
    ['a PDF', '%PDF-1.7', {}, 'What came is a PDF and not a text'],
    [
      'half a list',
      '[{"title":"Owls"},',
      { 'content-type': 'application/json' },
      'What came is JSON that is broken or cut off',
    ],
    ['half a feed', '<rss><channel><title>Ow', {}, 'What came is XML that is cut off'],
    [
      'a page that is called JSON',
      '<html>Log in</html>',
      { 'content-type': 'application/json' },
      'A web page came from http://here/owls instead of the file',
    ],
  ])('is not %s', async (_, body, headers, sentence) => {
    const { status, err, files } = await fileOf(body, headers);
    expect({ status, files }).toEqual({ status: 1, files: [] });
    expect(err).toContain(`http://here/owls ${sentence}`);
  });

  it('is not the page of another host that stands before it', async () => {
    const folder = testFolder();
    const portal = await serve(says('<html>Log in</html>', { 'content-type': 'text/html' }));
    const service = await serve(says('', { location: `${portal.origin}/login` }, 302));
    const { status, err } = await fetchInto(folder, `${service.origin}/owls`);
    expect(status).toBe(1);
    expect(err).toContain('A web page came from http://here/login instead of the file');
  });

  it('is told without what its address may hold that is nobody’s business', async () => {
    const folder = testFolder();
    const service = await serve(says('', {}, 404));
    const { err } = await fetchInto(
      folder,
      `${service.origin.replace('//', '//mia:secret@')}/owls?key=secret`,
    );
    expect(err).toBe(
      'http://here/owls?… The server refuses (404 not found): check the address. (refused-request)\n',
    );
  });
});
