import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { fromDigest, toMdx } from '../src/index.ts';
import { lostLines } from './accounting.ts';
import { plainMessage } from './plain-tree.ts';
import { readMdx } from './read-mdx.ts';

// One real page, which is somebody else's text: it stands beside the repository and is not part of it.
const folder = fileURLToPath(new URL('../../../../shared/digests/', import.meta.url));
const path = `${folder}hugging-face-papers.txt`;
const present = existsSync(path);
if (!present) console.warn(`Skipped: the tests on the real digest, because ${path} is absent.`);

it('is there in CI', () => {
  expect(present || !process.env['CI'], `${path} is absent`).toBe(true);
});

describe.skipIf(!present)('the real digest', () => {
  const source = present ? readFileSync(path, 'utf8') : '';
  const written = source.split('\n').filter((line) => line !== '');
  const header = written.slice(0, 5);
  const titles = written.slice(5).filter((_, index) => index % 2 === 0);
  const abstracts = written.slice(5).filter((_, index) => index % 2 === 1);
  const tree = fromDigest(source, { path: '2025-03-12.txt' });
  const unmended = fromDigest(source, { path: '2025-03-12.txt', inline: false });

  it('has 72 papers', () => {
    expect(papersOf(tree)).toHaveLength(72);
  });

  it('has the titles of the file, in its order', () => {
    expect(papersOf(tree).map((paper) => paper.title)).toEqual(titles);
    expect(papersOf(tree).map((paper) => toString(paper.children[0]))).toEqual(titles);
  });

  it('has one paragraph of abstract a paper, as it stands in the file, when nothing is mended', () => {
    expect(papersOf(unmended).map((paper) => paper.children.slice(1).map((node) => node.type))).toEqual(
      titles.map(() => ['paragraph']),
    );
    expect(papersOf(unmended).map((paper) => toString(paper.children[1]))).toEqual(abstracts);
  });

  it('has a slug of its own for every paper', () => {
    expect(new Set(papersOf(tree).map((paper) => paper.slug)).size).toBe(72);
  });

  it('has the header as data', () => {
    expect(tree.data?.digest).toEqual({
      dialect: 'hugging-face',
      badge: 'new',
      callToSubscribe: header[1],
      subscribeLabel: 'Subscribe',
      curator: 'AK',
      community: 'the research community',
      date: '2025-03-12',
      dateText: 'Mar 12',
      messages: [],
    });
  });

  it('has the header as it stands', () => {
    const node = tree.children.find((node) => node.type === 'digestHeader');
    expect(node?.children.map((field) => [field.name, toString(field)])).toEqual([
      ['badge', header[0]],
      ['callToSubscribe', header[1]],
      ['subscribeLabel', header[2]],
      ['curator', header[3]],
      ['date', header[4]],
    ]);
  });

  it('is undated without a year, and says how to give it one', () => {
    const { date, dateText, messages = [] } = fromDigest(source).data?.digest ?? {};
    expect({ date, dateText }).toEqual({ date: undefined, dateText: 'Mar 12' });
    expect(messages.map(plainMessage)).toEqual([
      {
        ruleId: 'undated',
        reason:
          '“Mar 12” has no year: name the file after its day (2025-03-12.txt), or write `date: 2025-03-12` in its front matter, or set the option `year`.',
        line: 9,
        column: 1,
      },
    ]);
  });

  it('loses no line', () => {
    expect(lostLines(source, tree)).toEqual([]);
  });

  it('has the links that its list names, with their kinds', () => {
    const rows = readFileSync(`${folder}expected-inline.tsv`, 'utf8').trim().split('\n').slice(1);
    const expected = rows
      .map((row) => row.split('\t') as [string, string, string, string])
      .filter(([, , , kind]) => kind.startsWith('link-'))
      .map(([position, , url, kind]) => `${position} ${kind.slice('link-'.length)} ${url}`);
    const found = papersOf(tree).flatMap((paper, index) =>
      paper.links.map(({ url, kind }) => `${index + 1} ${kind} ${url}`),
    );
    expect(found.sort()).toEqual(expected.sort());
  });

  it('reads back the same from MDX, as text alone, when nothing is mended', () => {
    for (const [index, paper] of papersOf(unmended).entries()) {
      const { frontMatter, blocks, types } = readMdx(toMdx(paper));
      expect(frontMatter[0]).toBe(`title: ${JSON.stringify(titles[index])}`);
      expect(blocks).toEqual([abstracts[index]]);
      expect(['paragraph', 'root', 'text']).toEqual(expect.arrayContaining(types));
    }
  });
});

function papersOf(tree: Root) {
  return tree.children.filter((node) => node.type === 'digestEntry');
}
