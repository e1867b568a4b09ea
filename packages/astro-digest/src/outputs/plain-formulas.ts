import { decodeReferences, formulaText } from './formula-text.ts';
import { escapeText } from './html.ts';

/** A formula in HTML that the loader wrote: the text as it stood, and its MathML. */
const formula = /<math alttext="(?<source>[^"]*)">(?<content>.*?)<\/math>/gs;

/**
 * Puts text in place of the formulas of HTML that the loader wrote: a line of Unicode where that can hold it, else the text as it
 * stood. Mail programs and feed readers drop MathML, and show the texts of its elements one after the other.
 */
export function htmlWithPlainFormulas(html: string): string {
  return replaceFormulas(html, (_, text) => escapeText(text));
}

/**
 * Puts something in place of the formulas of HTML that the loader wrote.
 *
 * @param replacement makes it of a formula's MathML and its text; see {@link htmlWithPlainFormulas}
 */
export function replaceFormulas(html: string, replacement: (maths: string, text: string) => string): string {
  return html.replace(formula, (maths: string, source: string, content: string) =>
    replacement(maths, formulaText(content) ?? decodeReferences(source)),
  );
}

/**
 * Does the same in the plain text of the same paper, where its formulas are as they stood.
 *
 * @param text plain text of a paper
 * @param html the HTML of that paper, which tells where the formulas are; absent for a live paper
 */
export function textWithPlainFormulas(text: string, html: string | undefined): string {
  if (html === undefined || !html.includes('<math ')) return text;
  let plain = '';
  let done = 0;
  let end = 0;
  for (const match of html.matchAll(formula)) {
    const source = decodeReferences(match.groups?.['source'] ?? '');
    const between = html.slice(end, match.index).replace(/<[^>]*>/g, ' ');
    const tail = lastLetters(decodeReferences(between));
    end = match.index + match[0].length;
    const at = placeOf(text, source, done, tail);
    if (at === undefined) continue;
    plain += text.slice(done, at) + (formulaText(match.groups?.['content'] ?? '') ?? source);
    done = at + source.length;
  }
  return plain + text.slice(done);
}

/** How far before a formula the text is looked at, and how many letters tell it from the same words elsewhere. */
const reach = { characters: 400, letters: 12 };

/** Where a text stands behind `from`, after letters that end as those given do. */
function placeOf(text: string, source: string, from: number, tail: string): number | undefined {
  for (let at = text.indexOf(source, from); at >= 0; at = text.indexOf(source, at + 1)) {
    if (lastLetters(text.slice(Math.max(from, at - reach.characters), at)) === tail) return at;
  }
  return undefined;
}

function lastLetters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').slice(-reach.letters);
}
