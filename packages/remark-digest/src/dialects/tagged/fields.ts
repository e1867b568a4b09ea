import { decodeEntities } from '../../text/decode-entities.ts';
import { dropTags } from '../../text/drop-tags.ts';
import { foldText, joinTexts, splitText, type LocatedText } from '../../text/located-text.ts';
import { toParagraphs } from '../../text/paragraphs.ts';
import type { TaggedField, TaggedRecord, ValueLine } from './records.ts';

/** The fields of one record; it remembers which were taken. */
export interface Fields {
  /** The first of the tags named that has a value, as text of one line. */
  line(...tags: string[]): LocatedText | undefined;
  /** The same without noting that something is made of it. */
  peek(...tags: string[]): LocatedText | undefined;
  /** The same with its paragraphs and line breaks. */
  paragraphs(...tags: string[]): LocatedText[];
  /**
   * The values of all fields with this tag. Each line is one, but for those that go on with the line above them. Whether something
   * is made of them is for the caller to note.
   */
  each(tag: string, goesOn: GoesOn): LocatedText[];
  /** All fields, in their order. */
  all: readonly TaggedField[];
  /** Notes that something is made of a tag. */
  took(tag: string): void;
  /** Fields with a value that nothing was made of. */
  unused(): readonly TaggedField[];
}

/** Whether a line goes on with the value above it. */
export type GoesOn = (line: ValueLine, before: string) => boolean;

/** Reads the fields of a record; character references of HTML are decoded, its tags taken out. */
export function toFields({ fields }: TaggedRecord): Fields {
  const taken = new Set<string>();
  const filled = fields.filter(({ lines }) => lines.length > 0);
  const find = (tags: readonly string[]): TaggedField | undefined => {
    for (const tag of tags) {
      const found = filled.find((field) => field.tag === tag);
      if (found) return found;
    }
    return undefined;
  };
  const take = (tags: readonly string[]): TaggedField | undefined => {
    const found = find(tags);
    if (found) taken.add(found.tag);
    return found;
  };
  return {
    line: (...tags) => onOneLine(take(tags)),
    peek: (...tags) => onOneLine(find(tags)),
    paragraphs: (...tags) => {
      const field = take(tags);
      return field ? toParagraphs(decode(joinValue(field))) : [];
    },
    each: (tag, goesOn) =>
      filled.filter((field) => field.tag === tag).flatMap((field) => valuesOf(field, goesOn)),
    all: filled,
    took: (tag) => taken.add(tag),
    unused: () => filled.filter(({ tag }) => !taken.has(tag)),
  };
}

function onOneLine(field: TaggedField | undefined): LocatedText | undefined {
  return field && foldText(decode(joinValue(field)));
}

/** A value over several lines, with a blank line where there was one. */
function joinValue({ lines }: TaggedField): LocatedText {
  const parts: LocatedText[] = [];
  let paragraph: LocatedText[] = [];
  for (const { text, afterBlank } of lines) {
    if (afterBlank) {
      parts.push(joinTexts(paragraph, '\n'));
      paragraph = [];
    }
    paragraph.push(text);
  }
  parts.push(joinTexts(paragraph, '\n'));
  return joinTexts(parts, '\n\n');
}

function valuesOf({ lines }: TaggedField, goesOn: GoesOn): LocatedText[] {
  const values: LocatedText[][] = [];
  for (const [index, line] of lines.entries()) {
    const last = values.at(-1);
    if (last && goesOn(line, lines[index - 1]?.text.value ?? '')) last.push(line.text);
    else values.push([line.text]);
  }
  return values.map((texts) => foldText(decode(joinTexts(texts, '\n'))));
}

function decode(text: LocatedText): LocatedText {
  return /[&<]/.test(text.value) ? decodeEntities(dropTags(text)) : text;
}

/** Splits keywords at semicolons; a comma may belong to one of them. */
export function splitKeywords(texts: readonly LocatedText[]): LocatedText[] {
  return texts.flatMap((text) => splitText(text, /;/g));
}

/** The values of all fields with a tag, of which something is made. */
export function takeEach(fields: Fields, tag: string, goesOn: GoesOn): LocatedText[] {
  fields.took(tag);
  return fields.each(tag, goesOn);
}
