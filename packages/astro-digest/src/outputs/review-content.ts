import { escapeAttribute, escapeText } from './html.ts';

/** A list of a review. All texts are plain. */
export interface ReviewPart {
  title: string;
  entries: readonly ReviewEntry[];
}

/** A paper or a topic of such a list. */
export interface ReviewEntry {
  name: string;
  /** Absolute address, where it has one. */
  url?: string | undefined;
  /** What is to be said of it. */
  note?: string | undefined;
}

/**
 * Writes the content of a review for a feed: what is to be said of the whole, then its lists; those without entries are left out.
 *
 * @param facts each as a reader reads it, such as `84 papers in 5 issues`
 */
export function reviewContent(facts: readonly string[], parts: readonly ReviewPart[]): string {
  return [
    `<p>${escapeText(facts.join(' · '))}</p>`,
    ...shownParts(parts).map(
      ({ title, entries }) => `<h2>${escapeText(title)}</h2><ul>${entries.map(item).join('')}</ul>`,
    ),
  ].join('');
}

/** Tells a list in one line, such as `Seen again: “…” (first on March 3), “…”`. */
export function reviewLines(parts: readonly ReviewPart[]): string[] {
  return shownParts(parts).map(
    ({ title, entries }) =>
      `${title} — ${entries.map(({ name, note }) => (note === undefined ? name : `${name} (${note})`)).join('; ')}`,
  );
}

function shownParts(parts: readonly ReviewPart[]): ReviewPart[] {
  return parts.filter(({ entries }) => entries.length > 0);
}

function item({ name, url, note }: ReviewEntry): string {
  const text = escapeText(name);
  const link = url === undefined ? text : `<a href="${escapeAttribute(url)}">${text}</a>`;
  return `<li>${link}${note === undefined ? '' : ` · ${escapeText(note)}`}</li>`;
}
