import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import { widthOf, type Typeface } from '../outputs/fit-text.ts';
import {
  layOutSocialImage,
  socialImageColours,
  socialImageMargin,
  socialImageSize,
  type Ink,
  type SocialImageContent,
  type SocialImageDrawing,
  type TextMark,
} from '../outputs/social-image.ts';
import { glyphsOf, type GlyphMask, type Glyphs } from './glyphs.ts';
import { imageRenderer } from './image-renderer.ts';
import { indexedPng } from './indexed-png.ts';

const require = createRequire(import.meta.url);

const fontFiles = {
  regular: require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
};

const font = { regular: readTypeface(fontFiles.regular), bold: readTypeface(fontFiles.bold) };

const glyphs: Record<TextMark['weight'], Glyphs> = {
  regular: glyphsOf(fontFiles.regular, 'Source Serif 4', 400, (text) => widthOf(text, font.regular, 1)),
  bold: glyphsOf(fontFiles.bold, 'Source Serif 4', 600, (text) => widthOf(text, font.bold, 1)),
};

/** A picture that can be drawn. */
export interface SocialImage {
  drawing: SocialImageDrawing;
  /** SHA-256 in hexadecimal of all that the picture's bytes depend on. */
  contentHash: string;
}

/** Lays the picture of an issue out. */
export function socialImage(content: SocialImageContent): SocialImage {
  const drawing = layOutSocialImage(content, font);
  const contentHash = createHash('sha256')
    .update(`${imageRenderer}\n${JSON.stringify(drawing)}`)
    .digest('hex');
  return { drawing, contentHash };
}

/** In how many steps a pixel can be covered by an ink. */
const levels = 63;

const inks: Ink[] = ['ink', 'quiet', 'hairline', 'accent'];

/** The paper, then each ink from thin to full. */
const palette = [
  colour('ink', 0),
  ...inks.flatMap((ink) => Array.from({ length: levels }, (_, step) => colour(ink, (step + 1) / levels))),
];

/** Into how many parts a pixel is divided, at which glyphs can stand. */
const parts = 4;

/** Draws a picture as PNG, with the shipped font and none of the system's. */
export function drawPng({ rules, texts }: SocialImageDrawing): Buffer {
  const { width, height } = socialImageSize;
  const pixels = new Uint8Array(width * height);
  for (const rule of rules) {
    for (let row = rule.y; row < rule.y + rule.height; row++)
      pixels.fill(
        placeOf(rule.ink, levels),
        row * width + socialImageMargin,
        (row + 1) * width - socialImageMargin,
      );
  }
  for (const text of texts) {
    for (const { mask, left } of setLine(text)) print(mask, left, text, pixels);
  }
  return indexedPng({ width, height, pixels, palette });
}

/** The glyphs of a line, each with the whole pixel at which it stands. */
function setLine({ line, x, size, weight, anchor }: TextMark): { mask: GlyphMask; left: number }[] {
  // A mark belongs to the character before it.
  const characters = line.match(/\P{M}\p{M}*/gu) ?? [];
  const starts: number[] = [];
  let width = 0;
  for (const [index, character] of characters.entries()) {
    if (index > 0) width += size * glyphs[weight].kerning(characters[index - 1] as string, character);
    starts.push(width);
    width += widthOf(character, font[weight], size);
  }
  const start = anchor === 'start' ? x : x - width;
  return characters.flatMap((character, index) => {
    const place = Math.round((start + (starts[index] as number)) * parts);
    const left = Math.floor(place / parts);
    const mask = glyphs[weight].mask(character, size, place / parts - left);
    return mask ? [{ mask, left }] : [];
  });
}

/** Where glyphs overlap, a pixel is covered by the one that covers more of it. */
function print(mask: GlyphMask, left: number, { y, ink }: TextMark, pixels: Uint8Array): void {
  const before = placeOf(ink, 0);
  for (let row = 0; row < mask.height; row++) {
    const start = (y + mask.top + row) * socialImageSize.width + left + mask.left;
    for (let column = 0; column < mask.width; column++) {
      const level = Math.round(((mask.coverage[row * mask.width + column] as number) / 255) * levels);
      if (level > 0 && before + level > (pixels[start + column] as number))
        pixels[start + column] = before + level;
    }
  }
}

/** The place of an ink in the palette. */
function placeOf(ink: Ink, level: number): number {
  return inks.indexOf(ink) * levels + level;
}

function colour(ink: Ink, share: number): [red: number, green: number, blue: number] {
  const channel = (start: number): number => {
    const [from, to] = [socialImageColours.paper, socialImageColours[ink]].map((colour) =>
      Number.parseInt(colour.slice(start, start + 2), 16),
    ) as [number, number];
    return Math.round(from + (to - from) * share);
  };
  return [channel(1), channel(3), channel(5)];
}

function readTypeface(file: string): Typeface {
  const font = create(readFileSync(file));
  if (font.isCollection) throw new Error(`${file} holds several fonts.`);
  const advances = new Map<number, number | undefined>();
  return {
    advance(codePoint) {
      if (!advances.has(codePoint)) {
        const isThere = font.hasGlyphForCodePoint(codePoint);
        advances.set(
          codePoint,
          isThere ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm : undefined,
        );
      }
      return advances.get(codePoint);
    },
  };
}
