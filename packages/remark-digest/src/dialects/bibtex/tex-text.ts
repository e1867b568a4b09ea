import { decodeEntities } from '../../text/decode-entities.ts';
import { decodeTex, decodeTexGroups } from '../../text/decode-tex.ts';
import { dropTags } from '../../text/drop-tags.ts';
import { foldText, replaceInText, type LocatedText } from '../../text/located-text.ts';
import { unbrace } from './unbrace.ts';

// An entity whose sign was escaped for TeX, as Crossref writes it: `{\&}amp$\mathsemicolon$`, `\&amp;`.
const escapedEntity = /(?:\{\\&\}|\\&)(?<name>amp|lt|gt|quot|apos|nbsp|#\d{1,5})(?:;|\$\\mathsemicolon\$)/g;

/**
 * A title or an abstract without what BibTeX adds: braces, entities, tags, commands for single signs. Formulas, emphasis, accents and
 * escapes stay as they stand, to be mended as in any text.
 */
export function toProse(text: LocatedText, options: { wordsOnly: boolean }): LocatedText {
  return unbrace(decodeTexGroups(decodeMarkup(text)), options);
}

/** A field of one line, such as a venue, in plain text. */
export function toPlain(text: LocatedText): LocatedText {
  return foldText(decodeTex(unbrace(decodeMarkup(text), { wordsOnly: false })));
}

/** A field of words, in which TeX's dashes and quotes become characters as well. */
export function toWords(text: LocatedText): LocatedText {
  const plain = toPlain(text);
  if (!/--|``|''/.test(plain.value)) return plain;
  return replaceInText(plain, /-{2,3}|``|''/g, ([found]) => marks[found] ?? found);
}

const marks: Record<string, string> = { '--': '–', '---': '—', '``': '“', "''": '”' };

/** A field in which braces still mean something, such as names, with its letters decoded. */
export function decodeLetters(text: LocatedText): LocatedText {
  return decodeTex(decodeMarkup(text));
}

function decodeMarkup(text: LocatedText): LocatedText {
  if (!/[&<\\]/.test(text.value)) return text;
  const entities = text.value.includes('\\&')
    ? replaceInText(text, escapedEntity, ({ groups }) => `&${groups?.['name']};`)
    : text;
  return decodeEntities(dropTags(entities));
}
