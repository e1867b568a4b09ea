import { placeOf, webLinks, type ExternalLink } from './external-link.ts';
import { escapeAttribute, escapeText } from './html.ts';
import { paragraphsHtml } from './paragraphs.ts';
import { htmlWithPlainFormulas } from './plain-formulas.ts';

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

/**
 * Writes the content of a paper for a feed: its facts, its abstract, its links. Formulas are text, since most readers drop MathML and
 * show what is left.
 */
export function feedContent({ html, text, facts, links }: FeedContent): string {
  // The HTML that the loader rendered is as safe as this: it came of a tree without raw HTML.
  const items = webLinks(links).map(listItem).join('');
  return [
    facts.length > 0 ? `<p>${escapeText(facts.join(' · '))}</p>` : '',
    ...(html === undefined
      ? paragraphsHtml(text).map((content) => `<p>${content}</p>`)
      : [htmlWithPlainFormulas(html)]),
    items && `<ul>${items}</ul>`,
  ].join('');
}

function listItem({ url, name }: ExternalLink): string {
  return `<li>${escapeText(name)} <a href="${escapeAttribute(url)}" dir="ltr">${escapeText(placeOf(url))}</a></li>`;
}
