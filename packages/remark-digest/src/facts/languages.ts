const names: Record<string, string> = {
  af: 'afrikaans',
  ar: 'arabic',
  be: 'belarusian',
  bg: 'bulgarian',
  bn: 'bengali',
  bs: 'bosnian',
  ca: 'catalan',
  cs: 'czech',
  cy: 'welsh',
  da: 'danish',
  de: 'german ngerman deutsch',
  'de-AT': 'austrian naustrian',
  'de-CH': 'swissgerman nswissgerman',
  el: 'greek',
  en: 'english',
  'en-AU': 'australian',
  'en-CA': 'canadian',
  'en-GB': 'british ukenglish',
  'en-NZ': 'newzealand',
  'en-US': 'american usenglish',
  es: 'spanish español castilian',
  'es-MX': 'mexican',
  et: 'estonian',
  eu: 'basque',
  fa: 'persian farsi',
  fi: 'finnish',
  fr: 'french francais français',
  'fr-CA': 'canadien acadian',
  ga: 'irish',
  gl: 'galician',
  he: 'hebrew',
  hi: 'hindi',
  hr: 'croatian',
  hu: 'hungarian magyar',
  hy: 'armenian',
  id: 'indonesian bahasa bahasai indon',
  is: 'icelandic',
  it: 'italian italiano',
  ja: 'japanese 日本語',
  ka: 'georgian',
  kk: 'kazakh',
  ko: 'korean 한국어',
  la: 'latin',
  lt: 'lithuanian',
  lv: 'latvian',
  mk: 'macedonian',
  ms: 'malay',
  nb: 'norsk',
  nl: 'dutch flemish',
  nn: 'nynorsk',
  no: 'norwegian',
  pl: 'polish',
  pt: 'portuguese portuges português',
  'pt-BR': 'brazilian brazil',
  ro: 'romanian',
  ru: 'russian русский',
  sk: 'slovak',
  sl: 'slovenian slovene',
  sq: 'albanian',
  sr: 'serbian',
  sv: 'swedish',
  th: 'thai',
  tr: 'turkish',
  uk: 'ukrainian',
  ur: 'urdu',
  vi: 'vietnamese',
  zh: 'chinese 中文 mandarin',
};

const tags = new Map(
  Object.entries(names).flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag] as const)),
);

/**
 * Reads a language as bibliographies write it: a BCP 47 tag, a code of three letters, an English name, a name of LaTeX's babel.
 *
 * @returns its BCP 47 tag
 */
export function readLanguage(text: string): string | undefined {
  const known = tags.get(text.toLowerCase());
  if (known !== undefined || !/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(text)) return known;
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    // Tags that only look well-formed, such as one with a part twice.
    return undefined;
  }
}
