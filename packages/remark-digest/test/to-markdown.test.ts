import type { BlockContent, List, PhrasingContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import { digestToMarkdown, fromDigest, toMdx, type DigestEntry } from '../src/index.ts';
import { verifyMdx } from '../src/verify-mdx.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'strong', children });
const emphasis = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'emphasis', children });
const link = (url: string, ...children: PhrasingContent[]): PhrasingContent => ({
  type: 'link',
  url,
  children,
});
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });

function paper(...abstract: BlockContent[]): DigestEntry {
  return {
    type: 'digestEntry',
    title: 'Birds',
    slug: 'birds',
    links: [],
    authors: [],
    children: [{ type: 'digestTitle', children: [text('Birds')] }, ...abstract],
  };
}

/** The body of a paper's document, which must be read back as the paper. */
async function written(...abstract: BlockContent[]): Promise<string> {
  const entry = paper(...abstract);
  const mdx = toMdx(entry);
  expect(await verifyMdx(mdx, entry)).toBeUndefined();
  return mdx.slice('---\ntitle: "Birds"\n---\n\n'.length, -1);
}

describe('text', () => {
  it.each([
    'A state-of-the-art result (see Sec. 3.5): 50%, -5 or +1, a = b/c; see #4!',
    'snake_case and a__b, pass@1, R&D, 1 > 0, a | b, A: b, -> and =>',
    'Imports and exports, import and export; 10. March',
    'É β 学习 🦉 “quotes” ‘single’ — … ™',
  ])('stays as it is where nothing reads it: %s', async (value) => {
    expect(await written(paragraph(text(value)))).toBe(value);
  });

  it.each([
    ['export a', '&#101;xport a'],
    ['import a\nexport b', '&#105;mport a\nexport b'],
    ['Export a\nImport b', 'Export a\nImport b'],
    ['12. a', '12\\. a'],
    ['- a\n+ b\n-- c', '\\- a\n\\+ b\n\\-- c'],
    ['a--b ---c', 'a-\\-b -\\--c'],
    ['a... ....', 'a..\\. ..\\..'],
    [`"a" don't`, `\\"a\\" don\\'t`],
    ['_a_ __', '\\_a\\_ \\_\\_'],
    ['12:30 a:b ::', '12\\:30 a\\:b \\::'],
    ['www.a.b http://a.b', 'www\\.a.b http\\://a.b'],
    ['&amp; &a', '\\&amp; &a'],
  ])('%j is written %j', async (value, expected) => {
    expect(await written(paragraph(text(value)))).toBe(expected);
  });

  it('has no bare underscores and at signs when there are hundreds of them', async () => {
    expect(await written(paragraph(text('a_b '.repeat(500).trim())))).not.toContain('\\_');
    expect(await written(paragraph(text('a_b '.repeat(501).trim())))).not.toMatch(/[^\\]_/);
    expect(await written(paragraph(text('a@b '.repeat(501).trim())))).not.toMatch(/[^\\]@/);
    expect(await written(paragraph(link('https://a.b/', text('a@b '.repeat(501).trim()))))).not.toMatch(
      /[^\\]@/,
    );
  });
});

describe('styles', () => {
  it.each([
    ['inside a word', [text('Evo'), strong(text('Lved Sign Momentum'))], 'Evo**Lved Sign Momentum**'],
    ['around a word', [text('a '), emphasis(text('b')), text(' c')], 'a *b* c'],
    ['before a letter', [strong(text('a.')), text('b')], '**a.**&#98;'],
    ['after a letter', [text('a'), strong(text('.b'))], '&#97;**.b**'],
    ['after a character of two halves', [text('🦉'), strong(text('.b'))], '&#129417;**.b**'],
    ['before a character of two halves', [strong(text('b.')), text('🦉')], '**b.**&#129417;'],
    ['one in the other', [strong(text('a '), emphasis(text('b')), text(' c'))], '**a *b* c**'],
    ['one at the start of the other', [strong(emphasis(text('a')), text(' b'))], '**_a_ b**'],
    ['one at the end of the other', [emphasis(text('a '), strong(text('b')))], '_a **b**_'],
    ['both at once', [strong(emphasis(text('a')))], '**_a_**'],
    ['one after the other', [strong(text('a')), emphasis(text('b'))], '**a**_b_'],
    ['crossing', [strong(text('a'), emphasis(text('b'))), emphasis(text(' c'))], '**&#97;_b_** *c*'],
    ['after an underscore in a word', [text('a_b'), strong(text('.c'))], 'a\\_&#98;**.c**'],
    ['before an underscore in a word', [strong(text('c.')), text('b_a')], '**c.**&#98;\\_a'],
    ['around a link', [strong(link('https://a.b/', text('c')))], '**[c](<https://a.b/>)**'],
    ['inside a link', [link('https://a.b/', text('c '), strong(text('d')))], '[c **d**](<https://a.b/>)'],
    [
      'beside a mail address',
      [strong(text('a ')), strong(emphasis(text('a@b.c'))), strong(text(' d'))],
      '**a *a@b.c* d**',
    ],
    [
      'that touch, beside a mail address',
      [text('-'), strong(emphasis(text('a@b.c'))), text('.d')],
      '\\-**_&#97;@b.&#99;_**.d',
    ],
    [
      'that touch a sign that is escaped, beside a mail address',
      [text('@'), strong(emphasis(text('a-'), text('-')), text(' b'))],
      '@**_&#97;-&#45;_ b**',
    ],
  ] as [string, PhrasingContent[], string][])('%s', async (_, nodes, expected) => {
    expect(await written(paragraph(...nodes))).toBe(expected);
  });
});

