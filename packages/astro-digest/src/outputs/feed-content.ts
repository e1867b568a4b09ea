import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { placeOf, webLinks, type ExternalLink } from './external-link.ts';
import { paragraphs } from './paragraphs.ts';

/** What the content of a paper in a feed is made of. */
export interface FeedContent {
  /** The abstract as HTML that the loader rendered; absent for a live paper, which becomes HTML on its page only. */
  html?: string | undefined;
  /** The abstract as plain text: stands in for the HTML where there is none. */
  text: string;
  /** What is known of the paper, each as a reader reads it, such as `Jane Doe, John Roe` and `18 votes`. */
  facts: readonly string[];
  /** Where its code, its data and so on are. */
  links: readonly ExternalLink[];
}

/** Writes the content of a paper for a feed: its facts, its abstract, its links. */
export function feedContent({ html, text, facts, links }: FeedContent): string {
  const shown = webLinks(links);
  return toHtml(
    {
      type: 'root',
      children: [
        ...(facts.length > 0 ? [h('p', facts.join(' · '))] : []),
        ...(html === undefined ? paragraphs(text).map((lines) => h('p', lines)) : [raw(html)]),
        ...(shown.length > 0 ? [h('ul', shown.map(listItem))] : []),
      ],
    },
    { allowDangerousHtml: true },
  );
}

// The loader made this HTML of a tree without raw nodes, so it is what `toHtml` would write.
function raw(value: string) {
  return { type: 'raw' as const, value };
}

function listItem({ url, name }: ExternalLink) {
  return h('li', [`${name} `, h('a', { href: url, dir: 'ltr' }, placeOf(url))]);
}
