import { describe, expect, test } from 'vitest';
import { hasRealDigest, realDigest } from '../site/shared.ts';
import { digestPapers } from './digest-papers.ts';
import { expectedKin } from './related-expected.ts';
import { relatedOf } from './related-of.ts';

describe.skipIf(!hasRealDigest)('the real digest', () => {
  test('of 20 papers, at least 18 have a paper that a reader expects among the first three', () => {
    const papers = digestPapers(realDigest(), '2025-03-12');
    const titles = new Map(papers.map(({ id, data }) => [id, data.title]));
    const related = new Map(
      [...relatedOf(papers)].map(([id, others]) => [
        titles.get(id),
        others.slice(0, 3).map((other) => titles.get(other.id) as string),
      ]),
    );
    expect(papers).toHaveLength(72);
    const found = expectedKin.filter(({ title, kin }) =>
      related.get(title)?.some((other) => kin.includes(other)),
    );
    expect(found.length).toBeGreaterThanOrEqual(18);
  });
});
