import { contrast, luminance, over, parseColor, type Color } from './color.ts';

/** The least contrast of text (WCAG 2.2, success criterion 1.4.3). */
const least = 4.5;

/** Links that are of the site's colour, as `elements.css` has them. */
const links =
  ':is(.digest-abstract, .digest-original, .digest-links, .digest-description) a:not(.digest-own, .digest-own *)';

/**
 * Looks whether what a digest takes from the site around it can be read on the site's ground: now, and whenever the site may have changed
 * its colours. What can't is told by the attribute `data-faint` of the digest's root, and the style sheets answer it.
 */
export function keepContrast(): void {
  let roots: HTMLElement[];
  const measureAll = (): void => {
    for (const root of roots) measure(root);
    // A root around another one is observed: what was written into it just now is no change of the site's.
    observer.takeRecords();
  };
  // It is called before anything is drawn.
  const observer = new MutationObserver(measureAll);
  const begin = (): void => {
    observer.disconnect();
    roots = [...document.querySelectorAll<HTMLElement>('.digest:not(body)')];
    observer.observe(document.head, { attributes: true, childList: true, subtree: true });
    for (const root of roots) {
      for (let around = root.parentElement; around; around = around.parentElement) {
        observer.observe(around, { attributes: true });
      }
    }
    measureAll();
  };
  // Colours that take their time have come to rest.
  const onEnd = ({ target }: Event): void => {
    if (roots.some((root) => (target as Node).contains(root))) measureAll();
  };
  begin();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', measureAll);
  addEventListener('load', measureAll);
  document.addEventListener('transitionend', onEnd);
  document.addEventListener('animationend', onEnd);
  // Astro's `ClientRouter` has put another page into this document.
  document.addEventListener('astro:after-swap', begin);
  document.addEventListener('astro:page-load', begin);
}

/**
 * Writes down what can't be read: the ink, as `black` or `white`, whichever it becomes; `quiet`, `accent`, `links`; the days of a calendar, as
 * `black-days` or `white-days`, whichever the ink is nearer to.
 */
function measure(root: HTMLElement): void {
  // What the site says is seen only where ours does not stand in for it.
  delete root.dataset['faint'];
  const probe = document.createElement('i');
  root.append(probe);

  /** Has the browser tell any colour of CSS in sRGB. */
  const read = (color: string): Color => {
    // A site may give all elements a colour, and mean it.
    const seen = (value: string): string => {
      probe.style.setProperty('color', value, 'important');
      return getComputedStyle(probe).color;
    };
    return parseColor(seen(`color(from ${seen(color)} srgb r g b / alpha)`));
  };
  const canvas = read('Canvas');

  /** What is behind the text of an element, as far as the elements around it tell; `undefined` where that is a picture. */
  const groundOf = (element: Element | null): Color | undefined => {
    if (!element) return canvas;
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    if (backgroundImage !== 'none') return undefined;
    const color = read(backgroundColor);
    if (color[3] === 1) return color;
    const below = groundOf(element.parentElement);
    return color[3] && below ? over(color, below) : below;
  };

  const ground = groundOf(root);
  if (ground) {
    const ink = over(read(getComputedStyle(root).color), ground);
    // An ink that nobody could read on the browser's own ground shows that there is another, which no element around the digest has.
    if (ground !== canvas || contrast(ink, ground) >= 2) mark(root, ink, ground, read);
  }
  probe.remove();
}

function mark(root: HTMLElement, ink: Color, ground: Color, read: (color: string) => Color): void {
  // Where a colour is not known, this compares with NaN, and it stays.
  const isFaint = (color: string, below = ground): boolean =>
    contrast(over(read(color), below), below) < least;
  const colorsOf = (selector: string, property: 'color' | 'backgroundColor'): string[] => [
    ...new Set([...root.querySelectorAll(selector)].map((element) => getComputedStyle(element)[property])),
  ];
  // What follows from the ink is looked at after it.
  const add = (word: string, isSo: boolean): void => {
    if (isSo) root.dataset['faint'] = `${root.dataset['faint'] ?? ''} ${word}`.trim();
  };
  const [near, far] = luminance(ink) < luminance(ground) ? ['black', 'white'] : ['white', 'black'];
  const isInkFaint = contrast(ink, ground) < least;
  const pole = isInkFaint && isFaint(near) ? far : near;
  add(pole, isInkFaint);
  add('quiet', isFaint('var(--_digest-quiet)'));
  add('accent', isFaint('var(--_digest-accent)'));
  const isLinkFaint = colorsOf(links, 'color').some((color) => isFaint(color));
  add('links', isLinkFaint);
  const days = colorsOf('.digest-day', 'backgroundColor').map((color) => over(read(color), ground));
  const isDayFaint = days.some((day) => isFaint('var(--_digest-ink)', day));
  add(`${pole}-days`, isDayFaint);
}
