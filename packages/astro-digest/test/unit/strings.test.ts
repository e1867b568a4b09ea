import { describe, expect, test } from 'vitest';
import { en, type Plural, type StringKey, type Strings } from '../../src/strings/en.ts';
import { directionOf, languages, makeTranslate, stringsOf } from '../../src/strings/index.ts';

/** Strings that a language shares with English: its own words are the same, or there are hardly any in them. */
const sameAsEnglish: Record<string, StringKey[]> = {
  de: ['code', 'mailSubject', 'offline', 'statistics', 'video'],
  es: ['mailSubject'],
  fr: ['aboutMessages', 'code', 'source', 'votes'],
  ar: ['mailSubject'],
};

/** Forms that a language may write without the number, as in “two papers” by a single word. */
const formsWithoutNumber = new Set(['zero', 'one', 'two']);

const keys = Object.keys(en) as StringKey[];
const tables = Object.entries(languages);
const translated = tables.filter(([lang]) => lang !== 'en');

/** Forms of a string by plural category; a string without a count has only `other`. */
function formsOf(entry: string | Plural): [category: string, text: string][] {
  return Object.entries(typeof entry === 'string' ? { other: entry } : entry);
}

function textsOf(strings: Strings): [name: string, text: string][] {
  return Object.entries(strings).flatMap(([key, entry]) =>
    formsOf(entry).map(([category, text]): [string, string] => [`${key} ${category}`, text]),
  );
}

function namesInBraces(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].toSorted();
}

function without<Item>(list: readonly Item[], item: Item): Item[] {
  return list.filter((other) => other !== item);
}

/** The function that gives the strings of a language that the interface has. */
function translateTo(lang: string): ReturnType<typeof makeTranslate> {
  return makeTranslate(stringsOf(lang) as Strings, lang);
}

test('the interface has these languages', () => {
  expect(Object.keys(languages)).toEqual(['en', 'de', 'es', 'fr', 'ja', 'zh', 'ar']);
});

