import type { KeyedValue } from './keyed-values.ts';
import type { LocatedText } from './located-text.ts';

/** A text of a record, and what says that it is used. */
export interface FieldText {
  text: LocatedText;
  use(): void;
}

/**
 * The values of a record by their keys. Whatever is taken is marked as used, and so is what says the same again under another key or
 * says nothing; all else stays unused and is named to the reader.
 */
export class RecordFields {
  readonly #byKey: Map<string, KeyedValue[]>;
  readonly #textOf: (value: KeyedValue) => FieldText | undefined;

  /**
   * @param values those of the record, and of records in it that are only wrapped around
   * @param textOf the text of a value, which may be deeper in it; nothing where it has none
   */
  constructor(
    values: Iterable<KeyedValue> | RecordFields,
    textOf: (value: KeyedValue) => FieldText | undefined,
  ) {
    this.#textOf = textOf;
    if (values instanceof RecordFields) {
      this.#byKey = values.#byKey;
      return;
    }
    this.#byKey = new Map();
    for (const value of values) {
      const same = this.#byKey.get(value.key);
      if (same) same.push(value);
      else this.#byKey.set(value.key, [value]);
    }
  }

  /** The same values with another way to find the text of each. */
  reading(textOf: (value: KeyedValue) => FieldText | undefined): RecordFields {
    return new RecordFields(this, textOf);
  }

  /** The values under keys, in the order of the keys. */
  all(keys: readonly string[]): KeyedValue[] {
    const found: KeyedValue[] = [];
    for (const key of keys) {
      const values = this.#byKey.get(key);
      if (values) found.push(...values);
    }
    return found;
  }

  /** Whether a value under one of the keys has a text. */
  has(keys: readonly string[], fits: (text: string) => boolean = () => true): boolean {
    return this.all(keys).some((value) => {
      const found = this.#textOf(value);
      return found !== undefined && found.text.value.trim() !== '' && fits(found.text.value);
    });
  }

  /**
   * Takes the first text under keys.
   *
   * @param fits tells what is meant; what does not fit stays unused
   * @param repeats tells whether a text says no more than the one that is taken
   */
  text(
    keys: readonly string[],
    fits: (text: string) => boolean = () => true,
    repeats: (text: string, taken: string) => boolean = isSame,
  ): LocatedText | undefined {
    let taken: LocatedText | undefined;
    for (const value of this.all(keys)) {
      const found = this.#textOf(value);
      if (!found || found.text.value.trim() === '') {
        if (value.isEmpty || found) (found ?? value).use();
      } else if (taken === undefined && fits(found.text.value)) {
        taken = found.text;
        found.use();
      } else if (taken !== undefined && repeats(found.text.value, taken.value)) {
        found.use();
      }
    }
    return taken;
  }

  /**
   * Takes the first list of texts under keys.
   *
   * @param listOf the texts of a value, each with what says that it is used
   */
  list(
    keys: readonly string[],
    listOf: (value: KeyedValue) => FieldText[],
    fits: (texts: readonly string[]) => boolean = (texts) => texts.length > 0,
  ): LocatedText[] {
    let taken: LocatedText[] = [];
    for (const value of this.all(keys)) {
      if (value.isEmpty) {
        value.use();
        continue;
      }
      const found = listOf(value);
      if (taken.length === 0 && fits(found.map(({ text }) => text.value))) {
        taken = found.map(({ text }) => text);
        for (const one of found) one.use();
      } else {
        for (const one of found) if (taken.some(({ value }) => isSame(value, one.text.value))) one.use();
      }
    }
    return taken;
  }
}

function isSame(one: string, other: string): boolean {
  return one === other || one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
}
