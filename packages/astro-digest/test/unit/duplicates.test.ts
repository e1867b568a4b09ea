import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { appearances, firstAppearances, type RecurringPaper } from '../../src/model/duplicates.ts';

/** A paper of an issue that is named by its day, or by `undated-…`. */
function paper(id: string, data: Partial<RecurringPaper['data']> = {}, body?: string): RecurringPaper {
  const [issue = '', slug = ''] = id.split('/');
  const date = /^\d/.test(issue) ? issue : undefined;
  return {
    id,
    body,
    data: { title: slug, issue: { collection: 'issues', id: issue }, issueDate: date, position: 1, ...data },
  };
}

const text =
  'We follow starlings through four winters and ask which birds lead the flock, why the others go along, and what a hawk changes in all of it.';
const first = (...papers: RecurringPaper[]) => Object.fromEntries(firstAppearances(papers));

test('a paper of one arXiv identifier lives in its earliest issue, whatever its title and version', () => {
  const papers = [
    paper('2025-03-12/starlings', { arxivId: '2503.00001' }),
    paper('2025-03-10/how-starlings-flock', { arxivId: '2503.00001v2' }),
    paper('undated-1/starlings', { arxivId: '2503.00001' }),
    paper('2025-03-11/hawks', { arxivId: '2503.00002' }),
  ];
  expect(first(...papers)).toEqual({
    '2025-03-12/starlings': '2025-03-10/how-starlings-flock',
    '2025-03-10/how-starlings-flock': '2025-03-10/how-starlings-flock',
    'undated-1/starlings': '2025-03-10/how-starlings-flock',
    '2025-03-11/hawks': '2025-03-11/hawks',
  });
  expect([...appearances(papers)]).toEqual([
    [
      '2025-03-10/how-starlings-flock',
      ['2025-03-10/how-starlings-flock', '2025-03-12/starlings', 'undated-1/starlings'],
    ],
    ['2025-03-11/hawks', ['2025-03-11/hawks']],
  ]);
});

test('a DOI is an identifier as well, in any letter case, and one of arXiv is the arXiv identifier', () => {
  expect(
    appearances([
      paper('2025-01-01/a', { doi: '10.1234/Birds' }),
      paper('2025-01-02/b', { doi: '10.1234/birds', arxivId: '2501.00001' }),
      paper('2025-01-03/c', { doi: '10.48550/arXiv.2501.00001' }),
    ]),
  ).toEqual(new Map([['2025-01-01/a', ['2025-01-01/a', '2025-01-02/b', '2025-01-03/c']]]));
});

test('without identifiers, an equal title and a close abstract make a paper the same', () => {
  const papers = [
    paper('2025-01-01/x', { title: 'Flocks of Starlings' }, text),
    paper(
      '2025-01-02/x',
      { title: 'flocks  of “starlings”' },
      text.replace('winters', 'seasons').toUpperCase(),
    ),
    paper(
      '2025-01-03/x',
      { title: 'Flocks of Starlings' },
      'Another text, of about the same length, on what the birds of a garden eat from spring to autumn and where they find it.',
    ),
    paper('2025-01-04/x', { title: 'Flocks' }, text),
  ];
  expect(first(...papers)).toEqual({
    '2025-01-01/x': '2025-01-01/x',
    '2025-01-02/x': '2025-01-01/x',
    '2025-01-03/x': '2025-01-03/x',
    '2025-01-04/x': '2025-01-04/x',
  });
});

test('the title alone makes no paper the same: a column of one name is new each day', () => {
  const column = Array.from({ length: 30 }, (_, day) =>
    paper(
      `2025-01-${String(day + 1).padStart(2, '0')}/reading-list`,
      { title: 'Reading list' },
      day % 2 ? undefined : 'Nothing new today.',
    ),
  );
  expect(appearances(column).size).toBe(30);
});

test('identifiers that differ keep papers apart, whatever their texts', () => {
  const papers = [
    paper('2025-01-01/x', { title: 'Starlings', arxivId: '2501.00001' }, text),
    paper('2025-01-02/x', { title: 'Starlings', arxivId: '2501.00002' }, text),
    paper('2025-01-03/x', { title: 'Starlings' }, text),
  ];
  // The third belongs to the first; it can't tie the first and the second together.
  expect(first(...papers)).toEqual({
    '2025-01-01/x': '2025-01-01/x',
    '2025-01-02/x': '2025-01-02/x',
    '2025-01-03/x': '2025-01-01/x',
  });
});

test('the first issue of a day goes by name, the first paper of an issue by place', () => {
  const named = (id: string, position: number) => ({
    ...paper(id, { arxivId: '1', position, issueDate: '2025-01-01' }),
  });
  expect([...appearances([named('week-10/a', 1), named('week-9/b', 2), named('week-9/c', 1)])]).toEqual([
    ['week-9/c', ['week-9/c', 'week-9/b', 'week-10/a']],
  ]);
});

test('ten thousand texts under one title take no more than a moment', { timeout: 60_000 }, () => {
  const column = Array.from({ length: 10_000 }, (_, index) =>
    paper(
      `undated-${index}/x`,
      { title: 'Reading list' },
      Array.from({ length: 120 }, (_, word) => `w${(index * 7919 + word * 104_729) % 5003}`).join(' '),
    ),
  );
  const start = process.cpuUsage();
  const found = firstAppearances(column);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(20);
  expect(found.size).toBe(10_000);
});

test('any text: every paper lives in one that lives in itself, whatever the order of the papers', () => {
  const some = <Value>(...values: Value[]) => fc.constantFrom<Value | undefined>(undefined, ...values);
  const any = fc.record({
    issue: fc.constantFrom('2025-01-01', '2025-01-02', 'undated-9', 'undated-10'),
    title: fc.oneof(fc.constantFrom('Starlings', 'STARLINGS!'), fc.string({ unit: 'binary', minLength: 1 })),
    body: fc.oneof(some(text, text.replace('four', 'five')), fc.string({ unit: 'binary' })),
    arxivId: some('1', '2', '2v3'),
    doi: some('10.1/A', '10.1/a', '10.48550/arXiv.1'),
    position: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (drafts) => {
      const papers = drafts.map(({ issue, body, ...data }, index) => paper(`${issue}/${index}`, data, body));
      const found = firstAppearances(papers);
      expect([...found.keys()].sort()).toEqual(papers.map(({ id }) => id).sort());
      for (const id of found.values()) expect(found.get(id)).toBe(id);
      expect([...firstAppearances(papers.toReversed())]).toEqual([...found]);
    }),
    { seed: 20250312, numRuns: 500 },
  );
});