describe('a link', () => {
  it('is no image after an exclamation mark', async () => {
    expect(await written(paragraph(text('Look!'), link('https://a.b/', text('c'))))).toBe(
      'Look\\![c](<https://a.b/>)',
    );
  });

  it('has its address as it is', async () => {
    expect(
      await written(paragraph(link('https://a.b/_(c)?d=e&f&amp;$[g]', text('https://a.b/ www.a.b')))),
    ).toBe('[https://a.b/ www.a.b](<https://a.b/_(c)?d=e&f\\&amp;\\$\\[g\\]>)');
  });

  it('is text where it may not lead', async () => {
    expect(await written(paragraph(link('javascript:a', text('c'))))).toBe('c');
  });
});

describe('a list', () => {
  it('is tight and has hyphens', async () => {
    expect(
      await written(paragraph(text('We:')), {
        type: 'list',
        ordered: false,
        spread: false,
        children: ['learn\nmore', '- b', ' '].map((value) => ({
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: [text(value)] }],
        })),
      }),
    ).toBe('We:\n\n- learn\n  more\n- \\- b');
  });

  it('is not there when nobody would see it', () => {
    const list: List = {
      type: 'list',
      spread: false,
      children: [{ type: 'listItem', spread: false, children: [] }],
    };
    expect(toMdx(paper(list, paragraph(text('\0'))))).toBe('---\ntitle: "Birds"\n---\n');
  });
});

it('a block of another kind is written, and refused when it is verified', async () => {
  const entry = paper({ type: 'code', value: 'a' });
  expect(toMdx(entry)).toContain('```');
  expect(await verifyMdx(toMdx(entry), entry)).toBe('remark-mdx finds a node of the type code in it.');
});

it('maths is the text as it stood', async () => {
  const maths: PhrasingContent = {
    type: 'inlineMath',
    value: '\\sqrt{n}',
    data: { source: 'sqrt{n}', hChildren: [] },
  };
  expect(await written(paragraph(text('in '), maths))).toBe('in sqrt\\{n\\}');
});

it('the front matter shows what can not be seen', () => {
  expect(toMdx({ ...paper(), title: 'a\u202eb\ufeffc' })).toBe('---\ntitle: "a\\u202eb\\ufeffc"\n---\n');
});

it('the front matter leaves out addresses that lead nowhere good', () => {
  const links = [{ url: 'javascript:a', kind: 'project' }] as const;
  expect(toMdx({ ...paper(), links: [...links] })).toBe('---\ntitle: "Birds"\n---\n');
});

function write(...children: unknown[]): string {
  return toMarkdown({ type: 'root', children } as never, { extensions: [digestToMarkdown] });
}

describe('beside the nodes of others', () => {
  it('a paragraph has them', () => {
    expect(write(paragraph(text('a'), { type: 'inlineCode', value: 'b' }))).toBe('a`b`\n');
  });

  it('a heading has text, links and maths', () => {
    const maths = { type: 'inlineMath', value: 'x_i' };
    expect(
      write({
        type: 'heading',
        depth: 1,
        children: [text('- {a} '), link('https://a.b/', text('c_')), maths],
      }),
    ).toBe('# - \\{a\\} [c\\_](<https://a.b/>)x_i\n');
    expect(write({ type: 'blockquote', children: [text('- a')] })).toBe('> \\- a\n');
  });

  it('a title is a heading that nothing closes', () => {
    expect(write({ type: 'digestTitle', children: [text('# a\nb ##')] })).toBe('## # a b #\\#\n');
    expect(write({ type: 'digestTitle', children: [text('export a')] })).toBe('## export a\n');
  });

  it('each of several issues has its papers', () => {
    const day = 'new\n\nbyMia and the research community\n\n';
    const tree = fromDigest(`${day}Mar 12\n\nOwls\n\nThey call.\n\n${day}Mar 13\n\nBats\n\nThey hear.\n`, {
      year: 2025,
    });
    const markdown = toMarkdown(tree, { extensions: [digestToMarkdown] });
    expect(markdown.match(/^## .*$/gm)).toEqual(['## Owls', '## Bats']);
    expect(markdown).toContain('They hear.');
  });
});
