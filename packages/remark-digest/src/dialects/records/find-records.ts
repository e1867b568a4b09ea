import type { Line } from '../../lines.ts';
import { formOf } from '../text-form.ts';
import { isNumber, isSeparator, readKeyLine, type KeyLine } from './lines.ts';

/** One key of a record and the lines of its value. */
export interface Field extends KeyLine {
  /** The line of the key; the value begins on it. */
  line: Line;
  /** Further lines of the value; a blank one where a paragraph ends. */
  further: Line[];
}

/** The keys and values of a paper. */
export interface Record {
  /** The first line of the record, its number included. */
  first: Line;
  last: Line;
  fields: Field[];
  /** The names of its keys, in small letters. */
  names: Set<string>;
  /** Its title, where it has one. */
  title: Field | undefined;
}

/** What a text holds. */
export interface FoundRecords {
  records: Record[];
  /** Lines that only separate. */
  separators: Line[];
  /** The lines above the first record that are not blank. */
  above: Line[];
}

/** Finds the records of a text. Lines of a value that is not told from what comes behind it are left unread. */
export function findRecords(lines: readonly Line[]): FoundRecords {
  const keyLines = lines.map((line) => (line.text === '' ? undefined : readKeyLine(line)));
  const found: FoundRecords = { records: [], separators: [], above: [] };
  if (!keyLines.some((keyLine) => keyLine?.key?.role === 'title')) return found;
  const known = knownKeys(lines, keyLines);
  let open: Record | undefined;
  let blankBefore = false;
  let ruleBefore = false;
  let number: Line | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.text === '') {
      blankBefore = true;
      continue;
    }
    const keyLine = keyLines[index];
    const inside = isSeparator(line.text) && isInside(lines, index, keyLines, open);
    // A rule between paragraphs is no text of them; without blank lines around it is a dash of the text.
    if (inside && blankBefore) continue;
    if (keyLine && known.has(keyLine.name.toLowerCase())) {
      const field: Field = { ...keyLine, line, further: [] };
      const around = { lines, keyLines, index };
      if (
        !open ||
        number ||
        (ruleBefore && titleBelow(around)) ||
        beginsRecord(field, open, blankBefore, around)
      ) {
        open = { first: number ?? line, last: line, fields: [], names: new Set(), title: undefined };
        found.records.push(open);
      }
      addField(open, field);
      number = undefined;
      ruleBefore = false;
    } else if (isSeparator(line.text) && !inside) {
      found.separators.push(line);
      ruleBefore = true;
    } else if (isNumber(line.text) && nextKey(lines, keyLines, index)) {
      number = line;
    } else if (!open) {
      found.above.push(line);
    } else if (
      !addToValue(open, line, blankBefore, found.separators.length > 0 && hasKeyBelow(keyLines, index))
    ) {
      // Whatever follows belongs to nothing that is understood.
      open = undefined;
      if (!hasKeyBelow(keyLines, index)) break;
    }
    blankBefore = false;
  }
  found.records = found.records.filter(isRecord);
  return found;
}

function addField(open: Record, field: Field): void {
  open.fields.push(field);
  open.names.add(field.name.toLowerCase());
  open.last = field.line;
  if (field.key?.role === 'title') open.title ??= field;
}

/** A record has a title and says something else. */
function isRecord({ title, fields }: Record): boolean {
  return title !== undefined && fields.filter(({ key }) => key).length > 1;
}

/** The names, in small letters, that are keys: those that are known, and others that half of the records have. */
function knownKeys(lines: readonly Line[], keyLines: readonly (KeyLine | undefined)[]): Set<string> {
  const counts = new Map<string, number>();
  const names = new Set<string>();
  let titles = 0;
  for (const keyLine of keyLines) {
    if (!keyLine) continue;
    const name = keyLine.name.toLowerCase();
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (keyLine.key) names.add(name);
    if (keyLine.key?.role === 'title') titles++;
  }
  for (const [name, count] of counts) if (count > 1 && count >= titles / 2) names.add(name);
  // In a single record a line between two known keys is one, too.
  if (titles === 1) {
    for (let index = 1; index + 1 < lines.length; index++) {
      const [before, keyLine, after] = [keyLines[index - 1], keyLines[index], keyLines[index + 1]];
      if (keyLine && before?.key && before.key.role !== 'abstract' && after?.key)
        names.add(keyLine.name.toLowerCase());
    }
  }
  return names;
}

