import { createRequire } from 'node:module';
import { glyphsOf, type GlyphMask } from './glyphs.ts';
import { indexedPng } from './indexed-png.ts';

const require = createRequire(import.meta.url);

const fontFile =
  require.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf');

const paper = [0xfc, 0xfb, 0xf8];
const ink = [0x1d, 0x1b, 0x18];

/** In how many steps a pixel can be covered. */
const levels = 64;

const palette = Array.from({ length: levels }, (_, level) => {
  const at = (channel: number): number =>
    Math.round(
      (paper[channel] as number) +
        (((ink[channel] as number) - (paper[channel] as number)) * level) / (levels - 1),
    );
  return [at(0), at(1), at(2)] as const;
});

/**
 * Draws the icon of a digest as an app: the first letter of its title, or lines of text where the font lacks that. What matters
 * is within the circle that systems may cut out of it.
 *
 * @param size in pixels, each way
 */
export function drawAppIcon(title: string, size: number): Buffer {
  const [letter = ''] =
    new Intl.Segmenter('en').segment(title.trim().toLocaleUpperCase('en'))[Symbol.iterator]().next().value
      ?.segment ?? '';
  const mask = glyphsOf(fontFile, 'Source Serif 4', 600, () => 1).mask(letter, Math.round(size * 0.62), 0);
  const pixels = new Uint8Array(size * size);
  if (mask) putInMiddle(pixels, size, mask);
  else putLines(pixels, size);
  return indexedPng({ width: size, height: size, pixels, palette });
}

function putInMiddle(pixels: Uint8Array, size: number, { width, height, coverage }: GlyphMask): void {
  const left = Math.round((size - width) / 2);
  const top = Math.round((size - height) / 2);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      pixels[(top + y) * size + left + x] = Math.round(((coverage[y * width + x] ?? 0) * (levels - 1)) / 255);
}

function putLines(pixels: Uint8Array, size: number): void {
  const unit = Math.round(size / 16);
  for (const [line, length] of [8, 8, 8, 5].entries())
    for (let y = 0; y < unit; y++) {
      const start = (unit * (4 + 2 * line) + y) * size + unit * 4;
      pixels.fill(levels - 1, start, start + length * unit);
    }
}
