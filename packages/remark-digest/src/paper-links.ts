import type { Nodes } from 'mdast';
import { findLinks } from './inline/links.ts';
import type { Span } from './text/digest-text.ts';
import type { DigestLink } from './types.ts';

/** The links in the nodes of a paper whose addresses were made links, each address once. */
export function linksInTree(nodes: readonly Nodes[]): DigestLink[] {
  const links: DigestLink[] = [];
  collect(nodes, links);
  return eachOnce(links);
}

/** The same for a paper whose addresses were left as text. */
export function linksInText(spans: readonly Span[]): DigestLink[] {
  return eachOnce(spans.flatMap(({ value }) => findLinks(value)));
}

function collect(nodes: readonly Nodes[], links: DigestLink[]): void {
  for (const node of nodes) {
    if (node.type === 'link') links.push({ url: node.url, kind: node.data?.kind ?? 'project' });
    else if ('children' in node) collect(node.children, links);
  }
}

function eachOnce(links: readonly DigestLink[]): DigestLink[] {
  const seen = new Map<string, DigestLink>();
  for (const { url, kind } of links) if (!seen.has(url)) seen.set(url, { url, kind });
  return [...seen.values()];
}
