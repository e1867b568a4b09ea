import { replaceInText, splitText, trimText, type LocatedText } from './located-text.ts';

const blankLines = /(?:\r?\n|\r(?!\n))[ \t]*(?:(?:\r?\n|\r(?!\n))[ \t]*)+/g;
const lineBreak = /(?<![ \t])[ \t]+(?:\r?\n|\r(?!\n))[ \t]*|\r\n?[ \t]*|\n[ \t]+/g;

/** Cuts a text at blank lines. */
export function toParagraphs(text: LocatedText): LocatedText[] {
  if (/[\r\n]/.test(text.value)) return splitText(text, blankLines).map(joinLines);
  return text.value.trim() === '' ? [] : [trimText(text)];
}

/** Lines without the white space around their breaks. */
export function joinLines(text: LocatedText): LocatedText {
  return /[\r\n]/.test(text.value) ? replaceInText(text, lineBreak, () => '\n') : text;
}
