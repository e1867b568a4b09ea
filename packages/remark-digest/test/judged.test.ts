import { describe, expect, it } from 'vitest';
import { judge, precision, readPlaces, recall, score } from './judged/measure.ts';

const lists = ['tuned.tsv', 'unseen.tsv'];
const all = lists.flatMap(readPlaces);

describe('places judged by hand', () => {
  it('are many, of both sides', () => {
    expect(all.filter(({ kind }) => kind !== 'keep').length).toBeGreaterThanOrEqual(140);
    expect(all.filter(({ kind }) => kind === 'keep').length).toBeGreaterThanOrEqual(45);
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
});
