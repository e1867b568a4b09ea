import type { BlockContent, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { DigestEntry } from '../../src/index.ts';
import type { Random } from './random.ts';

/** Code that tells on itself when it runs: it sets `globalThis.__canary`. */
const canaries = [
  '{globalThis.__canary=1}',
  '{(()=>{globalThis.__canary=1})()}',
  '{/* x */ globalThis.__canary=1}',
  'export const x = (globalThis.__canary = 1)',
  'export default (globalThis.__canary = 1)',
  'export {y} from "data:text/javascript,globalThis.__canary=1"',
  'import "data:text/javascript,globalThis.__canary=1"',
  'import x from "data:text/javascript,globalThis.__canary=1"',
  '<Foo x={globalThis.__canary=1} />',
  '<script>globalThis.__canary=1</script>',
  '<img src=x onerror="globalThis.__canary=1">',
  '${globalThis.__canary=1}',
  '`${globalThis.__canary=1}`',
  'www.<script>globalThis.__canary=1</script>',
  'www.{globalThis.__canary=1}',
  'http://a.b/{globalThis.__canary=1}',
  'https://<Foo/>',
  '[x](javascript:globalThis.__canary=1)',
  '![x](x "{globalThis.__canary=1}")',
  '<!--{globalThis.__canary=1}-->',
];

/** Whole constructs of Markdown, GFM, MDX, front matter, and what Sätteri reads beyond them. */
const constructs = [
  '*a*',
  '**a**',
  '_a_',
  '__a__',
  '***a***',
  '`a`',
  '``a`',
  '[a](b)',
  '[a](<b>)',
  '![a](b)',
  '[a]: b',
  '[a][b]',
  '[^1]',
  '[^1]: note',
  '[ ] task',
  '[x] task',
  '<b>a</b>',
  '<b',
  '</b>',
  '<>',
  '</>',
  '<Foo/>',
  '<a.b c="d">',
  '<!-- a -->',
  '<!doctype html>',
  '<?php ?>',
  '<![CDATA[a]]>',
  '<mailto:a@b.c>',
  '<http://a.b>',
  '{a}',
  '{',
  '}',
  '{{a}}',
  '{`a`}',
  '{/* a */}',
  '{...a}',
  '# a',
  '## a ##',
  '####### a',
  '> a',
  '>>>> a',
  '- a',
  '+ a',
  '* a',
  '1. a',
  '1) a',
  '123456789. a',
  '0.',
  '- - - a',
  '---',
  '***',
  '___',
  '===',
  '- ',
  '+++',
  '--- layout: x',
  '```js',
  '~~~',
  '    a',
  '\ta',
  '|a|b|',
  '|-|-|',
  ':-:',
  '---|---',
  'a | b',
  '&amp;',
  '&#123;',
  '&#x7b;',
  '&lt;b&gt;',
  '&copy',
  '&nbsp;',
  '&notanentity;',
  '\\',
  '\\\\',
  '\\{',
  '\\<',
  '\\n',
  '~a~',
  '~~a~~',
  '$a$',
  '$$',
  '$$a$$',
  '^a^',
  'x^2^',
  'H~2~O',
  '[[a]]',
  '[[a|b]]',
  '![[a]]',
  ':a',
  ':a[b]{c}',
  '::a',
  '::a{b=c}',
  ':::a',
  ':::',
  ':smile:',
  ': a',
  '~ a',
  '# a {#b .c}',
  '{#b}',
  '==a==',
  '++a++',
  '"a"',
  "'a'",
  "don't",
  "'80s",
  '""',
  "''",
  "``a''",
  '--',
  '---',
  '----',
  'a--b',
  '...',
  '....',
  '. . .',
  '..',
  'a...b',
  'www.a.b',
  'WWW.a.b',
  'www.',
  'http://a.b/c_d*e',
  'https://a.b/(c)?d=e&f;g#h',
  'HTTP://A.B',
  'ftp://a.b',
  'mailto:a@b.c',
  'xmpp:a@b.c/d',
  'xmpp:_a@b.c',
  'xmpp:_@b.c',
  'xmpp:a@_b.c',
  'a@b.c',
  'a.b+c@d-e.f_g',
  'pass@1',
  'javascript:a',
  'data:text/html,a',
  'import',
  'export',
  'import a',
  'export a',
  'export{a}',
  'export*from "a"',
  'import"a"',
  'import(a)',
  'import\ta',
  'export default function MDXContent',
  'import.meta.env.MODE',
  'process.env.NODE_ENV',
  'layout: ./a.astro',
  'slug: a',
  '</script>',
  '<style>a{}</style>',
  '%BASE_URL%',
  '\\(a\\)',
  '\\[a\\]',
  '\\begin{a}',
  'SAP^{2}',
  'a_{b}',
  'snake_case_name',
  '__init__',
  '50%',
  '100$',
  'US$44',
  'R&D',
  'a<b>c',
  'a < b',
  'a -> b',
  '=> a',
  '1.5',
  '(1) a (2) b',
  ' bullet a bullet b',
  '[!NOTE]',
  '@a',
  '#a',
  '//',
  '/*',
  '*/',
  '-a',
  '+1',
  'a:b',
  '12:30',
  'a: b',
  '»a«',
  '“a”',
  'a—b',
];

const words = [
  'We',
  'propose',
  'a',
  'method',
  'the',
  'of',
  'models',
  'that',
  'learns',
  'state-of-the-art',
  'results',
  'é',
  'naïve',
  'Öl',
  'β',
  '10',
  '3.5',
  'and',
  'birds',
  'GPT-4',
  'x',
  '学习',
  '模型',
  'עברית',
  'नमस्ते',
  '🦉',
  '👩‍🔬',
  '𝐀',
  'e\u0301',
  'I',
];

const strange = [
  '\0',
  '\x01',
  '\x07',
  '\b',
  '\v',
  '\f',
  '\r',
  '\r\n',
  '\x1b[31m',
  '\x7f',
  '\x80',
  '\x85',
  '\x9f',
  '\xa0',
  '\xad',
  '\u1680',
  '\u2003',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u202e',
  '\u2028',
  '\u2029',
  '\u2060',
  '\u2066',
  '\u3000',
  '\ufeff',
  '\ufe0f',
  '\ufffc',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '\ud83e',
  '\udd89',
  '\u{1ffff}',
  '\u{10ffff}',
  '\u{e0001}',
  '\u0301',
  '\u180e',
  '\u061c',
];

const signs = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];

