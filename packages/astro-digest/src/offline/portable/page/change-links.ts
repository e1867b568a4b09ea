/** Links by paths in the site. */
const pathLinks = 'a[href^="/"]';

/**
 * Lets links that scripts add lead to pages that are read from files. Scripts know pages by their paths in the site; links that came with
 * the page were written for files.
 *
 * @param addressOf gives the address here of a path in the site; what is no page of the digest stays
 */
export function changeLinks(addressOf: (path: string) => string): void {
  const change = (link: Element): void => {
    const path = link.getAttribute('href') as string;
    const address = addressOf(path);
    if (address !== path) link.setAttribute('href', address);
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(pathLinks)) change(node);
        for (const link of node.querySelectorAll(pathLinks)) change(link);
      }
  });
  const begin = (): void => {
    for (const link of document.querySelectorAll(pathLinks)) change(link);
    observer.observe(document, { childList: true, subtree: true });
  };
  // To look at each element of a long page as it is read would take time.
  document.addEventListener('readystatechange', begin, { once: true });
}
