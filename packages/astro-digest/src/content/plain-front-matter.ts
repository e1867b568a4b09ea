import { paperFrontMatterSchema } from './schemas.ts';

/** A text without anything that YAML might read otherwise than JSON. */
const text = String.raw`"(?:[^\p{C}\p{Zl}\p{Zp}"\\]|\\["\\/bfnrt]|\\u(?!d[89a-f])[\da-f]{4})*"`;
const number = String.raw`(?:0|[1-9]\d{0,14})`;
const link = `\\{"url":${text},"kind":${text}\\}`;

/** A line of front matter as `remark-digest convert` writes it. */
const line = new RegExp(
  `^(?<key>[a-z]+): (?<value>${text}|${number}|true|\\[(?:${text}(?:,${text})*|${link}(?:,${link})*)\\])$`,
  'iu',
);

/**
 * Reads front matter of which every line is a key of a paper and a value in JSON, as `remark-digest convert` writes it: what a parser
 * for all of YAML would give.
 *
 * @returns nothing for front matter of any other form
 */
export function readPlainFrontMatter(yaml: string): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {};
  for (const source of yaml.replace(/\n$/, '').split('\n')) {
    const { key, value } = line.exec(source)?.groups ?? {};
    if (key === undefined || value === undefined) return undefined;
    if (!Object.hasOwn(paperFrontMatterSchema.shape, key) || Object.hasOwn(fields, key)) return undefined;
    fields[key] = JSON.parse(value);
  }
  return fields;
}
