import type { Line } from '../../lines.ts';
import type { DigestText } from '../../text/digest-text.ts';
import type { Extent, LocatedText } from '../../text/located-text.ts';
import { kinds, sortLines, type TagGrammar } from './sort-lines.ts';

/** One line of a value. */
export interface ValueLine {
  text: LocatedText;
  /** Whether it stands further right than the tags. */
  indented: boolean;
  /** Whether a blank line is above it. */
  afterBlank: boolean;
}

/** A tag with its value. */
export interface TaggedField extends Extent {
  tag: string;
  lines: ValueLine[];
}

/** A record, from its first tag to its last line. */
export interface TaggedRecord extends Extent {
  fields: TaggedField[];
}

/** Reads the records of a text, and which lines outside of them are understood. */
export function readRecords(
  text: DigestText,
  grammar: TagGrammar,
): { records: TaggedRecord[]; furniture: Extent[] } {
  const records: TaggedRecord[] = [];
  const furniture: Extent[] = [];
  const { lines } = text;
  const sorted = sortLines(lines, grammar);
  let afterBlank = false;
  for (const [index, line] of lines.entries()) {
    const kind = sorted[index];
    const end = line.textStart + line.text.length;
    if (kind === kinds.start) records.push({ start: line.textStart, end, fields: [] });
    const record = records.at(-1);
    if (kind === kinds.furniture) furniture.push({ start: line.textStart, end });
    else if (record && (kind === kinds.start || kind === kinds.tag || kind === kinds.end)) {
      const tag = grammar.tagOf(line.text, line.textStart > line.start);
      record.end = end;
      if (tag && kind !== kinds.end) record.fields.push(fieldOf(line, tag.name, tag.value));
    } else if (record && kind === kinds.continuation) {
      record.end = end;
      const last = record.fields.at(-1);
      last?.lines.push({ text: textFrom(line, 0), indented: line.textStart > line.start, afterBlank });
      if (last) last.end = end;
    }
    afterBlank = kind === kinds.blank;
  }
  return { records, furniture };
}

function fieldOf(line: Line, tag: string, at: number): TaggedField {
  const text = textFrom(line, at);
  return {
    tag,
    start: line.textStart,
    end: line.textStart + line.text.length,
    lines: text.value === '' ? [] : [{ text, indented: true, afterBlank: false }],
  };
}

function textFrom({ text, textStart }: Line, from: number): LocatedText {
  const value = text.slice(from).trimStart();
  const start = textStart + text.length - value.length;
  return {
    value,
    pieces: value === '' ? [] : [{ at: 0, start, end: start + value.length }],
  };
}
