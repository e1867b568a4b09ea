import { readdirSync, readFileSync } from 'node:fs';
import type { BlockContent } from 'mdast';
import { fromDigest } from 'remark-digest';
import { describe, expect, test } from 'vitest';
import { digestToHtml } from '../../src/content/digest-to-html.ts';
import { toHtml } from '../../src/content/to-html.ts';
import { randomFrom } from '../../../remark-digest/test/hostile/random.ts';
import { hostileText } from '../../../remark-digest/test/hostile/text.ts';
import { hasRealDigest, realDigest } from '../site/shared.ts';

/** Abstracts of a digest. */
function abstracts(text: string | Uint8Array): BlockContent[][] {
  return fromDigest(text).children.flatMap((node) =>
    node.type === 'digestEntry' ? [node.children.slice(1) as BlockContent[]] : [],
  );
}

/** Abstracts of a digest that are written otherwise than the libraries write them. */
function different(text: string | Uint8Array): BlockContent[][] {
  return abstracts(text).filter((blocks) => digestToHtml(blocks) !== toHtml(blocks));
}

describe('an abstract is written as the libraries of unified write it', () => {
  const fixtures = new URL('../../../remark-digest/test/fixtures/', import.meta.url);

  const inputOf = (name: string): string =>
    readdirSync(new URL(`${name}/`, fixtures)).find((file) => file.startsWith('input.')) ?? '';

  test.each(readdirSync(fixtures).filter((name) => !name.startsWith('.')))('fixture %s', (name) => {
    expect(different(readFileSync(new URL(`${name}/${inputOf(name)}`, fixtures)))).toEqual([]);
  });

  test.skipIf(!hasRealDigest)('the real digest', () => expect(different(realDigest())).toEqual([]));

  test('2,000 hostile texts of seed 20250312', () => {
    const random = randomFrom(20250312);
    for (let index = 0; index < 2000; index++) {
      const text = `Mar 12\n\nPaper ${index}\n\nHere ${hostileText(random)} it ends. And so on.\n`;
      expect(different(text), text).toEqual([]);
    }
  });
});

test('what no digest has is left out', () => {
  expect(
    digestToHtml([
      {
        type: 'paragraph',
        children: [
          { type: 'html', value: '<b>' },
          { type: 'text', value: 'a' },
        ],
      },
      { type: 'code', value: '<script>' },
    ]),
  ).toBe('<p>a</p>\n');
});
