import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markedExcerpt } from '../../src/search/marked-excerpt.ts';
import { parseQuery } from '../../src/search/query.ts';

function excerptOf(text: string, query: string) {
  const { pieces, ...ends } = markedExcerpt(text, parseQuery(query).terms);
  return { shown: pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join(''), ...ends };
}

const filler = 'Words that nobody has looked for. '.repeat(20);

describe('an excerpt', () => {
  test.each([
    ['trained', 'We train models.', 'We [train] models.'],
    ['transf', 'Transformers, again.', '[Transformers,] again.'],
    ['few-shot', 'A few shot learner and a few-shot one.', 'A [few] [shot] learner and a [few-shot] one.'],
    ['naive', 'A naïve reader.', 'A [naïve] reader.'],
    ['学习', '深度学习的学习率', '深度[学习]的[学习]率'],
    ['owls', 'Nothing of them.', 'Nothing of them.'],
  ])('marks %s in “%s”', (query, text, shown) => {
    expect(excerptOf(text, query)).toEqual({ shown, isFromStart: true, isToEnd: true });
  });

  test('is where most of the words are', () => {
    const { shown, isFromStart, isToEnd } = excerptOf(
      `Owls. ${filler}In the night owls hunt mice. ${filler}`,
      'owls hunt mice',
    );
    expect(shown).toContain('[owls] [hunt] [mice.]');
    expect(shown.length).toBeLessThan(220);
    expect({ isFromStart, isToEnd }).toEqual({ isFromStart: false, isToEnd: false });
  });

  test('is the beginning where the text has none of them', () => {
    const { shown, isFromStart } = excerptOf(filler, 'owls');
    expect(filler.startsWith(shown)).toBe(true);
    expect(isFromStart).toBe(true);
  });

  test('is a part of the text, whatever was asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.string({ maxLength: 20 }),
        (text, query) => {
          const { pieces } = markedExcerpt(text, parseQuery(query).terms);
          expect(text).toContain(pieces.map((piece) => piece.text).join(''));
        },
      ),
    );
  });
});
