import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { create } from 'fontkitten';
import type { Typeface } from '../outputs/fit-text.ts';
import { socialImageSvg, type SocialImageContent, type SocialImageFont } from '../outputs/social-image.ts';
import { indexedPng } from './indexed-png.ts';

const require = createRequire(import.meta.url);

const fontFiles = [
  require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
] as const;

/** What the bytes of a picture depend on besides its SVG. The number goes up with `indexed-png.ts`. */
const renderer = ['1', versionOf('@resvg/resvg-js'), versionOf('@expo-google-fonts/source-serif-4')].join(
  ' ',
);

const [regular, bold] = fontFiles.map(readTypeface) as [Typeface, Typeface];
const font: SocialImageFont = { family: 'Source Serif 4', regular, bold };

/** A picture that can be drawn. */
export interface SocialImage {
  svg: string;
  /** SHA-256 in hexadecimal of all that the picture's bytes depend on. */
  contentHash: string;
}

/** Lays the picture of an issue out. */
export function layOutSocialImage(content: SocialImageContent): SocialImage {
  const svg = socialImageSvg(content, font);
  return { svg, contentHash: createHash('sha256').update(`${renderer}\n${svg}`).digest('hex') };
}

/**
 * Draws a picture as PNG, with the shipped font and none of the system's.
 *
 * @throws Error when the SVG can't be read
 */
export function renderPng(svg: string): Buffer {
  const image = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: font.family },
  }).render();
  return indexedPng(image.pixels, image.width, image.height) ?? image.asPng();
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

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string })
    .version;
}
