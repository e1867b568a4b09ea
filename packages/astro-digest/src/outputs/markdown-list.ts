import type { Citation } from '../model/citation.ts';
import { toPlainCitation } from './plain-citation.ts';

/**
 * Writes citations as a list in Markdown, one a line, each title a link to the paper where it has an address.
 *
 * @returns such as `- Diederik P. Kingma and Jimmy Ba (2014). [Adam: …](https://arxiv.org/abs/1412.6980). arXiv:1412.6980.`; empty when there are
 * none
 */
export function toMarkdownList(citations: readonly Citation[]): string {
  return citations.map((citation) => `- ${toItem(citation)}\n`).join('');
}

function toItem(citation: Citation): string {
  const text = toPlainCitation(citation);
  const { title, URL: address } = citation;
  const [before = '', after = ''] = splitAt(text, title);
  // The title leads there already.
  const rest = address && after.endsWith(` ${address}`) ? after.slice(0, -address.length - 1) : after;
  const name = escapeMarkdown(title);
  return `${escapeMarkdown(before)}${address ? `[${name}](<${address}>)` : name}${escapeMarkdown(rest)}`;
}

function splitAt(text: string, part: string): [before: string, after: string] {
  const start = text.lastIndexOf(part);
  return [text.slice(0, start), text.slice(start + part.length)];
}

/** Text in which no sign means anything to Markdown. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~$&]/g, '\\$&');
}
