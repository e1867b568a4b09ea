import { z } from 'astro/zod';
import { defaultKeys, type KeyName, type Keys } from '../model/key-names.ts';

const howKey = 'write one character such as `j`, or `false` for no key';

const howKeys = 'write `true`, `false`, or an object such as `{ search: false }`';

/** What keys can be given to do. */
export const keyNames = Object.keys(defaultKeys) as [KeyName, ...KeyName[]];

/** The option `keys`. */
export const keysSchema = z.union(
  [
    z.boolean(howKeys),
    z
      .partialRecord(
        z.enum(keyNames),
        z.union([z.literal(false, howKey), z.string(howKey).regex(/^[^\s\p{C}]$/u, howKey)], howKey),
        howKeys,
      )
      .refine((keys) => areDifferent(Object.values(toKeys(keys))), {
        error: 'give each key one thing to do',
      }),
  ],
  howKeys,
);

/** The keys that there are, with their defaults filled in. */
export function toKeys(option: boolean | Partial<Record<KeyName, string | false>>): Keys {
  if (option === false) return {};
  const keys = option === true ? defaultKeys : { ...defaultKeys, ...option };
  return Object.fromEntries(Object.entries(keys).filter(([, key]) => key !== false));
}

function areDifferent(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