interface Around {
  lines: readonly Line[];
  keyLines: readonly (KeyLine | undefined)[];
  index: number;
}

/** Whether a key begins another record than the one that is open. */
function beginsRecord(field: Field, open: Record, blankBefore: boolean, around: Around): boolean {
  if (!open.title) return isRepeated(field, open) && field.key?.role !== 'links';
  if (field.key?.role === 'title') {
    // `Paper: address` is no second title.
    const isTold = blankBefore && open.fields.some(({ key }) => key?.role === 'abstract');
    return isTold || !isOtherName(field, open);
  }
  if (!blankBefore && !isSeparator(around.lines[around.index - 1]?.text ?? ''))
    return isRepeated(field, open) && isFirst(field, open);
  return isRepeated(field, open) ? isFirst(field, open) : titleBelow(around, true);
}

function isRepeated({ name }: Field, { names }: Record): boolean {
  return names.has(name.toLowerCase());
}

function isFirst({ name }: Field, { fields }: Record): boolean {
  return fields[0]?.name.toLowerCase() === name.toLowerCase();
}

/** A second word for a title in a record, such as `Paper` behind `Title`, that the record does not have yet. */
function isOtherName(field: Field, open: Record): boolean {
  return open.title?.name.toLowerCase() !== field.name.toLowerCase() && !isRepeated(field, open);
}

/** Whether a title comes before the next rule or, if that is asked for, before the next blank line. */
function titleBelow({ lines, keyLines, index }: Around, inBlock = false): boolean {
  for (let at = index; at < lines.length; at++) {
    const { text } = lines[at] as Line;
    if ((inBlock && text === '') || isSeparator(text)) return false;
    if (keyLines[at]?.key?.role === 'title') return true;
  }
  return false;
}

/** Whether a rule stands inside a value: what comes below it is no key, no number, and no end. */
function isInside(
  lines: readonly Line[],
  index: number,
  keyLines: readonly (KeyLine | undefined)[],
  open: Record | undefined,
): boolean {
  if (open?.fields.at(-1)?.key?.role !== 'abstract') return false;
  for (let at = index + 1; at < lines.length; at++) {
    const { text } = lines[at] as Line;
    if (text === '') continue;
    return !keyLines[at]?.key && !isNumber(text) && !isSeparator(text) && hasKeyBelow(keyLines, at);
  }
  return false;
}

function nextKey(lines: readonly Line[], keyLines: readonly (KeyLine | undefined)[], index: number): boolean {
  for (let at = index + 1; at < lines.length; at++) {
    if ((lines[at] as Line).text !== '') return keyLines[at]?.key !== undefined;
  }
  return false;
}

const lastKeys = new WeakMap<readonly (KeyLine | undefined)[], number>();

function hasKeyBelow(keyLines: readonly (KeyLine | undefined)[], index: number): boolean {
  let last = lastKeys.get(keyLines);
  if (last === undefined) {
    last = keyLines.findLastIndex((keyLine) => keyLine?.key !== undefined);
    lastKeys.set(keyLines, last);
  }
  return index < last;
}

/**
 * Adds a line to the value of the last key, where it can belong to that.
 *
 * @param isEnclosed whether records end with a rule, and another one follows: all before it belongs to this one
 */
function addToValue(open: Record, line: Line, blankBefore: boolean, isEnclosed: boolean): boolean {
  const field = open.fields.at(-1) as Field;
  const isEmpty =
    field.valueStart >= field.line.textStart + field.line.text.length && field.further.length === 0;
  if (blankBefore && !isEmpty) {
    if (field.key?.role !== 'abstract') return false;
    // Where nothing tells the end of a record, anything may come; what belongs to it reads like it.
    if (!isEnclosed && (formOf(line.text) === 'other' || /^(?:[#|@{}[\]<\\]|[-*+]\s)/.test(line.text)))
      return false;
    field.further.push({ ...line, text: '', textStart: line.start });
  }
  field.further.push(line);
  open.last = line;
  return true;
}
