import { expect, it } from 'vitest';
import * as remarkDigest from '../src/index.ts';

it('exports these names and no others', () => {
  expect(Object.keys(remarkDigest).sort()).toEqual([
    'canonicalText',
    'cleanCharacters',
    'dateOfFileName',
    'default',
    'dialects',
    'digestToMarkdown',
    'fromDigest',
    'isVisible',
    'linkKind',
    'mendText',
    'plainText',
    'printable',
    'readFrontMatterKeys',
    'slugify',
    'toMdx',
    'verifyMdx',
  ]);
});

it('has the plugin as its default export', () => {
  expect(remarkDigest.default.name).toBe('remarkDigest');
});

it('lists the dialects by name', () => {
  expect(remarkDigest.dialects.map((dialect) => dialect.name)).toEqual(['hugging-face']);
});
