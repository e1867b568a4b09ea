import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BuiltFile } from '../../src/integration/built-files.ts';
import { formatReport, type BuildReport } from '../../src/integration/report.ts';
import { routeKinds, type RouteKind } from '../../src/model/route-kinds.ts';

const some = (count: number, kind: RouteKind | undefined, size: number): BuiltFile[] =>
  Array.from({ length: count }, (_, index) => ({ path: `${kind}/${index}`, size, kind }));

const report: BuildReport = {
  issues: { issues: 2, messages: 1, time: 40 },
  papers: { papers: 4, read: 3, time: 45 },
  files: [
    ...some(4, 'paper', 8000),
    ...some(2, 'issue', 12_000),
    ...some(1, 'latest', 12_000),
    { path: 'search/index.html', size: 6000, kind: 'search' },
    ...some(9, 'feeds', 2000),
    ...some(1, 'sitemap', 1500),
    ...some(15, 'search', 42_000),
    ...some(2, 'images', 30_000),
    ...some(3, undefined, 4000),
  ],
  renderTime: 1260,
  time: 2049,
  connections: { topics: 5, related: 4, time: 70 },
  index: { records: 4, time: 90 },
  images: { drawn: 2, time: 310 },
};

test('a build is told as a table of stages, times, counts, sizes, with the kinds of what was made', () => {
  expect(formatReport(report).split('\n')).toEqual([
    '  stage     time  count    size',
    '  read    0.04 s      4          papers in 2 issues, 3 read anew,',
    '                                 1 message above',
    '  topics  0.07 s      5          related papers of 4',
    '  pages   1.26 s      8   74 kB  issues 2, papers 4, others 2',
    '  files              10   20 kB  feeds 9, sitemap 1',
    '  index   0.09 s     15  630 kB  of 4 papers',
    '  images  0.31 s      2   60 kB  2 drawn anew',
    '  other               3   12 kB',
    '  total   2.05 s     38  796 kB',
  ]);
});

test('what a site does not have is not in its table', () => {
  const { connections: ___, index: _, images: __, ...rest } = report;
  const table = formatReport({ ...rest, files: some(4, 'paper', 8000) });
  expect(table.match(/^ {2}\w+/gm)?.map((stage) => stage.trim())).toEqual([
    'stage',
    'read',
    'pages',
    'total',
  ]);
});

test('a site of any size has a table of 80 columns, each aligned, without colours', () => {
  const kind = fc.option(fc.constantFrom(...routeKinds), { nil: undefined });
  const group = fc.tuple(fc.nat(2000), kind, fc.nat(10_000_000));
  fc.assert(
    fc.property(
      fc.array(group, { maxLength: 8 }),
      fc.nat(100_000_000),
      fc.nat(100_000),
      (groups, time, papers) => {
        const files = groups.flatMap((arguments_) => some(...arguments_));
        const counts = {
          issues: { issues: papers, messages: papers, time },
          papers: { papers, read: papers, time },
        };
        const lines = formatReport({ ...report, ...counts, files, time, renderTime: time }).split('\n');
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
        expect(lines.join('\n')).toMatch(/^[\n -~]*$/);
        const end = lines[0]?.length;
        for (const line of lines.filter((line) => / [kM]B/.test(line)))
          expect(/.* [kM]B/.exec(line)?.[0].length).toBe(end);
      },
    ),
    { seed: 20250312, numRuns: 100 },
  );
});