describe.each(tables)('%s', (lang, strings) => {
  test('has every string, and each as English has it, with a count or without', () => {
    expect(Object.keys(strings)).toEqual(keys);
    for (const key of keys) expect(typeof strings[key], key).toBe(typeof en[key]);
  });

  test('has a form for each plural category of the language, and no other', () => {
    const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.toSorted();
    const counted = Object.entries(strings).filter(([, entry]) => typeof entry !== 'string');
    expect(counted.length).toBeGreaterThan(0);
    for (const [key, entry] of counted) expect(Object.keys(entry).toSorted(), key).toEqual(categories);
  });

  test('fills in what English fills in', () => {
    for (const key of keys) {
      const entry: string | Plural = en[key];
      const expected = namesInBraces(typeof entry === 'string' ? entry : entry.other);
      for (const [category, text] of formsOf(strings[key])) {
        const found = namesInBraces(text);
        const numberOptional = typeof entry !== 'string' && formsWithoutNumber.has(category);
        expect(numberOptional ? without(found, '{count}') : found, `${key} ${category}`).toEqual(
          numberOptional ? without(expected, '{count}') : expected,
        );
      }
    }
  });

  test('has no empty string, and no space at an end', () => {
    for (const [name, text] of textsOf(strings)) {
      expect(text, name).not.toBe('');
      expect(text.trim(), name).toBe(text);
    }
  });

  test('has the quotation marks, apostrophes and ellipses of print', () => {
    for (const [name, text] of textsOf(strings)) expect(text, name).not.toMatch(/['"]|\.\.\./);
  });
});

test.each(translated)('%s shares no more strings with English than its words do', (lang, strings) => {
  const shared = keys.filter((key) => {
    const english = new Set(formsOf(en[key]).map(([, text]) => text));
    return formsOf(strings[key]).some(([, text]) => english.has(text));
  });
  expect(shared.toSorted()).toEqual(sameAsEnglish[lang] ?? []);
  expect(shared.length).toBeLessThan(6);
});

test.each(['ja', 'zh', 'ar'])('%s has no Latin letters but in names and what is filled in', (lang) => {
  for (const [name, text] of textsOf(stringsOf(lang) as Strings)) {
    expect(text.replaceAll(/\{\w+\}|JavaScript|WebAssembly/g, ''), name).not.toMatch(/[A-Za-z]/);
  }
});

test('French has its spaces, which do not break, at its punctuation marks', () => {
  for (const [name, text] of textsOf(stringsOf('fr') as Strings)) {
    expect(text, name).not.toMatch(/(?<!\u202f)[;!?]|(?<!\u00a0)[:»]|«(?!\u00a0)/);
  }
});

test.each(['ja', 'zh'])('%s has no punctuation marks of half width', (lang) => {
  for (const [name, text] of textsOf(stringsOf(lang) as Strings)) expect(text, name).not.toMatch(/[,.;:!?]/);
});

test('Arabic has its own comma, semicolon and question mark', () => {
  for (const [name, text] of textsOf(stringsOf('ar') as Strings)) expect(text, name).not.toMatch(/[,;?]/);
});

describe('what is filled in', () => {
  test.each([
    ['en', '1,234 papers'],
    ['de', '1.234 Arbeiten'],
    ['fr', '1\u202f234 articles'],
    ['ja', '論文1,234件'],
    ['zh', '1,234篇论文'],
    ['ar-EG', '١٬٢٣٤ ورقة'],
  ])('%s writes numbers in its own way', (lang, expected) => {
    expect(translateTo(lang)('papers', { count: 1234 })).toBe(expected);
  });

  test('Spanish separates thousands from five digits on', () => {
    expect(translateTo('es')('papers', { count: 1234 })).toBe('1234 artículos');
    expect(translateTo('es')('papers', { count: 12_345 })).toBe('12.345 artículos');
  });

  test.each([
    ['en', 0, '0 papers'],
    ['en', 1, '1 paper'],
    ['de', 0, '0 Arbeiten'],
    ['de', 1, '1 Arbeit'],
    ['es', 1, '1 artículo'],
    ['es', 2, '2 artículos'],
    ['fr', 0, '0 article'],
    ['fr', 1, '1 article'],
    ['fr', 2, '2 articles'],
    ['ja', 1, '論文1件'],
    ['zh', 1, '1篇论文'],
  ])('%s has its form for %d', (lang, count, expected) => {
    expect(translateTo(lang)('papers', { count })).toBe(expected);
  });

  // With Latin digits whatever digits the runtime has for Arabic.
  test.each([
    [0, 'لا أعداد'],
    [1, 'عدد واحد'],
    [2, 'عددان'],
    [3, '3 أعداد'],
    [11, '11 عددًا'],
    [100, '100 عدد'],
  ])('Arabic has its form for %d', (count, expected) => {
    expect(translateTo('ar-u-nu-latn')('issues', { count })).toBe(expected);
  });

  test('a string can have several values', () => {
    const t = translateTo('de');
    expect(t('statistics', { papers: t('papers', { count: 12 }), issues: t('issues', { count: 1 }) })).toBe(
      '12 Arbeiten in 1 Ausgabe',
    );
    expect(t('week', { week: 11, year: '2025' })).toBe('11. Woche 2025');
  });

  test('words are filled in as they stand, whatever is in them', () => {
    const t = translateTo('en');
    expect(t('chosenBy', { people: '$& {count} <b>' })).toBe('chosen by $& {count} <b>');
    expect(t('chosenBy', { people: '' })).toBe('chosen by ');
  });

  test('braces without a value stay as they are', () => {
    const t = translateTo('en');
    expect(t('chosenBy')).toBe('chosen by {people}');
    expect(t('sourceLines', { file: 'a.txt', first: 3 })).toBe('a.txt, lines 3 to {last}');
    expect(t('papers')).toBe('{count} papers');
  });

  test('a string whose form is missing has the other form', () => {
    const t = makeTranslate({ ...en, papers: { other: '{count} preprints' } }, 'en');
    expect(t('papers', { count: 1 })).toBe('1 preprints');
  });
});

test.each([
  ['de', languages['de']],
  ['de-AT', languages['de']],
  ['es-MX', languages['es']],
  ['zh-CN', languages['zh']],
  ['zh-Hans', languages['zh']],
  ['zh-Hans-CN', languages['zh']],
  ['xx', undefined],
  ['', undefined],
])('the strings of %j', (lang, expected) => {
  expect(stringsOf(lang)).toBe(expected);
});

test.each([
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['fa', 'rtl'],
  ['de', 'ltr'],
  ['zh-Hans', 'ltr'],
  ['arn', 'ltr'],
])('the direction of %s is %s', (lang, expected) => {
  expect(directionOf(lang)).toBe(expected);
});
