import { replaceInText, type LocatedText } from './located-text.ts';
import { lower, raise } from './raised-letters.ts';

const prefix = '(?:jats:|mml:)?';
const inline =
  'i|b|u|s|em|strong|italic|bold|sc|scp|small|font|span|sub|sup|monospace|inline-formula|math|m(?:i|n|o|row|sub|sup|subsup|frac|sqrt|text|style|over|under|fenced)';
const block = 'p|br|div|ul|ol|li|sec|abstract|title';
const attributes = String.raw`(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*`;

const shifted = new RegExp(
  String.raw`<${prefix}(?<name>sub|sup)>\s?(?<text>[\d+\-−=()]{1,12})\s?</${prefix}\k<name>>`,
  'gi',
);
const label = new RegExp(String.raw`<${prefix}title>\s?abstract\.?\s?</${prefix}title>`, 'gi');
const tag = new RegExp(
  String.raw`<(?<close>/?)(?<name>${prefix}(?:${inline}|${block}))\b${attributes}(?<alone>/?)>`,
  'gi',
);
const blockName = new RegExp(`^${prefix}(?:${block})$`, 'i');

/**
 * Takes the tags of HTML, JATS and MathML out of a field; what they stand around stays. A small index of digits becomes one of
 * characters, tags of blocks part paragraphs. Tags within a line are only taken out in pairs, so that `a<b` stays as it is.
 */
export function dropTags(text: LocatedText): LocatedText {
  if (!/<\/?[a-zA-Z]/.test(text.value)) return text;
  const indexed = replaceInText(
    replaceInText(text, label, () => '\n\n'),
    shifted,
    ({ groups = {}, 0: whole }) =>
      (/sup/i.test(groups['name'] ?? '') ? raise : lower)(groups['text'] ?? '') ?? whole,
  );
  const pairs = pairsOf(indexed.value);
  return replaceInText(indexed, tag, ({ groups, index, 0: whole }) => {
    if (blockName.test(groups?.['name'] ?? '')) return '\n\n';
    return pairs.has(index) ? '' : whole;
  });
}

/** Where the tags stand that open something which is closed, and those that close it. */
function pairsOf(value: string): Set<number> {
  const pairs = new Set<number>();
  const open = new Map<string, number[]>();
  for (const { groups = {}, index } of value.matchAll(tag)) {
    const name = groups['name']?.toLowerCase() ?? '';
    const before = open.get(name) ?? [];
    open.set(name, before);
    if (groups['alone'] === '/') pairs.add(index);
    else if (groups['close'] !== '/') before.push(index);
    else {
      const start = before.pop();
      if (start !== undefined) pairs.add(start).add(index);
    }
  }
  return pairs;
}
