import { load, save } from '../../reader/storage.ts';
import type { KeptKind } from './kept-kind.ts';

/**
 * A choice of the reader, which is kept as a short text.
 *
 * @param field its name in exports
 * @param form of the texts that there may be
 */
export function textKind(field: string, keyOf: (prefix: string) => string, form: RegExp): KeptKind {
  return {
    async take(prefix) {
      const text = load(keyOf(prefix));
      return text ? { [field]: text } : {};
    },
    async add(prefix, { [field]: text }) {
      if (typeof text !== 'string' || !form.test(text) || load(keyOf(prefix))) return undefined;
      return { stars: 0, lost: save(keyOf(prefix), text) ? 0 : 1 };
    },
  };
}
