import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorsOf, organizationsOf } from '../../src/model/people.ts';

const paper = (id: string, authors: string[], organizations: string[] = []) => {
  const [issue = ''] = id.split('/');
  return {
    id,
    data: {
      issue: { collection: 'issues' as const, id: issue },
      issueDate: /^\d/.test(issue) ? issue : undefined,
      position: 1,
      authors,
      organizations,
    },
  };
};

test('a person has the papers of all forms of the name, the latest first, and the form that is most frequent', () => {
  const people = authorsOf([
    paper('2024-05-01/a', ['Anna  Müller']),
    paper('old/d', ['Anna Müller']),
    paper('2025-05-01/b', ['anna muller', 'Ola Nordmann']),
    paper('2025-06-01/c', ['ANNA MÜLLER ']),
  ]);
  expect(people).toEqual([
    {
      name: 'Anna Müller',
      slug: 'anna-muller',
      papers: ['2025-06-01/c', '2025-05-01/b', '2024-05-01/a', 'old/d'],
    },
    { name: 'Ola Nordmann', slug: 'ola-nordmann', papers: ['2025-05-01/b'] },
  ]);
});

test('people are sorted as in an English book, and names of one slug are told apart', () => {
  const people = authorsOf([
    paper('2025-01-01/a', ['Zoë', 'émile', 'Li-Wei', 'Li Wei', 'Eva', ' ', 'search', '李伟']),
  ]);
  expect(people.map(({ name, slug }) => [name, slug])).toEqual([
    ['émile', 'emile'],
    ['Eva', 'eva'],
    ['Li Wei', 'li-wei'],
    ['Li-Wei', 'li-wei-2'],
    ['search', 'author-search'],
    ['Zoë', 'zoe'],
    ['李伟', 'liwei'],
  ]);
});

test('signs that are letters of their own tell names apart', () => {
  expect(authorsOf([paper('2025-01-01/a', ['राम', 'रमा', 'Łukasz', 'Lukasz'])])).toHaveLength(4);
});

test('somebody who is named twice by a paper has it once', () => {
  expect(authorsOf([paper('2025-01-01/a', ['Eva', 'eva'])])).toMatchObject([{ papers: ['2025-01-01/a'] }]);
});

test('organizations are found in the same way', () => {
  expect(organizationsOf([paper('2025-01-01/a', ['Eva'], ['École', 'ecole', 'Feed'])])).toEqual([
    { name: 'École', slug: 'ecole', papers: ['2025-01-01/a'] },
    { name: 'Feed', slug: 'organization-feed', papers: ['2025-01-01/a'] },
  ]);
});

test('any names: each slug once, each name somewhere, and the same whatever the order of the papers', () => {
  const name = fc.oneof(
    fc.constantFrom('Li Wei', 'li wei', 'Li-Wei', 'Li Wei 2', 'LI WEI-2'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(name, { maxLength: 5 }), { maxLength: 5 }), (lists) => {
      const papers = lists.map((authors, index) => paper(`2025-01-0${index + 1}/x`, authors));
      const people = authorsOf(papers);
      expect(new Set(people.map(({ slug }) => slug)).size).toBe(people.length);
      expect(people.every(({ slug, papers }) => /^[a-z0-9-]{1,90}$/.test(slug) && papers.length > 0)).toBe(
        true,
      );
      expect(new Set(people.flatMap(({ papers }) => papers)).size).toBe(
        lists.filter((list) => list.some((name) => name.trim() !== '')).length,
      );
      expect(authorsOf(papers.toReversed())).toEqual(people);
    }),
    { seed: 20250312, numRuns: 500 },
  );
});
