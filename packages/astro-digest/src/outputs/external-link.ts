/** A link of a paper to somewhere else: its code, its data, its arXiv page. */
export interface ExternalLink {
  /** Absolute address, `http:` or `https:`. */
  url: string;
  /** What it leads to, as a reader reads it, such as `Code`. */
  name: string;
}

/** The links that lead to the web, each in the form in which browsers send it: ASCII, without white space. */
export function webLinks(links: readonly ExternalLink[]): ExternalLink[] {
  return links.flatMap(({ url, name }) => {
    const address = URL.canParse(url) ? new URL(url) : undefined;
    return address && /^https?:$/.test(address.protocol) ? [{ url: address.href, name }] : [];
  });
}

/** An address as it is shown: without what says nothing to a reader. */
export function placeOf(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
