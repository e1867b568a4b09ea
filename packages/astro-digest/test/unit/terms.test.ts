import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPapers } from '../../src/model/reading.ts';
import { indexTerms } from '../../src/model/term-index.ts';
import { senseOf, splitWords } from '../../src/model/terms.ts';

const paper = (id: string, title: string, body = '') => ({ id, body, data: { title } });

/** The terms of the first paper as readers see them. */
function termsOf(...papers: ReturnType<typeof paper>[]): string[] {
  const index = indexTerms(readPapers(papers));
  const terms = [...index.terms.subarray(0, index.starts[1])];
  return terms.map((term) => index.forms.get(term) as string).sort();
}

test('words are told apart by what stands between them', () => {
  expect(splitWords('Few-shot learning: isn’t it, at https://example.org/few-shot?').words).toEqual([
    { form: 'Few', gap: 'break' },
    { form: 'shot', gap: 'hyphen' },
    { form: 'learning', gap: 'space' },
    { form: 'isn’t', gap: 'break' },
    { form: 'it', gap: 'space' },
    { form: 'at', gap: 'break' },
  ]);
});

test('Chinese and Japanese become pairs of signs, other scripts stay words', () => {
  const forms = (text: string) => splitWords(text).words.map(({ form }) => form);
  expect(forms('深度学习 GPT模型')).toEqual(['深度', '度学', '学习', 'GPT', '模型']);
  expect(forms('обучение с подкреплением')).toEqual(['обучение', 'с', 'подкреплением']);
  expect(forms('हिन्दी में')).toEqual(['हिन्दी', 'में']);
  expect(forms('鸟')).toEqual(['鸟']);
});

test('words are compared by case-folded, accentless stems; function words and numbers name nothing', () => {
  expect(senseOf('Poincaré')).toEqual({ stem: senseOf('poincare').stem, content: true });
  expect(senseOf("Model's").stem).toBe(senseOf('models').stem);
  expect(['The', '2025', 'x', 'Seven'].map((form) => senseOf(form).content)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(senseOf('3D').content).toBe(true);
});

test('terms are what two papers share: words, compounds, and phrases that no other sign parts', () => {
  expect(
    termsOf(
      paper('a', 'A study', 'We look at state space models, and birds of prey.'),
      paper('b', 'Another', 'Our state space models know. Prey, birds.'),
    ),
  ).toEqual([
    'birds',
    'models',
    'prey',
    'space',
    'space models',
    'state',
    'state space',
    'state space models',
  ]);
});

test('a compound is the same with a hyphen, with a space and closed', () => {
  expect(termsOf(paper('a', 'Few-shot learning'), paper('b', 'few shot learning'))).toEqual([
    'Few-shot',
    'Few-shot learning',
    'learning',
  ]);
  expect(termsOf(paper('a', 'The pretraining'), paper('b', 'Of pre-training'))).toEqual(['pre-training']);
});

test('the words of a compound are terms where they also stand alone', () => {
  expect(termsOf(paper('a', 'Zero-shot birds'), paper('b', 'One-shot birds'))).toEqual(['birds']);
  expect(termsOf(paper('a', 'Bird-watching'), paper('b', 'A bird', 'Bird, a bird'))).toEqual(['bird']);
});

test('a term is shown as it stands most often inside sentences', () => {
  const papers = [
    paper('a', 'Bayesian Methods', 'The Bayesian method. Methods of a Bayesian.'),
    paper('b', 'Bayesian Methods', 'Methods. This method is Bayesian.'),
  ];
  expect(termsOf(...papers)).toEqual(['Bayesian', 'Bayesian method', 'method']);
});

test('any texts: the same terms whatever the order of the papers', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'state',
      'space',
      'few-shot',
      'few',
      'shot',
      '深度学习',
      'the',
      'and-or',
      '-',
      '.',
      '\n\n',
      'É',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), (texts) => {
      const papers = texts.map(([title, body], index) => paper(`${index}`, title, body));
      const index = indexTerms(readPapers(papers));
      const reversed = indexTerms(readPapers(papers.toReversed()));
      const { starts, terms, inTitle, inBody } = index;
      expect(reversed).toMatchObject({ starts, terms, inTitle, inBody });
      const all = new Set(terms);
      expect(reversed.forms).toEqual(index.forms);
      expect(
        [...all].every((term) => (index.frequency[term] ?? 0) > 1 && index.wordsOf(term).length > 0),
      ).toBe(true);
    }),
    { seed: 20250312, numRuns: 500 },
  );
});
