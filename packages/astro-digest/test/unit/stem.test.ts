import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, stem } from '../../src/model/stem.ts';

test.each([
  ['simple', 'simplicity'],
  ['train', 'trains', 'trained', 'training'],
  ['network', 'networks'],
  [
    'generalize',
    'generalise',
    'generalized',
    'generalization',
    'generalisation',
    'generalizing',
    'generalizable',
  ],
  ['generate', 'generates', 'generated', 'generation', 'generative', 'generating'],
  ['bias', 'biases', 'biased', 'biasing'],
  ['query', 'queries'],
  ['loss', 'losses'],
  ['class', 'classes'],
  ['classify', 'classified', 'classification', 'classifying'],
  ['model', 'models', 'modelling', 'modeling', 'modelled'],
  ['analysis', 'analyses', 'analyze', 'analyse', 'analyzed'],
  ['hypothesis', 'hypotheses'],
  ['efficient', 'efficiency', 'efficiently'],
  ['robust', 'robustness'],
  ['sparse', 'sparsity'],
  ['interpretable', 'interpretability'],
  ['causal', 'causality', 'causally'],
  ['statistical', 'statistics', 'statistically'],
  ['compute', 'computation', 'computational'],
  ['composition', 'compositional'],
  ['scale', 'scales', 'scaled', 'scaling'],
  ['share', 'shared', 'sharing'],
  ['environment', 'environments'],
  ['llm', 'llms'],
])('forms of %s are one', (...forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1);
});

test.each([
  ['general', 'generalize', 'generate', 'genre'],
  ['transform', 'transformer'],
  ['sequence', 'subsequent'],
  ['string', 'strand'],
  ['king', 'kin'],
  ['embed', 'emblem'],
  ['speed', 'speech'],
])('%s and the words after it are different', (...words) => {
  expect(new Set(words.map(stem)).size).toBe(words.length);
});

test('words of other scripts stay as they are', () => {
  expect(['обучение', '学习', 'éa', 'gpt2s'].map(stem)).toEqual(['обучение', '学习', 'éa', 'gpt2']);
});

test('any word has a stem that is not empty', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.stringMatching(/^[a-z]{1,12}$/), fc.string({ unit: 'binary', minLength: 1 })),
      (word) => {
        expect(stem(word).length).toBeGreaterThan(0);
      },
    ),
    { seed: 20250312, numRuns: 2000 },
  );
});

test('a word begins as all words of its stem do', () => {
  const roots = fc.stringMatching(/^[a-z]{1,9}$/);
  const ending = fc.constantFrom(
    ...'s es ies sses xes ches sis ity ivity bility plicity ization isation izing ised yzing yzed yze ifying'.split(
      ' ',
    ),
    ...'ified ify ational ation ative ating ate tion ssion ive ied eed ed ing ement ness ency ancy encies'.split(
      ' ',
    ),
    ...'quence ence ance ically ical ly lly'.split(' '),
  );
  const isBegun = fc.property(roots, ending, (root, ending) =>
    (root + ending).startsWith(beginningOf(root + ending)),
  );
  expect(fc.check(isBegun, { numRuns: 5000 }).counterexample).toBeNull();
});
