import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createSource } from '../../src/content/source.ts';

const root = mkdtempSync(join(tmpdir(), 'source-'));
const folder = join(root, 'digests');
const add = (name: string): void => writeFileSync(join(folder, name), 'Mar 12\n\nOwls\n\nThey fly.\n');

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  add('2025-03-12.txt');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const makeSource = () => createSource({ base: 'digests', year: undefined, inline: undefined });

describe('what is in the folder', () => {
  test('is looked at once for the two loaders of a build, and again for the next build', () => {
    const source = makeSource();
    const found = source.scan(root, 'issues', true);
    expect(found.issues.map(({ id }) => id)).toEqual(['2025-03-12']);
    expect(source.scan(root, 'papers', true)).toBe(found);
    add('2025-03-13.txt');
    for (const loader of ['papers', 'issues']) expect(source.scan(root, loader, true).issues).toHaveLength(2);
  });

  test('is looked at again when the same loader asks again', () => {
    const source = makeSource();
    source.scan(root, 'papers', true);
    add('2025-03-13.txt');
    expect(source.scan(root, 'papers', true).issues).toHaveLength(2);
    expect(source.scan(root, 'issues', true).issues).toHaveLength(2);
  });

  test('is looked at by each loader of the dev server', () => {
    const source = makeSource();
    source.scan(root, 'issues', false);
    add('2025-03-13.txt');
    expect(source.scan(root, 'papers', false).issues).toHaveLength(2);
  });

  test('is nothing where there is no folder', () => {
    expect(
      createSource({ base: 'none', year: undefined, inline: undefined }).scan(root, 'issues', true),
    ).toEqual({
      exists: false,
      issues: [],
      clashes: [],
    });
  });
});
