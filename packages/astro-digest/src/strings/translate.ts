import { once } from '../model/once.ts';
import type { StringKey, Strings } from './en.ts';

/** Values that are filled into a string, by the names it has them under; `count` also chooses its plural form. */
export type Values = Record<string, string | number>;

/** Gives a string of the interface, its braces filled in. */
export type Translate = (key: StringKey, values?: Values) => string;

/**
 * Makes the function that gives the strings of a language.
 *
 * @param lang BCP 47 tag of the language, for plural forms and numbers
 */
export function makeTranslate(strings: Strings, lang: string): Translate {
  // In a browser that has not used them yet they take a tenth of a second on a slow phone, and most pages need none.
  const plural = once(() => new Intl.PluralRules(lang));
  const number = once(() => new Intl.NumberFormat(lang));
  const constant = new Map<StringKey, string>();
  return (key, values) => {
    if (values === undefined) {
      // What has nothing to fill in is the same each time.
      const known = constant.get(key);
      if (known !== undefined) return known;
    }
    const entry = strings[key];
    const text =
      typeof entry === 'string' ? entry : (entry[plural().select(Number(values?.['count']))] ?? entry.other);
    const filled = text.replace(/\{(\w+)\}/g, (braces, name: string) => {
      const value = values?.[name];
      return typeof value === 'number' ? number().format(value) : (value ?? braces);
    });
    if (values === undefined) constant.set(key, filled);
    return filled;
  };
}
