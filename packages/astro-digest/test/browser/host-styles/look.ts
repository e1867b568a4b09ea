import type { Page } from 'playwright-core';

/** How one element looks; lengths in the size of the digest's text. */
type Look = Record<string, string | number>;

/** How a page of the digest looks. */
export interface PageLook {
  /** Elements by what they are and which of their kind. */
  elements: Record<string, Look>;
  /** How much wider than the window the page is, in pixels. */
  overflow: number;
  /** How far its text stands from the edges of the window, in pixels. */
  edges: number;
  /** Font of the digest's text, and of the site's. */
  fonts: [digest: string, site: string];
}

/** Measures the digest's part of an open page. */
export function lookOf(page: Page): Promise<PageLook> {
  return page.evaluate(() => {
    const root = document.querySelector('.digest-page') as HTMLElement;
    const em = Number.parseFloat(getComputedStyle(root).fontSize);
    const elements: Record<string, Look> = {};
    const counts: Record<string, number> = {};
    const nameOf = (element: Element): string => {
      const path: string[] = [];
      for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
        const [name = ''] = at.classList;
        path.unshift(at.localName + (name && `.${name}`));
      }
      return path.join(' > ');
    };
    for (const element of root.querySelectorAll('*')) {
      if (element.closest('math, svg *, script, dialog, option')) continue;
      const style = getComputedStyle(element);
      const name = nameOf(element);
      const count = (counts[name] = (counts[name] ?? 0) + 1);
      const length = (value: string): number | string => {
        const number = Number.parseFloat(value);
        return Number.isNaN(number) ? value : number / em;
      };
      const look: Look = {};
      for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
        // Centred tables and the like have what is left as their margin.
        if (side === 'Top' || side === 'Bottom') look[`margin ${side}`] = length(style[`margin${side}`]);
        look[`padding ${side}`] = length(style[`padding${side}`]);
        look[`border ${side}`] = `${style[`border${side}Width`]} ${style[`border${side}Style`]}`;
      }
      look['size'] = length(style.fontSize);
      look['weight'] = style.fontWeight;
      look['marker'] = style.display === 'list-item' ? style.listStyleType : 'none';
      look['display'] = style.display;
      look['position'] = style.position;
      look['float'] = style.float;
      look['capitals'] = style.textTransform;
      look['align'] = style.textAlign;
      look['decoration'] = style.textDecorationLine;
      look['ground'] = /, 0\)$|^transparent$/.test(style.backgroundColor) ? 'none' : 'some';
      look['picture'] = style.backgroundImage;
      look['shadow'] = style.boxShadow;
      look['before'] = getComputedStyle(element, '::before').content;
      look['after'] = getComputedStyle(element, '::after').content;
      look['fill'] = style.webkitTextFillColor === style.color ? 'as the text' : style.webkitTextFillColor;
      look['moves'] = style.transitionDuration;
      elements[`${name} ${count}`] = look;
    }
    const { left, right } = root.getBoundingClientRect();
    return {
      elements,
      overflow: document.documentElement.scrollWidth - innerWidth,
      edges: Math.min(left, document.documentElement.clientWidth - right),
      fonts: [getComputedStyle(root).fontFamily, getComputedStyle(document.body).fontFamily],
    };
  });
}

/**
 * What looks otherwise than it should.
 *
 * @param look of a page in a site's layout and styles
 * @param own of the same page in that layout without any styles
 */
export function faultsOf(look: PageLook, own: PageLook): string[] {
  const faults: string[] = [];
  for (const [name, wanted] of Object.entries(own.elements)) {
    const found = look.elements[name];
    if (!found) {
      faults.push(`${name} is not there`);
      continue;
    }
    for (const [property, value] of Object.entries(wanted)) {
      const other = found[property];
      const isNear =
        typeof value === 'number' && typeof other === 'number'
          ? Math.abs(other - value) <= Math.max((property === 'size' ? 0.1 : 0.25) * Math.abs(value), 0.07)
          : other === value;
      if (!isNear) faults.push(`${name}: ${property} ${other} in place of ${value}`);
    }
  }
  if (look.overflow > 0) faults.push(`${look.overflow} px wider than the window`);
  if (look.edges < 8) faults.push(`${look.edges} px from the edge of the window`);
  if (look.fonts[0] !== look.fonts[1]) faults.push(`text in ${look.fonts[0]} in place of ${look.fonts[1]}`);
  return faults;
}
