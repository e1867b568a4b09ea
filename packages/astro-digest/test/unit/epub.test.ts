import * as fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../src/outputs/clean-text.ts';
import type { EpubBook } from '../../src/outputs/epub/book.ts';
import { toEpub } from '../../src/outputs/epub/to-epub.ts';
import { checkerMessages, paperFiles, readEpub, readPage, structuralProblems } from '../site/epub.ts';
import { epubBook, epubPaper } from './epub-book.ts';
import { hostileTitles } from './hostile-titles.ts';
import { readXml, textsAt } from './xml-reader.ts';

const arabic = { tag: 'ar', direction: 'rtl' } as const;
const english = { tag: 'en', direction: 'ltr' } as const;

/** A month of two issues. */
const month = epubBook({
  id: 'https://example.org/papers/archive/2025-03/',
  span: 'March 2025',
  date: '2025-03',
  chapters: [
    { title: 'Tuesday', facts: ['2 papers'], papers: [epubPaper(), epubPaper({ title: 'Two' })] },
    { title: 'Wednesday', facts: [], papers: [epubPaper({ title: 'Three' })] },
  ],
});

const open = (book: Partial<EpubBook> = {}) => readEpub(toEpub(epubBook(book)));

test('the archive begins with its type, as it is, and tells no time', () => {
  const bytes = Buffer.from(toEpub(epubBook()));
  expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
  // The method, time and date of each file: 0x21 is January 1, 1980.
  const heads = [...bytes.keys()].filter(
    (place) => bytes.toString('latin1', place, place + 4) === 'PK\u0003\u0004',
  );
  expect(heads).toHaveLength(Object.keys(unzipSync(bytes)).length);
  expect(heads.map((head) => bytes.readUInt32LE(head + 10))).toEqual(heads.map(() => 0x210000));
});

test('the package says what the book is', () => {
  const { package: read } = open({ people: [] });
  expect(textsAt(read, 'package/metadata/dc:identifier')).toEqual(['https://example.org/papers/2025-03-12/']);
  expect(textsAt(read, 'package/metadata/dc:title')).toEqual(['Daily Papers: Wednesday, March 12, 2025']);
  expect(textsAt(read, 'package/metadata/dc:creator')).toEqual(['Daily Papers']);
  const metas = read
    .filter(({ path }) => path === 'package/metadata/meta')
    .map(({ attributes, text }) => `${attributes['property']} ${text}`);
  expect(metas).toContain('dcterms:modified 2025-03-12T00:00:00Z');
  expect(metas).toContain('schema:accessMode textual');
  expect(metas).not.toContain('schema:accessibilityFeature MathML');
});

test('the contents name issues with their papers, for new and old reading systems', () => {
  const epub = readEpub(toEpub(month));
  const contents = ['Daily Papers', 'Tuesday', 'One', 'Two', 'Wednesday', 'Three'];
  const nav = readPage(epub, 'contents.xhtml').elements;
  const entries = nav.filter(({ path, attributes }) => path.endsWith('li/a') && !attributes['epub:type']);
  expect(entries.map(({ text }) => text)).toEqual(contents);
  expect(entries.map(({ path }) => path.match(/\/ol/g)?.length)).toEqual([1, 1, 2, 2, 1, 2]);
  const ncx = readXml(epub.files.get('EPUB/contents.ncx') ?? '');
  expect(ncx.filter(({ path }) => path.endsWith('navLabel/text')).map(({ text }) => text)).toEqual(contents);
  expect(epub.spine).toEqual([
    'title.xhtml',
    'contents.xhtml',
    ...['issue-1', 'issue-1-paper-1', 'issue-1-paper-2', 'issue-2', 'issue-2-paper-1'].map(
      (name) => `${name}.xhtml`,
    ),
  ]);
});

test('a paper says what its page says', () => {
  expect(readPage(open(), 'paper-1.xhtml').text).toBe(
    'One One Ada Lovelace · 18 votes Where rivers move. Code github.com/example/one?a=1&b=2 Read on the site ' +
      'Cite · Ada Lovelace (2025). One.',
  );
});

test('a formula is MathML, and behind it its text, which is hidden', () => {
  const html =
    '<p>Let <math alttext="x_i &#x3C; y"><mrow><msub><mi>x</mi><mi>i</mi></msub><mo>&#x3C;</mo><mi>y</mi></mrow></math> hold.</p>';
  const epub = open({ chapters: [epubPaper({ html }), epubPaper()] });
  const { elements } = readPage(epub, 'paper-1.xhtml');
  const maths = elements.find(({ path }) => path.endsWith('p/math'));
  expect(maths?.attributes).toEqual({ alttext: 'x_i < y', xmlns: 'http://www.w3.org/1998/Math/MathML' });
  const text = elements.find(({ path }) => path.endsWith('p/span'));
  expect(text).toMatchObject({ text: 'xᵢ < y', attributes: { class: 'formula', hidden: '' } });
  const told = epub.package.filter(({ attributes }) => attributes['properties'] === 'mathml');
  expect(told.map(({ attributes }) => attributes['href'])).toEqual(['paper-1.xhtml']);
});

