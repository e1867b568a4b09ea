/** What keys do on a page of a digest, in the order in which they are listed, each with the key that does it by default. */
export const defaultKeys = { next: 'j', prev: 'k', star: 's', search: '/', help: '?' } as const;

/** Name of what a key does. */
export type KeyName = keyof typeof defaultKeys;

/** Which key does what; what is not named has none. */
export type Keys = Partial<Record<KeyName, string>>;
