import { describe, expect, test } from 'vitest';
import { pairsApart } from '../../src/search/pairs-apart.ts';
import { pagefindLanguage } from '../../src/search/pagefind-language.ts';
import { parseQuery } from '../../src/search/query.ts';
import { hasRun, isTelling, pairsOf, partRuns } from '../../src/search/runs.ts';
import { shownWords } from '../../src/search/shown-words.ts';
import { bare, lineOf, smallestWords, splitForms } from '../../src/search/words.ts';

describe('runs', () => {
  test.each([
    ['few-shot', ['few-shot']],
    ['基于Transformer的神经网络', ['基于', 'Transformer', '的神经网络']],
    ['GPT-4を用いた要約', ['GPT-4', 'を用いた要約']],
    ['手法、圧縮。', ['手法', '、', '圧縮', '。']],
    ['データ々', ['データ々']],
    ['เครื่อง', ['เครื่อง']],
    ['언어모델(LM)', ['언어모델', '(LM)']],
    ['café', ['café']],
  ])('%s is parted at their ends', (text, pieces) => {
    expect(partRuns(text)).toEqual(pieces);
  });

  test.each([
    ['神经网络', ['神经', '经网', '网络']],
    ['猫', ['猫']],
    ['𠮷野家', ['𠮷野', '野家']],
  ])('%s has its pairs', (run, pairs) => {
    expect(pairsOf(run)).toEqual(pairs);
  });

  test('other scripts have none', () => {
    expect(['naïve', 'Привет', 'Ωμέγα', 'مرحبا', '“—”', '。'].filter(hasRun)).toEqual([]);
  });

  test('pairs of what stands between words tell little', () => {
    expect(['网络', '络的', 'した', 'モデ', '모델'].filter(isTelling)).toEqual(['网络', 'モデ', '모델']);
  });
});

describe('words', () => {
  test('of a mixed text are its words and its pairs', () => {
    expect(splitForms('GPT-4の要約').map(({ whole }) => whole)).toEqual(['gpt4', 'の要', '要約']);
    expect(smallestWords('GPT-4の要約')).toEqual(['gpt', '4', 'の要', '要約']);
  });

  test('are the same in wide and narrow letters, but voiced ones are others', () => {
    expect(bare('ﾃﾞｰﾀ')).toBe(bare('データ'));
    expect(bare('がん')).not.toBe(bare('かん'));
    expect(bare('모델')).toBe('모델');
  });

  test('a line has a run inside a longer one', () => {
    expect(lineOf('深度神经网络的泛化')).toContain(lineOf('神经网络'));
    expect(lineOf('神经机器网络')).not.toContain(lineOf('神经网络'));
  });
});

describe('a query', () => {
  test('has each run as one word', () => {
    expect(parseQuery('圧縮 手法 基于Transformer').terms.map(({ typed }) => typed)).toEqual([
      '圧縮',
      '手法',
      '基于',
      'Transformer',
    ]);
  });

  test('has the telling pairs of its runs where no paper has them whole, with the signs of their letters', () => {
    const typedIn = (text: string): string[] => pairsApart(parseQuery(text)).terms.map(({ typed }) => typed);
    expect(typedIn('神经网络的泛化 GPT')).toEqual(['GPT', '神经', '经网', '网络', '泛化']);
    expect(typedIn('เครื่อง')).toEqual(['เค', 'ครื่', 'รื่อ', 'อง']);
    expect(typedIn('した')).toEqual(['した']);
    expect(typedIn('神经网络'.repeat(100)).length).toBeLessThan(20);
  });

  test('tells of pairs that overlap as of one word', () => {
    const { terms } = pairsApart(parseQuery('神经网络的泛化 GPT 圧縮 縮小'));
    expect(shownWords(terms, () => true)).toEqual(['GPT', '神经网络', '泛化', '圧縮', '縮小']);
    expect(shownWords(terms, (index) => terms[index]?.typed !== '经网')).toEqual([
      'GPT',
      '神经',
      '网络',
      '泛化',
      '圧縮',
      '縮小',
    ]);
  });
});

test('Pagefind parts no words by a dictionary', () => {
  expect(['zh-TW', 'ja', 'th', 'en-GB', 'de', 'ko'].map(pagefindLanguage)).toEqual([
    'en',
    'en',
    'en',
    'en',
    'de',
    'ko',
  ]);
});
