/** The title of a paper on a page: its heading on the paper's own page, else the link to that page. */
export function titleOf(paper: Element): HTMLElement | null {
  return paper.querySelector<HTMLElement>('h1, .digest-heading, h2 > a') ?? paper.querySelector('a');
}
