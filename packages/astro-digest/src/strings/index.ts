import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Strings } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { zh } from './zh.ts';

/** Tables of the languages that the interface has, by their BCP 47 tags. */
export const languages: Readonly<Record<string, Strings>> = { en, de, es, fr, ja, zh, ar };

/**
 * The table of a language: that of the whole tag, else that of its language alone.
 *
 * @param lang BCP 47 tag, such as `de` or `de-AT`
 * @returns nothing for a language that the interface does not have
 */
export function stringsOf(lang: string): Strings | undefined {
  return languages[lang] ?? languages[lang.split('-')[0] ?? ''];
}

/** Direction of a language's script, of the languages that the interface has. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return /^(?:ar|fa|he|ur)\b/.test(lang) ? 'rtl' : 'ltr';
}

export { makeTranslate, type Translate } from './translate.ts';
export type { Strings } from './en.ts';
