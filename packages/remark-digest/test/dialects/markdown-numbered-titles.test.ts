import { expect, it } from 'vitest';
import { fromDigest, splitIssues } from '../../src/index.ts';

const owls = 'We count owls at night with one small camera. The counts agree with those of people.';
const terns = 'We watch terns from a tower\nand write down what they do';

it.each([
  ['bold', '1. **Counting Owls**', '2. **Terns from Above**', 'Link: '],
  ['quoted', '1. 《Counting Owls》', '2. 《Terns from Above》', '论文地址：'],
  ['plain', '1. Counting Owls', '2. Terns from Above', 'Paper: '],
  ['numbered as in Chinese', '1、Counting Owls', '2、Terns from Above', '链接：'],
])('a paper stands below its number and its title, not indented: %s', (_, first, second, label) => {
  const text = `${first}\n\n${owls}\n\n${label}https://arxiv.org/abs/2503.00001\n\n${second}\n\n${terns}\n\n${label}https://arxiv.org/abs/2503.00002\n`;
  expect(papersOf(text)).toEqual([
    { title: 'Counting Owls', arxivId: '2503.00001' },
    { title: 'Terns from Above', arxivId: '2503.00002' },
  ]);
});

it('a paper between others needs no address', () => {
  const text = `1. Counting Owls\n\n${owls}\n\nLink: https://arxiv.org/abs/2503.00001\n\n2. Terns from Above\n\n${terns}.\n\n3. Bats in Towers\n\n${owls}\n\nLink: https://arxiv.org/abs/2503.00003\n`;
  expect(papersOf(text).map(({ title }) => title)).toEqual([
    'Counting Owls',
    'Terns from Above',
    'Bats in Towers',
  ]);
});

function papersOf(text: string): { title: string; arxivId: string | undefined }[] {
  return splitIssues(fromDigest(text, { path: '2025-03-12.md' })).flatMap(({ children }) =>
    children.flatMap((node) =>
      node.type === 'digestEntry' ? [{ title: node.title, arxivId: node.arxivId }] : [],
    ),
  );
}
