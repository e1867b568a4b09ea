import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { escapeAttribute, escapeText } from '../outputs/html.ts';
import { mathsToHtml } from './maths-to-html.ts';

/**
 * Writes the abstract of a paper as HTML, in the bytes that {@link toHtml} would write.
 *
 * A digest's tree has few kinds of nodes, and thousands of papers are read at a time. All text is escaped, and nothing else
 * of the tree is written: what is no node of a digest is left out.
 *
 * @param blocks the blocks of an entry of `fromDigest`
 */
export function digestToHtml(blocks: readonly BlockContent[]): string {
  return blocks.map(blockToHtml).join('\n');
}

function blockToHtml(block: RootContent): string {
  if (block.type === 'paragraph') return `<p>${phrasingToHtml(block.children)}</p>`;
  if (block.type !== 'list') return '';
  const items = block.children.map(({ children }) => {
    const texts = children.map((child) => (child.type === 'paragraph' ? phrasingToHtml(child.children) : ''));
    return `<li>${texts.join('\n')}</li>\n`;
  });
  return `<ul>\n${items.join('')}</ul>`;
}

function phrasingToHtml(nodes: readonly PhrasingContent[]): string {
  let html = '';
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        html += escapeText(foldLines(node.value));
        break;
      case 'link':
        html += `<a href="${escapeAttribute(normalizeUri(node.url))}">${phrasingToHtml(node.children)}</a>`;
        break;
      case 'strong':
        html += `<strong>${phrasingToHtml(node.children)}</strong>`;
        break;
      case 'emphasis':
        html += `<em>${phrasingToHtml(node.children)}</em>`;
        break;
      case 'inlineCode':
        html += `<code>${escapeText(node.value.replace(/\r?\n|\r/g, ' '))}</code>`;
        break;
      case 'inlineMath':
        html += mathsToHtml(node);
        break;
    }
  }
  return html;
}

function foldLines(text: string): string {
  return text.includes('\n') ? text.replace(/[\t ]*(\r?\n|\r)[\t ]*/g, '$1') : text;
}
