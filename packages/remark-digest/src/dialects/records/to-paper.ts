import {
  isAbsent,
  noParts,
  putAddresses,
  putFact,
  toDraft,
  type PaperParts,
} from '../../facts/paper-parts.ts';
import { lineText } from '../../text/digest-text.ts';
import { foldText, joinTexts, locate, sliceText, type LocatedText } from '../../text/located-text.ts';
import type { PaperDraft } from '../dialect.ts';
import type { Field, Record } from './find-records.ts';

/**
 * Makes a paper of a record.
 *
 * @param unused counts the keys of which nothing is made
 */
export function toPaper(
  { first, last, fields }: Record,
  value: string,
  unused: Map<string, number>,
): PaperDraft {
  const parts = noParts();
  for (const field of fields) {
    if (!putField(parts, field, value) && field.key?.role !== 'none') {
      unused.set(field.name, (unused.get(field.name) ?? 0) + 1);
    }
  }
  return toDraft(parts, { start: first.textStart, end: last.textStart + last.text.length });
}

/** Adds what a key tells; gives whether anything is made of it. */
function putField(parts: PaperParts, field: Field, value: string): boolean {
  const { key } = field;
  const paragraphs = paragraphsOf(field, value);
  const text = foldText(joinTexts(paragraphs, ' '));
  if (!key || key.role === 'none') return text.value === '';
  switch (key.role) {
    case 'title':
      // `Paper: address` tells where it is.
      if (/^<?https?:\/\/\S+$/.test(text.value)) return putAddresses(parts, text, 'paper');
      if (parts.title) return false;
      parts.title = withoutMarks(text);
      return true;
    case 'abstract':
      // A second one, such as a summary beside the abstract, is more of it.
      if (!isAbsent(text.value)) for (const paragraph of paragraphs) parts.paragraphs.push(paragraph);
      return true;
    case 'links':
      return isAbsent(text.value) || putAddresses(parts, text, key.kind);
    default:
      putFact(parts, key.role, text);
      return true;
  }
}

/** The paragraphs of a value, each with its lines. */
function paragraphsOf({ line, valueStart, further }: Field, value: string): LocatedText[] {
  const paragraphs: LocatedText[][] = [[locate(value, valueStart, line.textStart + line.text.length)]];
  for (const next of further) {
    if (next.text === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(lineText(next));
  }
  return paragraphs.map((lines) => joinTexts(lines, '\n')).filter((paragraph) => paragraph.value !== '');
}

/** A title without the emphasis or the quotes around all of it. */
function withoutMarks(title: LocatedText): LocatedText {
  const found =
    /^(?<mark>\*\*|__|[*_])(?<inside>[^*_]+)\k<mark>$|^[“"《「](?<quoted>[^”"》」]+)[”"》」]$/u.exec(
      title.value,
    )?.groups;
  const inside = found?.['inside'] ?? found?.['quoted'];
  if (inside === undefined) return title;
  const start = title.value.indexOf(inside);
  return sliceText(title, start, start + inside.length);
}
