import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { fromDigest, splitIssues, toMdx, type FromDigestOptions } from '../src/index.ts';
import { plainTree } from './plain-tree.ts';

// `UPDATE=1 pn vitest run …` writes `tree.json` and `output.mdx` anew. Read what it wrote: the files say what a user
// should get, and that may not be what the code does.
const update = process.env['UPDATE'] === '1';
const folder = fileURLToPath(new URL('fixtures/', import.meta.url));
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe.each(cases)('%s', (name) => {
  const file = (kind: string) => `${folder}${name}/${kind}`;
  const options: FromDigestOptions = existsSync(file('options.json'))
    ? JSON.parse(readFileSync(file('options.json'), 'utf8'))
    : {};
  const input = readdirSync(folder + name).find((file) => file.startsWith('input.')) ?? '';
  const read = () => fromDigest(new Uint8Array(readFileSync(file(input))), options);

  it('gives the tree', () => {
    const actual = plainTree(read());
    if (update) writeFileSync(file('tree.json'), `${JSON.stringify(actual, null, 2)}\n`);
    expect(actual).toStrictEqual(JSON.parse(readFileSync(file('tree.json'), 'utf8')));
  });

  it('gives the MDX of every paper', () => {
    const actual = mdxOf(read());
    if (update) writeFileSync(file('output.mdx'), actual);
    expect(actual).toBe(readFileSync(file('output.mdx'), 'utf8'));
  });
});

function mdxOf(tree: Root): string {
  return splitIssues(tree)
    .flatMap(({ children }) => children)
    .filter((node) => node.type === 'digestEntry')
    .map((entry) => `=== ${entry.slug}.mdx ===\n${toMdx(entry)}`)
    .join('');
}
