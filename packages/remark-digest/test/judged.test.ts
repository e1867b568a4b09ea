import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge, precision, readPlaces, recall, score } from './judged/measure.ts';

const lists = ['tuned.tsv', 'unseen.tsv', 'fresh.tsv', 'last.tsv', 'met.tsv', 'drawn.tsv'];
const all = lists.flatMap(readPlaces);

describe('places judged by hand', () => {
  it('are many, of both sides', () => {
    expect(all.filter(({ kind }) => kind !== 'keep').length).toBeGreaterThanOrEqual(340);
    expect(all.filter(({ kind }) => kind === 'keep').length).toBeGreaterThanOrEqual(120);
  });

  it.each(lists)('of %s are mended nearly all, and hardly any wrongly', (name) => {
    const total = score(readPlaces(name)).get('all');
    if (!total) throw new Error(`${name} has no places.`);
    expect(precision(total)).toBeGreaterThanOrEqual(0.98);
    expect(recall(total)).toBeGreaterThanOrEqual(0.9);
  });

  it.each(all.filter(({ kind }) => kind === 'keep'))('$text stays as it stands', (place) => {
    expect(judge(place)).toBe('right');
  });

  it('are what the table of docs/inline.md tells', () => {
    const docs = readFileSync(new URL('../../../docs/inline.md', import.meta.url), 'utf8');
    const table = /<!-- judged -->(?<table>[^]*)<!-- \/judged -->/.exec(docs)?.groups?.['table'] ?? '';
    const told = table
      .trim()
      .split('\n')
      .slice(2)
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    const traps = all.filter(({ kind }) => kind === 'keep').length;
    const measured = [...score(all)].map(([kind, score]) => [
      kind,
      String(kind === 'keep' ? traps : score.places),
      String(kind === 'keep' ? traps - score.wrong : score.right),
      String(score.wrong),
      kind === 'keep' ? '' : precision(score).toFixed(2),
      kind === 'keep' ? '' : recall(score).toFixed(2),
    ]);
    expect(told).toEqual(
      measured.sort(([a = ''], [b = '']) => Number(a === 'all') - Number(b === 'all') || (a < b ? -1 : 1)),
    );
  });
});
