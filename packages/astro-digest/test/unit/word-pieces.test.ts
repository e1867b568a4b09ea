import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapNumbers } from '../../src/model/gaps.ts';
import { Lexicon } from '../../src/model/lexicon.ts';
import { textsOf } from '../../src/model/paper-texts.ts';
import { splitWords } from '../../src/model/terms.ts';
import { PieceReader } from '../../src/model/word-pieces.ts';

test('a text that is read piece by piece has the words and gaps that it has as a whole', () => {
  const sign = fc.constantFrom(
    ' ',
    ' ',
    '\n',
    '-',
    '.',
    '|',
    '学',
    'ー',
    '’',
    'www.',
    'https://',
    'a',
    'few',
    'É',
  );
  const text = fc
    .array(fc.oneof({ weight: 8, arbitrary: sign }, fc.string({ unit: 'binary', maxLength: 3 })))
    .map((signs) => signs.join(''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const lexicon = new Lexicon();
      const reader = new PieceReader(lexicon);
      for (const text of texts) reader.read(text);
      const { forms, gaps } = reader.wordNumbers();
      const words = texts.flatMap((text) => splitWords(text).words);
      expect(Array.from(forms, (form) => lexicon.forms[form])).toEqual(words.map(({ form }) => form));
      expect([...gaps]).toEqual(words.map(({ gap }) => gapNumbers[gap]));
    }),
    { seed: 20250312, numRuns: 1000 },
  );
});

test('papers are read when somebody asks, and once', () => {
  let times = 0;
  const paper = {
    id: 'a',
    body: '',
    data: {
      get title() {
        times++;
        return 'Starlings';
      },
    },
  };
  const texts = textsOf([paper]);
  expect(times).toBe(0);
  expect([texts.reading, texts.index, texts.weights, texts.index].length).toBe(4);
  expect(times).toBe(1);
});
