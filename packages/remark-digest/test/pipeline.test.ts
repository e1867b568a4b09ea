import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import remarkDigest, { dialects, fromDigest, type FromDigestOptions } from '../src/index.ts';

describe('to HTML', () => {
  it('gives a header and an article a paper', () => {
    expect(html('new\n\nMar 12\n\nBirds\n\nThey sing.\n\nRivers\n\nThey move.\n\nThey stay.')).toBe(
      '<header><p>new</p><p>Mar 12</p></header>\n' +
        '<article><h2>Birds</h2><p>They sing.</p></article>\n' +
        '<article><h2>Rivers</h2><p>They move.</p><p>They stay.</p></article>',
    );
  });

  it('escapes everything', () => {
    const text = '<b onclick="x">{a}</b> & &amp; <!-- c --> *d* <script>e</script>';
    const escaped =
      '&#x3C;b onclick="x">{a}&#x3C;/b> &#x26; &#x26;amp; &#x3C;!-- c --> *d* &#x3C;script>e&#x3C;/script>';
    expect(html(`Mar 12\n\n${text}\n\n${text}`)).toBe(
      `<header><p>Mar 12</p></header>\n<article><h2>${escaped}</h2><p>${escaped}</p></article>`,
    );
  });

  it('links addresses', () => {
    expect(html('Birds\n\nThey sing. See https://example.org/?a&b.')).toBe(
      '<article><h2>Birds</h2>' +
        '<p>They sing. See <a href="https://example.org/?a&#x26;b">https://example.org/?a&#x26;b</a>.</p></article>',
    );
  });

  it('leaves front matter out', () => {
    expect(html('---\ntitle: Birds\n---\nRivers\n\nThey move. They stay.')).toBe(
      '<article><h2>Rivers</h2><p>They move. They stay.</p></article>',
    );
  });
});

describe('the options', () => {
  it('reach the parser', () => {
    expect(parse({ year: 2024 })?.date).toBe('2024-03-12');
    expect(parse({ path: 'digests/2023-03-12.txt' })?.date).toBe('2023-03-12');
    expect(parse({ dialect: 'hugging-face' })?.dialect).toBe('hugging-face');
    expect(() => parse({ dialect: 'nothing' })).toThrow(
      new TypeError(
        `There is no dialect "nothing": use one of ${dialects.map(({ name }) => name).join(', ')}.`,
      ),
    );
  });

  it('may be left out', () => {
    expect(unified().use(remarkDigest).parse('Birds\n\nThey sing. They fly.').children).toHaveLength(1);
  });

  it('are less than the path of the file', () => {
    const file = new VFile({ value: 'Mar 12\n\nBirds\n\nThey sing.', path: '2025-03-12.txt' });
    const tree = unified().use(remarkDigest, { year: 2019 }).parse(file);
    expect(tree.data?.digest?.date).toBe('2025-03-12');
  });

  it('read the bytes of a file too', () => {
    const value = new TextEncoder().encode('\ufeffVögel\n\nSie singen. Sie fliegen.');
    expect(html(new VFile({ value }))).toBe(
      '<article><h2>Vögel</h2><p>Sie singen. Sie fliegen.</p></article>',
    );
  });
});

describe('a message', () => {
  const value = 'Mar 12\n\nBirds\n\nThey sing.\n\nRivers';
  const reason =
    'The paper “Rivers” has no abstract: write one under the title after a blank line, if there is one to write.';

  it('arrives on the file, with its rule and its place', () => {
    const file = new VFile({ value, path: 'digests/2025-03-12.txt' });
    const result = processor().processSync(file);
    expect(result.messages).toHaveLength(1);
    expect(result.messages[0]).toMatchObject({
      reason,
      ruleId: 'missing-abstract',
      source: 'remark-digest',
      file: 'digests/2025-03-12.txt',
      line: 7,
      column: 1,
      place: { start: { line: 7, column: 1, offset: 27 }, end: { line: 7, column: 7, offset: 33 } },
      fatal: false,
    });
    expect(String(result.messages[0])).toBe(`digests/2025-03-12.txt:7:1-7:7: ${reason}`);
  });

  it('is on the tree too', () => {
    const file = new VFile({ value, path: 'digests/2025-03-12.txt' });
    expect(fromDigest(file).data?.digest?.messages).toEqual(file.messages);
  });

  it('names the path of the options where the file has none', () => {
    for (const input of [value, new VFile({ value })]) {
      const tree = fromDigest(input, { path: 'digests/2025-03-12.txt' });
      expect(tree.data?.digest?.messages.map(String)).toEqual([`digests/2025-03-12.txt:7:1-7:7: ${reason}`]);
    }
  });
});

function parse(options: FromDigestOptions) {
  return unified().use(remarkDigest, options).parse('Mar 12\n\nBirds\n\nThey sing.').data?.digest;
}

function processor() {
  return unified().use(remarkDigest).use(remarkRehype).use(rehypeStringify);
}

function html(value: string | VFile): string {
  return String(processor().processSync(value));
}
