import { expect, it } from 'vitest';
import * as remarkDigest from '../src/index.ts';

it('exports these names and no others', () => {
  expect(Object.keys(remarkDigest).sort()).toEqual([
    'canonicalText',
    'cleanCharacters',
    'cut',
    'dateOfFileName',
    'default',
    'dialects',
    'digestExtensions',
    'digestToMarkdown',
    'foldText',
    'fromDigest',
    'isDigestFile',
    'issueNames',
    'joinTexts',
    'lineText',
    'linkKind',
    'locate',
    'mendText',
    'paperFacts',
    'plainText',
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

it('has the plugin as its default export', () => {
  expect(remarkDigest.default.name).toBe('remarkDigest');
});

it('lists the dialects by name', () => {
  expect(remarkDigest.dialects.map((dialect) => dialect.name)).toEqual([
    'records',
    'markdown',
    'hugging-face',
  ]);
});
