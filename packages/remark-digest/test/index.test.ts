import { expect, it } from 'vitest';
import * as remarkDigest from '../src/index.ts';
import * as light from '../src/light.ts';

it('exports these names and no others', () => {
  expect(Object.keys(remarkDigest).sort()).toEqual([
    'abstractOf',
    'canonicalText',
    'cleanCharacters',
    'cut',
    'dateOfFileName',
    'default',
    'dialectNames',
    'dialects',
    'digestExtensions',
    'digestToMarkdown',
    'factNames',
    'foldText',
    'fromDigest',
    'isDigestFile',
    'isVisible',
    'issueNames',
    'joinTexts',
    'lineText',
    'linkKind',
    'locate',
    'mendText',
    'paperFacts',
    'plainText',
    'printable',
    'readFrontMatterKeys',
    'replaceInText',
    'sliceText',
    'slugify',
    'splitIssues',
    'splitText',
    'standFor',
    'toMdx',
    'trimText',
    'verifyMdx',
  ]);
});

it('exports what loads without the parser, too', () => {
  expect(remarkDigest).toMatchObject(light);
});

it('has the plugin as its default export', () => {
  expect(remarkDigest.default.name).toBe('remarkDigest');
});

it('lists the dialects by name, each once', () => {
  const names = remarkDigest.dialects.map((dialect) => dialect.name);
  expect(names).toContain('hugging-face');
  expect(new Set(names).size).toBe(names.length);
  expect(remarkDigest.dialectNames).toEqual(names);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
});
