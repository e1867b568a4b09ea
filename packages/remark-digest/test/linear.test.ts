import { it } from 'vitest';
import { fromDigest } from '../src/index.ts';
import { expectInProportion } from './in-proportion.ts';
import { beginnings, begun } from './linear-beginnings.ts';
import { pieces, title } from './linear-pieces.ts';

it.each([...pieces.map((piece): [string, string] => [title, piece]), ...begun, ...beginnings])(
  'reading %j and %j over and over takes time in proportion',
  { timeout: 120_000 },
  (beginning, piece) => {
    expectInProportion((length) => timeOf(beginning, piece, length));
  },
);

/** Milliseconds for a text that has the piece behind its beginning, again and again. */
function timeOf(beginning: string, piece: string, length: number): number {
  const text = `${beginning}${piece.repeat(Math.ceil(length / piece.length))}`;
  const start = performance.now();
  if (beginning === title) fromDigest(text, { path: '2025-03-12.txt', dialect: 'hugging-face' });
  fromDigest(text, { path: '2025-03-12.txt' });
  return performance.now() - start;
}
