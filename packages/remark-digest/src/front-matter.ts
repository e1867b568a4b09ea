import type { Position } from 'unist';
import { readFrontMatterKeys } from './front-matter-keys.ts';
import { placeOf, type Line } from './lines.ts';
import {
  invalidFrontMatter,
  invalidFrontMatterValue,
  unclosedFrontMatter,
  unknownFrontMatterKey,
  type Report,
} from './messages.ts';
import type { FrontMatter } from './types.ts';
import { isVisible } from './visible.ts';

/** What front matter can say; each of these wins over what the text says. */
export interface FrontMatterFields {
  /** Title of the issue, in place of its date. */
  title?: string;
  /** One sentence about it. */
  description?: string;
  /** `YYYY-MM-DD`, or the words of a date without a year. */
  date?: string;
  /** Year of a date that has none. */
  year?: number;
  /** Who chose the papers. */
  curator?: string;
  /** Who helped, such as `the research community`. */
  community?: string;
  /** Name of the grammar to read with, such as `hugging-face`. */
  dialect?: string;
}

const text = { accepts: (value: unknown) => typeof value === 'string', expected: 'a text' };
const keys: Record<string, { accepts: (value: unknown) => boolean; expected: string }> = {
  title: text,
  description: text,
  date: { accepts: (value) => typeof value === 'string', expected: 'a day such as 2025-03-12' },
  year: {
    accepts: (value) => Number.isInteger(value) && (value as number) > 0 && (value as number) < 10_000,
    expected: 'a year such as 2025',
  },
  curator: text,
  community: text,
  dialect: text,
};

/** The front matter of a digest and the lines that follow it. */
export interface FrontMatterResult {
  fields: FrontMatterFields;
  /** The front matter's node; absent where there is none. */
  node?: FrontMatter;
  /** Place of each key that was read. */
  places: Partial<Record<keyof FrontMatterFields, Position>>;
  /** The lines of the digest itself. */
  rest: Line[];
}

/**
 * Reads the YAML between two lines of `---` at the very start of a text.
 *
 * What can't be read is reported at its line, and the rest still counts.
 */
export function readFrontMatter(source: string, lines: Line[], report: Report): FrontMatterResult {
  const extent = extentOf(lines);
  if (!extent) return { fields: {}, places: {}, rest: lines };

  const open = lines[0] as Line;
  const inner = lines.slice(1, extent.end);
  const last = lines[extent.end - (extent.closed ? 0 : 1)] as Line;
  const end = lines[extent.end]?.start ?? source.length;
  const value = source
    .slice(inner[0]?.start ?? end, end)
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '');
  const result: FrontMatterResult = {
    fields: {},
    node: { type: 'yaml', value, position: placeOf(open, last) },
    places: {},
    rest: lines.slice(extent.end + 1),
  };
  if (!extent.closed) report(unclosedFrontMatter(), placeOf(open, open));

  const placeOfLine = (line: number): Position => {
    const at = inner[line - 1] ?? open;
    return placeOf(at, at);
  };
  const read = readFrontMatterKeys(value);
  if ('problem' in read) {
    report(invalidFrontMatter(read.problem), placeOf(open, last));
    return result;
  }
  for (const { key, value, line } of read) {
    const place = placeOfLine(line);
    const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (!known) {
      report(unknownFrontMatterKey(key, Object.keys(keys)), place);
    } else if (!known.accepts(value)) {
      report(invalidFrontMatterValue(key, known.expected), place);
    } else if (known === text && !isVisible(value as string)) {
      // A key that is there to be filled in says nothing.
    } else {
      Object.assign(result.fields, { [key]: value });
      result.places[key as keyof FrontMatterFields] = place;
    }
  }
  return result;
}

/** Where front matter ends: the index of its second fence, or of the first blank line where it has none. */
function extentOf(lines: readonly Line[]): { end: number; closed: boolean } | undefined {
  if (lines[0]?.text !== '---') return undefined;
  const fence = lines.findIndex((line, index) => index > 0 && line.text === '---');
  if (fence > 0) return { end: fence, closed: true };
  if (!/^[\w-]+:/.test(lines[1]?.text ?? '')) return undefined;
  const blank = lines.findIndex((line) => line.text === '');
  return { end: blank < 0 ? lines.length : blank, closed: false };
}
