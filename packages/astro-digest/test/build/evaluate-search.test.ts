import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { digestText } from '../site/site.ts';
import { typeCommand } from '../site/typed-command.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = fileURLToPath(new URL('../../.artifacts/evaluated', import.meta.url));

const digest = digestText('Mar 12', [
  ['Depths of Small Rivers', 'We measure how deep water runs, with a lead on a rope, in forty places.'],
  ['A Chart of Ferries', 'Where boats cross: each chart names small rivers, their banks and the hours.'],
  ['Owls in Winter', 'Owls hunt at dusk. We count what they catch in snow.'],
  ['Baking without Yeast', 'Dough rises by steam. We compare twelve ovens and their loaves.'],
  ['Clocks that Lose Time', 'A pendulum grows longer in summer. We correct it with mercury.'],
]);

/** Where the marked paper stands among what is found: first, second, nowhere since nothing is found. */
const queries = [
  { kind: 'question', query: 'when do owls hunt', answers: ['owls-in-winter'] },
  { kind: 'method', query: 'correct a pendulum with mercury', answers: ['clocks-that-lose-time'] },
  { kind: 'title', query: 'small rivers', answers: ['a-chart-of-ferries'] },
  { kind: 'form', query: 'zqxjvkw', answers: ['baking-without-yeast'] },
];

/** A table that was printed: its columns, and the cells of each search. */
interface Table {
  columns: string[];
  rows: Record<string, Record<string, string>>;
}

let printed = '';

beforeAll(async () => {
  await mkdir(join(folder, 'a-few-papers'), { recursive: true });
  await writeFile(join(folder, 'a-few-papers/2025-03-12.txt'), digest);
  await writeFile(join(folder, 'queries.json'), JSON.stringify(queries));
  const { scripts } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  // The packages are built already, and other tests use them.
  const command = scripts['evaluate:search']?.replace('pnpm build && ', '');
  const own = `--digests "${join(folder, 'a-few-papers')}" --readers "${join(folder, 'queries.json')}"`;
  printed = await typeCommand(`${command} ${own}`, repository);
});

describe('`evaluate:search` with digests of one’s own', () => {
  test('tells of every search how well it finds papers by their own words', () => {
    const { columns, rows } = tableOf(/^a-few-papers: 5 papers, \d+ queries$/m);
    expect(columns).toEqual(expect.arrayContaining(['title', 'misspelt', 'MRR', 'first', 'in ten']));
    expect(Object.keys(rows)).toEqual(['astro-digest', 'MiniSearch', 'FlexSearch', 'Orama', 'Pagefind']);
    expect(rows['astro-digest']).toMatchObject({ title: '1.000', 'in ten': '100.0 %' });
  });

  test('tells of every search where the answers to readers’ queries stand', () => {
    const { columns, rows } = tableOf(/^a-few-papers: 5 papers, 4 queries of readers$/m);
    expect(columns).toEqual(['question', 'method', 'title', 'form', 'MRR', 'in five', 'nothing']);
    expect(Object.keys(rows)).toHaveLength(5);
    expect(rows['astro-digest']).toEqual({
      question: '1.000',
      method: '1.000',
      title: '0.500',
      form: '0.000',
      MRR: '0.625',
      'in five': '75.0 %',
      nothing: '1',
    });
    expect(rows['Pagefind']).toMatchObject({ question: '0.000', form: '0.000' });
  });
});

/** Reads the table below a title; cells are set apart by two blanks. */
function tableOf(title: RegExp): Table {
  const [heading] = title.exec(printed) ?? [];
  expect(heading, printed).toBeDefined();
  const [head = '', ...lines] = (printed.split(`${heading}\n`)[1]?.split('\n\n')[0] ?? '').trim().split('\n');
  const cellsOf = (line: string): string[] => line.trim().split(/ {2,}/);
  const columns = cellsOf(head);
  const rows = lines.map((line) => {
    const [name = '', ...cells] = cellsOf(line);
    return [name, Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))] as const;
  });
  return { columns, rows: Object.fromEntries(rows) };
}
