import type { Page } from 'playwright-core';

/** How one element looks; lengths in the size of the digest's text. */
type Look = Record<string, string | number>;

/** How a page of the digest looks. */
export interface PageLook {
  /** Elements by what they are and which of their kind. */
  elements: Record<string, Look>;
  /** Texts, fields and buttons that lie upon each other. */
  overlaps: string[];
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
    const boxes: { name: string; element: Element; box: DOMRect }[] = [];
    const counts: Record<string, number> = {};
    const names = new Map<Element, string>([[root, '']]);
    const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

    /** Name of an element, by its way from the root. */
    const nameOf = (element: Element): string => {
      const known = names.get(element);
      if (known !== undefined) return known;
      const above = element.parentElement ? nameOf(element.parentElement) : '';
      const [first = ''] = element.classList;
      const name = `${above && `${above} > `}${element.localName}${first && `.${first}`}`;
      names.set(element, name);
      return name;
    };

    const length = (value: string): number | string => {
      const number = Number.parseFloat(value);
      return Number.isNaN(number) ? value : number / em;
    };

    /** Luminance of what is seen of colours that lie upon one another, the lowest first. */
    const luminance = (layers: readonly string[]): number => {
      if (!brush) return 0;
      for (const layer of layers) {
        brush.fillStyle = layer;
        brush.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = [...brush.getImageData(0, 0, 1, 1).data]
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };

    /** Whether the edge of a field stands out from what is around it. */
    const edgeOf = (element: Element, style: CSSStyleDeclaration): string => {
      if (style.borderBottomStyle === 'none' || style.borderBottomWidth === '0px') return 'none';
      const isDark = getComputedStyle(document.documentElement).colorScheme.startsWith('dark');
      const ground: string[] = [];
      for (let around = element.parentElement; around; around = around.parentElement)
        ground.unshift(getComputedStyle(around).backgroundColor);
      ground.unshift(isDark ? '#121212' : 'white');
      const [line, beside] = [luminance([...ground, style.borderBottomColor]), luminance(ground)];
      return (Math.max(line, beside) + 0.05) / (Math.min(line, beside) + 0.05) >= 3 ? 'seen' : 'faint';
    };

    /** What is seen of a box where those around it cut something off. */
    const seenOf = (element: Element, { left, top, right, bottom }: DOMRect): DOMRect => {
      const seen = { left, top, right, bottom };
      for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
        if (getComputedStyle(at).overflow === 'visible') continue;
        const around = at.getBoundingClientRect();
        seen.left = Math.max(seen.left, around.left);
        seen.top = Math.max(seen.top, around.top);
        seen.right = Math.min(seen.right, around.right);
        seen.bottom = Math.min(seen.bottom, around.bottom);
      }
      return new DOMRect(seen.left, seen.top, seen.right - seen.left, seen.bottom - seen.top);
    };

    /** Notes where what an element shows is: its own words, or itself. */
    const placeOf = (element: Element, name: string, style: CSSStyleDeclaration): void => {
      if (style.clipPath !== 'none' || !element.checkVisibility({ visibilityProperty: true })) return;
      const found: DOMRect[] = [];
      if (element.matches('input, select, textarea, button, img'))
        found.push(element.getBoundingClientRect());
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
        const range = new Range();
        range.selectNode(node);
        found.push(...range.getClientRects());
      }
      for (const box of found.map((box) => seenOf(element, box)))
        if (box.width > 0 && box.height > 0) boxes.push({ name, element, box });
    };

    for (const element of root.querySelectorAll('*')) {
      if (element.closest('math, svg *, script, noscript, dialog, option')) continue;
      const style = getComputedStyle(element);
      const kind = nameOf(element);
      const name = `${kind} ${(counts[kind] = (counts[kind] ?? 0) + 1)}`;
      const look: Look = {};
      for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
        // Centred tables and the like have what is left as their margin.
        if (side === 'Top' || side === 'Bottom') look[`margin ${side}`] = length(style[`margin${side}`]);
        look[`padding ${side}`] = length(style[`padding${side}`]);
        look[`border ${side}`] = `${style[`border${side}Width`]} ${style[`border${side}Style`]}`;
      }
      look['gap of rows'] = length(style.rowGap);
      look['gap of columns'] = length(style.columnGap);
      look['size'] = length(style.fontSize);
      look['weight'] = style.fontWeight;
      look['marker'] = style.display === 'list-item' ? style.listStyleType : 'none';
      look['display'] = style.display;
      look['visibility'] = `${style.visibility} ${style.opacity}`;
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
      if (element.matches('input, select, textarea, button')) look['edge'] = edgeOf(element, style);
      elements[name] = look;
      placeOf(element, name, style);
    }

    const overlaps = new Set<string>();
    for (const [index, { name, element, box }] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (element.contains(other.element) || other.element.contains(element)) continue;
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Letters of one line reach a little into the next.
        if (wide > 2 && high > 0.3 * Math.min(box.height, other.box.height))
          overlaps.add(`${name} lies upon ${other.name}`);
      }
    }

    const { left, right } = root.getBoundingClientRect();
    return {
      elements,
      overlaps: [...overlaps],
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
  faults.push(...look.overlaps.filter((overlap) => !own.overlaps.includes(overlap)));
  if (look.overflow > 0) faults.push(`${look.overflow} px wider than the window`);
  if (look.edges < 8) faults.push(`${look.edges} px from the edge of the window`);
  if (look.fonts[0] !== look.fonts[1]) faults.push(`text in ${look.fonts[0]} in place of ${look.fonts[1]}`);
  return faults;
}
