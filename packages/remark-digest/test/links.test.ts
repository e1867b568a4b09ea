import * as fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { linkKind } from '../src/index.ts';
import { onePaper } from './one-paper.ts';

describe('an address in a text', () => {
  it.each([
    ['See https://example.org/a.', 'https://example.org/a'],
    ['See https://example.org/a, then go.', 'https://example.org/a'],
    ['See https://example.org/a; go: https!', 'https://example.org/a'],
    ['See https://example.org/a: go', 'https://example.org/a'],
    ['See https://example.org/a!', 'https://example.org/a'],
    ['See https://example.org/a?', 'https://example.org/a'],
    ['See https://example.org/a...', 'https://example.org/a'],
    ['See https://example.org/a…', 'https://example.org/a'],
    ['See (https://example.org/a).', 'https://example.org/a'],
    ['See (at https://example.org/a_(b)).', 'https://example.org/a_(b)'],
    ['See https://example.org/a_(b)', 'https://example.org/a_(b)'],
    ['See [https://example.org/a].', 'https://example.org/a'],
    ['See {https://example.org/a}.', 'https://example.org/a'],
    ['See <https://example.org/a>.', 'https://example.org/a'],
    ['See "https://example.org/a".', 'https://example.org/a'],
    ["See 'https://example.org/a'.", 'https://example.org/a'],
    ['See “https://example.org/a”.', 'https://example.org/a'],
    ['See *https://example.org/a*.', 'https://example.org/a'],
    ['参见 https://example.org/a。然后', 'https://example.org/a'],
    ['参见（https://example.org/a）。', 'https://example.org/a'],
    ['See https://example.org/a/', 'https://example.org/a/'],
    ['See https://example.org', 'https://example.org'],
    ['See http://example.org/a-b_c~d?e=f&g=h#i', 'http://example.org/a-b_c~d?e=f&g=h#i'],
    ['See HTTPS://Example.org/A', 'HTTPS://Example.org/A'],
    ['See https://example.org:8080/a', 'https://example.org:8080/a'],
    ['See https://bücher.example/ä', 'https://bücher.example/ä'],
    ['code:https://example.org/a', 'https://example.org/a'],
  ])('%s', (text, url) => {
    const paper = onePaper('Birds', text);
    expect(paper.links).toEqual([{ url, kind: 'project' }]);
    expect(toString(paper.children[1])).toBe(text);
  });

  it.each([
    'https://',
    'https:// example.org',
    'http://localhost/a',
    'https://example',
    'https://.',
    'https://example.org:99999/',
    'ftp://example.org/a',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'vbscript:a',
    'xhttps://example.org',
    'example.org/a',
    'www. example.org',
    'notgithub.com/a',
    'mia@github.com/a',
  ])('%s is none', (text) => {
    const paper = onePaper('Birds', text);
    expect(paper.links).toEqual([]);
    expect(paper.children[1]).toMatchObject({ children: [{ type: 'text', value: text }] });
  });

  it.each([
    ['Code: github.com/mia/birds.', 'https://github.com/mia/birds'],
    ['at www.example.org/a, too', 'https://www.example.org/a'],
    ['(arxiv.org/abs/1706.03762)', 'https://arxiv.org/abs/1706.03762'],
  ])('needs no scheme where nothing else can be meant: %s', (text, url) => {
    expect(onePaper('Birds', text).links.map((link) => link.url)).toEqual([url]);
  });

  it('is a link node with the address as its text', () => {
    expect(onePaper('Birds', 'See https://github.com/mia/birds.').children[1]).toMatchObject({
      children: [
        { type: 'text', value: 'See ' },
        {
          type: 'link',
          url: 'https://github.com/mia/birds',
          title: null,
          data: { kind: 'code' },
          children: [{ type: 'text', value: 'https://github.com/mia/birds' }],
        },
        { type: 'text', value: '.' },
      ],
    });
  });

  it('is listed once, in the order of the text, the title first', () => {
    const paper = onePaper(
      'Birds https://a.example',
      'https://c.example and https://b.example and https://c.example',
    );
    expect(paper.links.map((link) => link.url)).toEqual([
      'https://a.example',
      'https://c.example',
      'https://b.example',
    ]);
  });

  it('ends at the end of its line', () => {
    expect(onePaper('Birds', 'See https://example.org/a\nand go on.').links).toEqual([
      { url: 'https://example.org/a', kind: 'project' },
    ]);
  });

  it('is found in time that grows with the text alone', () => {
    for (const piece of ['https://', 'https://a.b/(', 'https://a.b/)', 'h', '.', '(']) {
      const text = piece.repeat(200_000 / piece.length);
      const start = performance.now();
      expect(toString(onePaper('Birds', text).children[1])).toBe(text);
      expect(performance.now() - start, `${piece}`).toBeLessThan(2000);
    }
  });

  it('is always one of http: or https:, and changes no text', () => {
    const piece = fc.constantFrom(
      'https://',
      'http://',
      'javascript:',
      'data:',
      'example.org',
      '/a',
      '(',
      ')',
      '.',
      ' ',
      '@',
      ':',
      '%',
      '"',

      '\u202e',
      '鸟',
      '#',
      '?',
      '&',
      '\\',
      '\t',
      '[',
      ']',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const text = `See ${pieces.join('')} there`;
        const linksOnly = { typography: false, markup: false, lists: false, maths: false };
        const paper = onePaper('Birds', text, linksOnly);
        expect(toString(paper.children[1])).toBe(text);
        for (const { url } of paper.links) expect(new URL(url).protocol).toMatch(/^https?:$/);
      }),
      { seed: 20250312, numRuns: 1000 },
    );
  });
});

describe('the kind of a link', () => {
  it.each([
    ['https://github.com/mia/birds', 'code'],
    ['https://www.github.com/mia/birds', 'code'],
    ['https://GitHub.com/mia/birds', 'code'],
    ['https://gitlab.com/mia/birds', 'code'],
    ['https://codeberg.org/mia/birds', 'code'],
    ['https://bitbucket.org/mia/birds', 'code'],
    ['https://huggingface.co/spaces/mia/birds', 'code'],
    ['https://huggingface.co/mia/birds', 'model'],
    ['https://hf.co/mia/birds', 'model'],
    ['https://huggingface.co/datasets/mia/birds', 'dataset'],
    ['https://huggingface.co/papers/2503.01234', 'paper'],
    ['https://arxiv.org/abs/2503.01234', 'paper'],
    ['https://doi.org/10.1000/1', 'paper'],
    ['https://dx.doi.org/10.1000/1', 'paper'],
    ['https://openreview.net/forum?id=a', 'paper'],
    ['https://aclanthology.org/2025.acl-long.1/', 'paper'],
    ['https://www.youtube.com/watch?v=a', 'video'],
    ['https://youtu.be/a', 'video'],
    ['https://vimeo.com/1', 'video'],
    ['https://mia.github.io/birds/', 'project'],
    ['https://example.org/', 'project'],
    ['https://github.com.example.org/', 'project'],
    ['https://notgithub.com/', 'project'],
    ['https://example.org/?u=https://github.com/', 'project'],
    ['https://huggingface.co/', 'project'],
    ['https://huggingface.co/blog/birds', 'project'],
    ['https://huggingface.co/docs/hub/models', 'project'],
  ])('%s: %s', (url, kind) => {
    expect(linkKind(new URL(url))).toBe(kind);
  });
});
