import type { ElementContent } from 'hast';
import type { InlineMath } from 'remark-digest';
import { escapeAttribute, escapeText } from '../outputs/html.ts';

/**
 * Writes a formula as HTML: its MathML, in the bytes that `hast-util-to-html` would write.
 *
 * Formulas have most of the elements of a page, and what MathML asks of a writer is little: no element is void, no
 * attribute stands for a boolean, every value is text.
 */
export function mathsToHtml({ data }: InlineMath): string {
  const { source, hProperties: { alttext = source } = {}, hChildren } = data;
  return `<math alttext="${escapeAttribute(alttext)}">${hChildren.map(toMarkup).join('')}</math>`;
}

function toMarkup(node: ElementContent): string {
  if (node.type === 'text') return escapeText(node.value);
  if (node.type !== 'element') return '';
  let attributes = '';
  for (const name in node.properties) {
    attributes += ` ${name}="${String(node.properties[name]).replace(/[&"]/g, escape)}"`;
  }
  let content = '';
  for (const child of node.children) content += toMarkup(child);
  return `<${node.tagName}${attributes}>${content}</${node.tagName}>`;
}

/** A character as a reference. */
function escape(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
