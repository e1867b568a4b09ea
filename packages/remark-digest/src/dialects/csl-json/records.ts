import type { Extent } from '../../text/located-text.ts';
import { readJson, skipBlank, type JsonValue } from './read-json.ts';

/** The records of a bibliography in JSON. */
export interface Records {
  /** Where each record stands, with the comma behind it. */
  records: Extent[];
  /** Brackets and keys around them. */
  furniture: Extent[];
  /** Index behind the last bracket; what follows is no part of it. */
  end: number;
}

const wrapper = /\{\s*"(?:items|references)"\s*:\s*(?=\[)/y;

/** Finds the records: in a list, in a list under `items` or `references`, or one after the other. */
export function findRecords(source: string): Records {
  const start = skipBlank(source, 0);
  const found: Records = { records: [], furniture: [], end: start };
  let at = start;
  wrapper.lastIndex = start;
  if (wrapper.test(source)) at = wrapper.lastIndex;
  const isList = source[at] === '[';
  if (isList) found.furniture.push({ start, end: ++at });
  for (;;) {
    at = skipBlank(source, at);
    if (source[at] !== '{') break;
    const end = endOfRecord(source, at);
    const next = skipBlank(source, end);
    const record = { start: at, end: source[next] === ',' ? next + 1 : end };
    found.records.push(record);
    found.end = at = record.end;
  }
  if (isList && source[at] === ']') {
    const last = skipBlank(source, at + 1);
    found.end = source[last] === '}' ? last + 1 : at + 1;
    found.furniture.push({ start: at, end: found.end });
  }
  return found;
}

/**
 * Index behind the bracket that closes a record. Where none does, the next record at the start of a line with the same blanks before it
 * ends it, or else the text.
 */
function endOfRecord(source: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22 || code === 0x0a) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) depth++;
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) return at + 1;
    else if (code === 0x0a && beginsRecord(source, at + 1, start)) return at + 1;
  }
  return source.length;
}

/** Whether a line begins with a record as far in as the one that began at an index. */
function beginsRecord(source: string, lineStart: number, start: number): boolean {
  let indent = 0;
  while (start - indent > 0 && (source[start - indent - 1] === ' ' || source[start - indent - 1] === '\t'))
    indent++;
  if (start - indent > 0 && source[start - indent - 1] !== '\n') return false;
  if (source[lineStart + indent] !== '{') return false;
  return source.slice(lineStart, lineStart + indent) === source.slice(start - indent, start);
}

/** Types of works, of which each record has one. */
const types = (
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry ' +
  'entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture ' +
  'musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report ' +
  'review review-book software song speech standard thesis treaty webpage'
).split(' ');
const knownTypes = new Set(types);

/** Finds what says that a record is of such a type. */
export const typeSign = new RegExp(String.raw`"type"\s{0,4}:\s{0,4}"(?:${types.join('|')})"`);

/** Whether a record has a type of CSL, a title, and a date, a journal or authors as CSL writes them. */
export function isCslRecord(source: string, { start }: Extent): boolean {
  const record = readJson(source, start);
  const member = (key: string): JsonValue | undefined =>
    record?.kind === 'record' ? record.members.find((one) => one.key === key)?.value : undefined;
  const type = member('type');
  if (type?.kind !== 'text' || !knownTypes.has(source.slice(type.start + 1, type.end - 1))) return false;
  const author = member('author');
  return (
    member('title') !== undefined &&
    (member('issued')?.kind === 'record' ||
      member('container-title') !== undefined ||
      (author?.kind === 'list' && author.items[0]?.kind === 'record'))
  );
}