/** Text out of everything that has ever meant something to a reader of Markdown or MDX. */
export function hostileText(random: Random): string {
  const length = 1 + random.below(random.pick([3, 8, 16]));
  let text = '';
  for (let index = 0; index < length; index++) text += piece(random);
  return text;
}

function piece(random: Random): string {
  switch (random.below(16)) {
    case 0:
      return random.pick(canaries);
    case 1:
    case 2:
    case 3:
    case 4:
      return random.pick(constructs);
    case 5:
    case 6:
      return random.pick(words);
    case 7:
      return random.pick(strange);
    case 8:
    case 9:
    case 10:
      return random.pick(signs);
    case 11:
      return '\n';
    case 12:
      return random.pick(['  ', '\t', '\n\n', ' \n ', '\n    ', '\n> ', '\n- ', '\\\n']);
    case 13:
      return random
        .pick([...signs, ...strange, ' ', '\n', '> ', '- ', '[[', '&a'])
        .repeat(1 + random.below(40));
    default:
      return ' ';
  }
}

/** A paper whose abstract has styles, links, maths and lists in any order, which no dialect need be able to give. */
export function hostileEntry(random: Random): DigestEntry {
  const blocks: BlockContent[] = [];
  for (let count = 1 + random.below(3); count > 0; count--) blocks.push(hostileBlock(random));
  return {
    type: 'digestEntry',
    title: hostileText(random),
    slug: 'paper',
    order: 1,
    links: [{ url: hostileAddress(random), kind: 'project' }],
    authors: [hostileText(random)],
    submittedBy: hostileText(random),
    children: [{ type: 'digestTitle', children: hostilePhrasing(random, 1) }, ...blocks],
  };
}

function hostileBlock(random: Random): BlockContent {
  const paragraph = (): Paragraph => ({ type: 'paragraph', children: hostilePhrasing(random, 2) });
  if (random.below(4) > 0) return paragraph();
  const items: ListItem[] = [];
  for (let count = 1 + random.below(3); count > 0; count--) {
    items.push({ type: 'listItem', spread: false, children: [paragraph()] });
  }
  return { type: 'list', ordered: false, spread: false, children: items };
}

function hostilePhrasing(random: Random, depth: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let count = 1 + random.below(4); count > 0; count--) nodes.push(hostileNode(random, depth));
  return nodes;
}

function hostileNode(random: Random, depth: number): PhrasingContent {
  const children = () => hostilePhrasing(random, depth - 1);
  switch (depth > 0 ? random.below(8) : 0) {
    case 1:
      return { type: 'strong', children: children() };
    case 2:
      return { type: 'emphasis', children: children() };
    case 3:
      return { type: 'link', url: hostileAddress(random), children: children() };
    case 4: {
      const source = hostileText(random);
      return { type: 'inlineMath', value: `TeX of ${source}`, data: { source, hChildren: [] } };
    }
    default:
      return { type: 'text', value: random.below(2) === 0 ? hostileText(random) : random.pick(words) };
  }
}

function hostileAddress(random: Random): string {
  const scheme = random.pick([
    'https://a.b/',
    'http://a.b/',
    'mailto:a@b.c?',
    'https://',
    'javascript:',
    'data:',
    '//',
    '/',
    '',
  ]);
  return scheme + hostileText(random);
}
