import type { BlockContent, Paragraph } from 'mdast';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toMdx, type DigestEntry } from '../src/index.ts';
import { verifyMdx } from '../src/verify-mdx.ts';
import { onePaper } from './one-paper.ts';

const entry = onePaper('Birds', 'They sing at https://a.b/c and a@b.c. All day.', { links: true });
const mdx = toMdx(entry);

it('finds nothing wrong with what toMdx writes', async () => {
  expect(await verifyMdx(mdx, entry)).toBeUndefined();
});

describe('says what is wrong with', () => {
  it.each([
    ['no front matter', mdx.slice(4), /^The document does not begin with front matter\.$/],
    [
      'another title',
      mdx.replace('"Birds"', '"Rivers"'),
      /^The front matter says “.*Rivers.*” where the paper says “.*Birds.*”\.$/,
    ],
    ['broken front matter', mdx.replace('"Birds"', '"Birds'), /^The front matter can't be read: .*\.$/],
    ['an expression', `${mdx}\n{a}\n`, /^remark-mdx finds a node of the type mdxFlowExpression in it\.$/],
    [
      'an expression in a line',
      mdx.replace('sing', '{sing}'),
      /^remark-mdx finds a node of the type mdxTextExpression in it\.$/,
    ],
    ['a statement', `${mdx}\nexport const a = 1\n`, /^remark-mdx finds a node of the type mdxjsEsm in it\.$/],
    ['an element', `${mdx}\n<a />\n`, /^remark-mdx finds a node of the type mdxJsxFlowElement in it\.$/],
    ['an image', mdx.replace('sing', '![a](b)'), /^remark-mdx finds a node of the type image in it\.$/],
    ['a heading', `${mdx}\n# a\n`, /^remark-mdx finds a node of the type heading in it\.$/],
    ['a numbered list', `${mdx}\n1. a\n`, /^remark-mdx finds a node of the type list in it\.$/],
    ['what is no MDX', `${mdx}\n<a\n`, /^remark-mdx can't be read: .*\.$/],
    [
      'another text',
      mdx.replace('sing', 'fly'),
      /^remark-mdx reads “.*fly.*” where the paper has “.*sing.*”\.$/,
    ],
    ['one paragraph more', `${mdx}\na\n`, /^remark-mdx reads “.*” where the paper has nothing\.$/],
    [
      'a paragraph less',
      `${mdx.slice(0, mdx.lastIndexOf('---'))}---\n`,
      /^remark-mdx reads nothing where the paper has “.*”\.$/,
    ],
    ['a style', mdx.replace('sing', '**sing**'), /^remark-mdx reads “.*true.*” where the paper has “.*”\.$/],
    ['a list', mdx.replace('They', '- They'), /^remark-mdx reads “\["item".*” where the paper has “.*”\.$/],
    [
      'a link less',
      mdx.replace(/\[(.*?)\]\(<.*?>\)/, '$1'),
      /^remark-mdx finds no link to “https:\/\/a\.b\/c” in it\.$/,
    ],
    [
      'a link more',
      mdx.replace('sing', '[sing](https://x.y/)'),
      /^remark-mdx finds a link to “https:\/\/x\.y\/” in it\.$/,
    ],
    [
      'a link to code',
      mdx.replace('sing', '[sing](<javascript:a>)'),
      /^remark-mdx finds a link to “javascript:a” in it\.$/,
    ],
  ])('%s', async (_, document, expected) => {
    expect(await verifyMdx(document, entry)).toMatch(expected);
  });

  it('a text too long to repeat', async () => {
    const found = (await verifyMdx(mdx.replace('sing', 'sing '.repeat(500)), entry)) ?? '';
    expect(found).toContain('…”');
    expect(found.length).toBeLessThan(600);
  });

  it.each([
    ['typewriter quotes', "don't", /^Sätteri reads “.*don’t.*” where the paper has “.*don't.*”\.$/],
    ['maths', '$a$', /^Sätteri finds a node of the type inlineMath in it\.$/],
  ])('what Sätteri alone reads: %s', async (_, text, expected) => {
    const paper = withAbstract({ type: 'paragraph', children: [{ type: 'text', value: text }] });
    expect(await verifyMdx(`${frontMatterOf(paper)}\n${text}\n`, paper)).toMatch(expected);
  });

  it('what Sätteri alone reads: a task', async () => {
    const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: '[ ] a' }] };
    const paper = withAbstract({ type: 'list', children: [{ type: 'listItem', children: [paragraph] }] });
    expect(await verifyMdx(`${frontMatterOf(paper)}\n- [ ] a\n`, paper)).toMatch(
      /^Sätteri reads “\["task".*” where the paper has “.*”\.$/,
    );
  });
});

function withAbstract(block: BlockContent): DigestEntry {
  return { ...entry, links: [], children: [entry.children[0], block] };
}

function frontMatterOf(paper: DigestEntry): string {
  return toMdx({ ...paper, children: [paper.children[0]] });
}

describe('where Sätteri is not installed', () => {
  afterEach(() => {
    vi.doUnmock('satteri');
    vi.resetModules();
  });

  it('the other compiler is enough', async () => {
    vi.resetModules();
    vi.doMock('satteri', () => {
      throw new Error('not found');
    });
    const { verifyMdx } = await import('../src/verify-mdx.ts');
    expect(await verifyMdx(mdx, entry)).toBeUndefined();
    expect(await verifyMdx(mdx.replace('sing', "sing don't"), entry)).toMatch(/^remark-mdx/);
  });
});
