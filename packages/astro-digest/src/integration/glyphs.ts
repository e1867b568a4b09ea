import { Resvg } from '@resvg/resvg-js';

/** The shape of a glyph: how much of each pixel it covers. */
export interface GlyphMask {
  /** Pixels from the glyph's origin to the left edge of the mask. */
  left: number;
  /** Pixels from the baseline to the upper edge of the mask, negative above the baseline. */
  top: number;
  width: number;
  height: number;
  /** From 0 to 255, row by row. */
  coverage: Uint8Array;
}

/** A font whose glyphs are drawn once, however often they come again. */
export interface Glyphs {
  /**
   * Draws a character with the marks on it; nothing where there is nothing to see.
   *
   * @param shift how far it stands to the right of a whole pixel, from 0 to below 1
   */
  mask(character: string, size: number, shift: number): GlyphMask | undefined;
  /** How much nearer than their widths tell two neighbours stand, in ems; 0 or less, since a line must not get wider. */
  kerning(left: string, right: string): number;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The size in which glyphs are measured. */
const em = 1000;

/**
 * Makes the glyphs of a font.
 *
 * @param file a font file
 * @param family its name in the file
 * @param weight its weight in the file
 * @param advance width of a character in ems
 */
export function glyphsOf(
  file: string,
  family: string,
  weight: number,
  advance: (character: string) => number,
): Glyphs {
  const masks = new Map<string, GlyphMask | undefined>();
  const boxes = new Map<string, Box | undefined>();
  const kernings = new Map<string, number>();
  const font = { loadSystemFonts: false, fontFiles: [file], defaultFontFamily: family };

  function read(text: string, size: number, attributes: string): Resvg {
    const escaped = text.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><text font-family="${family}" font-weight="${weight}" font-size="${size}">${escaped}</text></svg>`,
      { font },
    );
  }

  function boxOf(text: string): Box | undefined {
    if (!boxes.has(text)) boxes.set(text, read(text, em, '').getBBox());
    return boxes.get(text);
  }

  function draw(character: string, size: number, shift: number): GlyphMask | undefined {
    const box = boxOf(character);
    if (!box) return undefined;
    const scale = size / em;
    const left = Math.floor(box.x * scale + shift);
    const top = Math.floor(box.y * scale);
    const width = Math.ceil((box.x + box.width) * scale + shift) - left;
    const height = Math.ceil((box.y + box.height) * scale) - top;
    const view = `width="${width}" height="${height}" viewBox="${left - shift} ${top} ${width} ${height}"`;
    const { pixels } = read(character, size, view).render();
    return { left, top, width, height, coverage: pixels.filter((_, channel) => channel % 4 === 3) };
  }

  function measure(left: string, right: string): number {
    // A blank at the start of a text is left out.
    if (left === ' ') return 0;
    const both = boxOf(left + right);
    const own = boxOf(right);
    if (!both || !own) return 0;
    const nearer = both.x + both.width - (advance(left) * em + own.x + own.width);
    return Math.min(0, Math.round(nearer)) / em;
  }

  return {
    mask: (character, size, shift) =>
      remember(masks, `${size} ${shift} ${character}`, () => draw(character, size, shift)),
    kerning: (left, right) => remember(kernings, left + right, () => measure(left, right)),
  };
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key);
  if (value !== undefined || known.has(key)) return value as Value;
  const made = make();
  known.set(key, made);
  return made;
}
