import { describe, expect, test } from 'vitest';
import { cacheNames, pathsAt } from '../../../src/offline/saved/place.ts';

const place = { siteBase: '/lab/', folder: 'papers/', assets: '_astro' };
const at = (path: string): string[] => pathsAt(place, new URL(path, 'https://example.org'));

describe('the file at an address', () => {
  test.each([
    ['/lab/papers/', 'papers/index.html'],
    ['/lab/papers/2025-03-12/owls/', 'papers/2025-03-12/owls/index.html'],
    ['/lab/papers/2025-03-12.html', 'papers/2025-03-12.html'],
    ['/lab/_astro/page.Bq3.css', '_astro/page.Bq3.css'],
    ['/lab/papers/search/?q=owls', 'papers/search/index.html'],
    ['/lab/papers/topics/%E7%BF%94/', 'papers/topics/翔/index.html'],
    ['/lab', 'index.html'],
  ])('of %s is %s', (address, path) => expect(at(address)[0]).toBe(path));

  test('without a slash at its end may be a page in a folder or a file', () => {
    expect(at('/lab/papers')).toEqual(['papers.html', 'papers/index.html', 'papers']);
    // A slug may have a dot in it.
    expect(at('/lab/papers/2025-03-12/v1.5')).toContain('papers/2025-03-12/v1.5/index.html');
  });

  test.each(['/other/papers/', '/labs/papers/', '/lab/%E0%A4%A'])('of %s is not of the site', (address) =>
    expect(at(address)).toEqual([]),
  );
});

test('two digests of an origin never share a cache, even where one is within the other', () => {
  const [outer, inner] = [cacheNames(place), cacheNames({ ...place, folder: 'papers/old/' })];
  expect(inner.saved.startsWith(outer.prefix)).toBe(false);
  expect(new Set([outer.saved, outer.read, inner.saved, inner.read]).size).toBe(4);
});
