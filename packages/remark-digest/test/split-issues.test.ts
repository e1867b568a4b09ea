import { describe, expect, it } from 'vitest';
import { issueNames } from '../src/index.ts';

describe('issues of one file', () => {
  const days = [{ date: '2025-03-10' }, { date: '2025-03-17' }];

  it('are named after the file where there is one', () => {
    expect(issueNames('weekly', [{ date: '2025-03-10' }])).toEqual(['weekly']);
  });

  it('are named after the file and their dates, so that no two files give one name', () => {
    expect(issueNames('weekly', days)).toEqual(['weekly-2025-03-10', 'weekly-2025-03-17']);
  });

  it('do not repeat the date that ends the name of the file', () => {
    const [first] = days as [{ date: string }];
    for (const file of ['2025-03-10', '2025-03', '2025']) {
      expect(issueNames(file, days)).toEqual(['2025-03-10', '2025-03-17']);
    }
    expect(issueNames('owls-2025-03', [first, { title: 'Late Owls' }])).toEqual([
      'owls-2025-03-10',
      'owls-2025-03-late-owls',
    ]);
  });

  it('are told apart by their order where they have one date or none', () => {
    const [first] = days as [{ date: string }];
    expect(issueNames('weekly', [first, first, {}, { dateText: 'Feb 30' }])).toEqual([
      'weekly-2025-03-10',
      'weekly-2025-03-10-2',
      'weekly-3',
      'weekly-feb-30',
    ]);
  });
});
