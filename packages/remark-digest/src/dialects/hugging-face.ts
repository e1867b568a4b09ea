import { parseDateText } from '../dates.ts';
import { toBlocks, placeOf, type Line } from '../lines.ts';
import { unknownHeaderLine } from '../messages.ts';
import type { DigestFieldName } from '../types.ts';
import type { Dialect, FieldDraft, HeaderData } from './dialect.ts';
import { pairBlocks } from './pair-blocks.ts';

/**
 * Hugging Face's Daily Papers, copied from the browser as plain text: a header, then titles and abstracts in turn, a
 * blank line between any two. The links, authors and votes of the page are lost in such a copy.
 *
 * @see https://huggingface.co/papers
 */
export const huggingFace: Dialect = {
  name: 'hugging-face',
  detect: (lines) => headerLength(lines) > 0,
  parse(lines, report) {
    const count = headerLength(lines);
    const header: HeaderData = {};
    const fields: FieldDraft[] = [];
    for (const line of lines.slice(0, count)) {
      if (line.text === '') continue;
      const field = readField(line.text);
      const name = field && !fields.some((other) => other.name === field.name) ? field.name : 'unknown';
      if (field && name !== 'unknown') Object.assign(header, field.data);
      else report(unknownHeaderLine(line.text), placeOf(line, line));
      fields.push({ name, line });
    }
    return { header, fields, papers: pairBlocks(toBlocks(lines.slice(count))) };
  },
};

/** How many lines that are not blank may stand between two lines of the header without being known. */
const strangers = 2;

/** How many lines, blank ones included, belong to the header: up to the last one that only a header has. */
function headerLength(lines: readonly Line[]): number {
  let length = 0;
  let unknown = 0;
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    if (readField(line.text)) {
      length = index + 1;
      unknown = 0;
    } else if (++unknown > strangers) {
      break;
    }
  }
  return length;
}

interface Field {
  name: Exclude<DigestFieldName, 'unknown'>;
  data: HeaderData;
}

/** What a line of the header tells, or `undefined` for a line that is not one. */
function readField(text: string): Field | undefined {
  if (/^new$/i.test(text)) return { name: 'badge', data: { badge: text } };
  if (/^subscribe$/i.test(text)) return { name: 'subscribeLabel', data: { subscribeLabel: text } };
  if (/^get trending papers in your email inbox\b/i.test(text)) {
    return { name: 'callToSubscribe', data: { callToSubscribe: text } };
  }
  // On the page "by" and the curator's name are elements of their own, and the copy loses the space between them.
  const curated = /^by ?(?<curator>\S.*) and (?<community>the .*\b(?:community|group|team))$/.exec(
    text,
  )?.groups;
  if (curated) {
    const { curator = '', community = '' } = curated;
    return { name: 'curator', data: { curator, community } };
  }
  const alone = /^by(?: (?=\S)|(?=[\p{Lu}@]))(?<curator>\S+)$/u.exec(text)?.groups;
  if (alone) return { name: 'curator', data: { curator: alone['curator'] ?? '' } };
  if (parseDateText(text)) return { name: 'date', data: { dateText: text } };
  return undefined;
}
