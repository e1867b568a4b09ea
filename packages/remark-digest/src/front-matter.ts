import type { Position } from 'unist';
import { parseDocument } from 'yaml';
import { placeOf, type Line } from './lines.ts';
import {
  invalidFrontMatter,
  invalidFrontMatterValue,
  unknownFrontMatterKey,
  type Report,
} from './messages.ts';
import type { FrontMatter } from './types.ts';

/** What front matter can say; each of these wins over what the text says. */
export interface FrontMatterFields {
  title?: string;
  description?: string;
  /** `YYYY-MM-DD`, or the words of a date without a year. */
  date?: string;
  year?: number;
  curator?: string;
  community?: string;
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
  const none: FrontMatterResult = { fields: {}, places: {}, rest: lines };
  const open = lines[0];
  const close = lines.findIndex((line, index) => index > 0 && line.text === '---');
  if (!open || open.text !== '---' || close < 0) return none;

  const end = lines[close] as Line;
  const first = lines[1] as Line;
  const value = source
    .slice(first.start, end.start)
    .replace(/\r\n?|\n$/g, (found) => (found === '\r' ? '\n' : ''));
  const result: FrontMatterResult = {
    fields: {},
    node: { type: 'yaml', value, position: placeOf(open, end) },
    places: {},
    rest: lines.slice(close + 1),
  };
  const inner = lines.slice(1, close);
  const whole = placeOf(open, end);

  const document = parseDocument(inner.map((line) => line.text).join('\n'), { prettyErrors: false });
  const problem = document.errors[0];
  const fields: unknown = problem ? undefined : document.toJS();
  if (problem || (fields !== null && (typeof fields !== 'object' || Array.isArray(fields)))) {
    report(
      invalidFrontMatter(problem ? (problem.message.split('\n')[0] as string) : 'it is not a list of keys'),
      whole,
    );
    return result;
  }
  for (const [key, value] of Object.entries(fields ?? {})) {
    const line = inner.find((line) => line.text.startsWith(`${key}:`) || line.text.startsWith(`"${key}"`));
    const place = line ? placeOf(line, line) : whole;
    const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (!known) {
      report(unknownFrontMatterKey(key, Object.keys(keys)), place);
    } else if (!known.accepts(value)) {
      report(invalidFrontMatterValue(key, known.expected), place);
    } else {
      Object.assign(result.fields, { [key]: value });
      result.places[key as keyof FrontMatterFields] = place;
    }
  }
  return result;
}
