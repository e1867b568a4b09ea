/**
 * Puts a page in the place of the one that is shown. What is around the digest is the site's: it stays, with whatever its scripts have
 * made of it, and only what it says differently on this page is changed.
 *
 * @param html what is in the page's body
 */
export function changePage(html: string): void {
  const fresh = new DOMParser().parseFromString(`<body>${html}`, 'text/html').body;
  for (const element of fresh.querySelectorAll('[data-without-scripts]')) element.remove();
  changeChildren(document.body, fresh, true);
  for (const script of document.querySelectorAll<HTMLScriptElement>('.digest-page script:not([type])'))
    runAgain(script);
}

/** @param isLonger whether there may be more at the end of the old one, such as scripts, that stays */
function changeChildren(old: Element, fresh: Element, isLonger = false): void {
  const [before, after] = [old, fresh].map(({ childNodes }) => [...childNodes].filter(isSeen)) as [
    ChildNode[],
    ChildNode[],
  ];
  const isShort = isLonger ? before.length < after.length : before.length !== after.length;
  if (isShort || !after.every((node, index) => isAlike(before[index], node))) {
    old.replaceChildren(...fresh.childNodes);
    return;
  }
  for (const [index, node] of after.entries()) {
    const place = before[index] as ChildNode;
    if (!(node instanceof Element) || !(place instanceof Element)) place.nodeValue = node.nodeValue;
    else if (node.matches('.digest-page')) place.replaceWith(node);
    else {
      changeAttributes(place, node);
      changeChildren(place, node);
    }
  }
}

/** What a site writes; blanks between elements come and go. */
function isSeen(node: ChildNode): boolean {
  return node instanceof Element || (node instanceof Text && node.data.trim() !== '');
}

function isAlike(old: ChildNode | undefined, fresh: ChildNode): boolean {
  return old?.nodeName === fresh.nodeName;
}

/** Takes over what the page says of an element; what scripts have added stays, but for the mark of the page that is shown. */
function changeAttributes(old: Element, fresh: Element): void {
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (!fresh.hasAttribute('aria-current')) old.removeAttribute('aria-current');
}

/** A script that came with a page runs only when it is made here. */
function runAgain(script: HTMLScriptElement): void {
  const copy = document.createElement('script');
  for (const { name, value } of script.attributes) copy.setAttribute(name, value);
  copy.text = script.text;
  script.replaceWith(copy);
}