describe('an abstract', () => {
  const page = (html: string) =>
    readPage(open({ chapters: [epubPaper({ html, links: [] })] }), 'paper-1.xhtml');
  const hrefs = (html: string) =>
    page(html)
      .elements.filter(({ path }) => path.includes('/div/') && path.endsWith('/a'))
      .map(({ attributes }) => attributes['href']);

  test('has no code, and nothing from elsewhere', () => {
    const { elements, text } = page(
      '<p onclick="x()" style="color: red">A <script>alert(1)</script><b>bold</b> word<iframe src="https://x.example"></iframe>' +
        '<img src="https://x.example/a.png" alt="A river"></p><svg><script>x()</script></svg>',
    );
    expect(text).toContain('A bold word A river Read on the site');
    expect(elements.map(({ path }) => path.split('/').at(-1))).not.toContain('script');
    expect(elements.filter(({ attributes }) => attributes['src'] ?? attributes['onclick'])).toEqual([]);
  });

  test('has links to the web alone', () => {
    const html =
      '<p><a href="../two/">a</a> <a href="https://x.example/ü">b</a> <a href="javascript:x()">c</a> <a href="#no">d</a> ' +
      '<a href="mailto:a@x.example">e</a></p>';
    expect(hrefs(html)).toEqual([
      'https://example.org/papers/2025-03-12/two/',
      'https://x.example/%C3%BC',
      undefined,
      'https://example.org/papers/2025-03-12/one/#no',
      'mailto:a@x.example',
    ]);
  });

  test('has footnotes that lead to one another, whatever their names', () => {
    const html =
      '<p>A<sup><a href="#user-content-fn-%C3%A4:1" id="user-content-fnref-ä:1">1</a></sup></p>' +
      '<ol><li id="user-content-fn-ä:1">Note <a href="#user-content-fnref-%C3%A4:1">↩</a></li><li id="title">B</li></ol>' +
      '<p id="fn-%C3%BC"><a href="#fn-%C3%BC">C</a></p>';
    expect(hrefs(html)).toEqual(['#note-2', '#note-1', '#note-4']);
  });

  test('has line breaks that HTML reads as one', () => {
    const epub = open({ chapters: [epubPaper({ html: undefined, text: 'a < b\nc\n\nd' })] });
    expect(epub.files.get('EPUB/paper-1.xhtml')).toContain('<p>a &#x3C; b<br/>c</p><p>d</p>');
  });

  test('that is missing is told', () => {
    expect(page('').text).toContain('No abstract.');
    expect(
      open({ chapters: [epubPaper({ html: undefined, text: '' })] }).files.get('EPUB/paper-1.xhtml'),
    ).toContain('No abstract.');
  });
});

test('each text tells its language and direction', () => {
  const epub = open({ language: arabic, textLanguage: english });
  const { elements } = readPage(epub, 'paper-1.xhtml');
  const of = (path: string) => {
    const { lang, dir } = elements.find((element) => element.path === path)?.attributes ?? {};
    return [lang, dir];
  };
  expect(of('html')).toEqual(['ar', 'rtl']);
  expect(of('html/body/section/h1')).toEqual(['en', 'ltr']);
  expect(of('html/body/section/div')).toEqual(['en', 'ltr']);
  expect(textsAt(epub.package, 'package/metadata/dc:language')).toEqual(['en', 'ar']);
  const spine = epub.package.find(({ path }) => path === 'package/spine');
  expect(spine?.attributes['page-progression-direction']).toBe('rtl');
});

describe('whatever is in the texts', () => {
  const hostile = epubBook({
    digest: hostileTitles[1]?.title ?? '',
    chapters: hostileTitles.map(({ title }) =>
      epubPaper({ title, facts: [title], citation: title, html: undefined, text: title }),
    ),
  });

  test('an EPUB checker finds nothing', async () => {
    expect(await checkerMessages(toEpub(hostile))).toEqual([]);
    expect(await checkerMessages(toEpub(month))).toEqual([]);
    expect(await checkerMessages(toEpub(epubBook({ chapters: [] })))).toEqual([]);
  });

  test('that checker would find a fault', async () => {
    const files = unzipSync(toEpub(month));
    const broken = {
      ...files,
      'EPUB/issue-1.xhtml': strToU8('<html xmlns="http://www.w3.org/1999/xhtml"><p></html>'),
    };
    expect(await checkerMessages(zipSync(broken))).not.toEqual([]);
  });

  test('every title is in the contents and at the head of its chapter', () => {
    const epub = readEpub(toEpub(hostile));
    const titles = hostileTitles.map(({ title }) => cleanLine(title));
    const heads = paperFiles(epub).map((file) =>
      textsAt(readPage(epub, file).elements, 'html/body/section/h1').join(),
    );
    expect(heads).toEqual(titles);
    expect(structuralProblems(epub)).toEqual([]);
  });

  test('the files are well-formed, and the texts come back', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('<', '>', '&', ']', '"', "'", '\0', '\n', '/', '-', 'a', '\uD800') }),
    );
    const paper = fc.record({
      title: text,
      fact: text,
      text,
      html: fc.option(text),
      citation: text,
      url: fc.option(fc.webUrl()),
    });
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 3 }), text, (papers, name) => {
        const chapters = papers.map(({ html, fact, url, ...rest }) =>
          epubPaper({ ...rest, html: html ?? undefined, facts: [fact], url: url ?? undefined }),
        );
        const epub = open({ title: name, digest: name, people: [name], chapters });
        expect(structuralProblems(epub)).toEqual([]);
        expect(textsAt(epub.package, 'package/metadata/dc:title')).toEqual([cleanLine(name)]);
        const heads = paperFiles(epub).map((file) =>
          textsAt(readPage(epub, file).elements, 'html/body/section/h1').join(),
        );
        expect(heads).toEqual(papers.map(({ title }, index) => cleanLine(title) || String(index + 1)));
      }),
      { seed: 20250312, numRuns: 60 },
    );
  });
});
