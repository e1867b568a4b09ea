import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { layOutSocialImage, renderPng } from '../../src/integration/draw-social-image.ts';
import { indexedPng } from '../../src/integration/indexed-png.ts';
import {
  socialImageMargin,
  socialImageSize,
  type SocialImageContent,
} from '../../src/outputs/social-image.ts';

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['400Regular/SourceSerif4_400Regular', '600SemiBold/SourceSerif4_600SemiBold'].map((name) =>
  resolve(`@expo-google-fonts/source-serif-4/${name}.ttf`),
);
const font = { loadSystemFonts: false, fontFiles };

const issue: SocialImageContent = {
  title: 'Daily Papers',
  heading: 'Wednesday, 12 March 2025',
  id: '2025-03-12',
  lines: ['Attention Is All You Need', 'Pointer Networks', 'Deep Residual Learning for Image Recognition'],
  count: '3 papers',
  dir: 'ltr',
};

/** Texts of a picture, in order, as a strict parser reads them. */
function textsOf(svg: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => {
    if (text.trim() !== '') texts.push(text);
  });
  parser.write(svg).close();
  return texts;
}

function draw(changes: Partial<SocialImageContent>): string {
  return layOutSocialImage({ ...issue, ...changes }).svg;
}

/** The box around all text that the renderer draws. */
function textBox(svg: string) {
  const box = new Resvg(svg.replaceAll(/<rect[^>]*>/g, ''), { font }).getBBox();
  if (!box) throw new Error('There is no text.');
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
}

test('an issue shows its digest, its day, the count and its papers with their numbers', () => {
  expect(textsOf(draw({}))).toEqual([
    'Daily Papers',
    '3 papers',
    'Wednesday, 12 March 2025',
    '1',
    'Attention Is All You Need',
    '2',
    'Pointer Networks',
    '3',
    'Deep Residual Learning',
    'for Image Recognition',
  ]);
});

test('markup in a title is text', () => {
  const title = '</text><script>"&amp;"</script>]]>';
  expect(textsOf(draw({ lines: [title] }))).toContain(title);
});

test('a digest in a script that the font lacks shows its issue by id and the papers that can be read', () => {
  const svg = draw({
    title: 'أوراق اليوم',
    heading: 'الأربعاء، 12 مارس 2025',
    lines: ['نموذج لغوي', 'Pointer Networks'],
    count: '72 ورقة',
    dir: 'rtl',
  });
  expect(textsOf(svg)).toEqual(['2025-03-12', '2', 'Pointer Networks']);
  expect(textBox(svg).right).toBeGreaterThan(socialImageSize.width - socialImageMargin - 10);
});

test('the last title that has room is cut, not the picture', () => {
  const texts = textsOf(
    draw({ lines: Array.from({ length: 12 }, () => 'A title that is long enough for a line '.repeat(9)) }),
  );
  expect(texts.at(-1)).toMatch(/…$/);
});

// The overhang of letters may reach a few pixels beyond what was measured.
const overhang = 6;

test('no text is beyond the margins, and every picture is well-formed XML', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'AVTWYfijlqy.,-— ÅỆǾŽџжβφ\u0301\u0323<&"…'), maxLength: 500 }),
    fc.constantFrom('W'.repeat(500), 'j'.repeat(500), 'f'.repeat(500)),
  );
  fc.assert(
    fc.property(
      fc.record({
        title: text,
        heading: text,
        count: text,
        lines: fc.array(text, { maxLength: 12 }),
        dir: fc.constantFrom('ltr' as const, 'rtl' as const),
      }),
      (content) => {
        const svg = draw(content);
        textsOf(svg);
        const { left, top, right, bottom } = textBox(svg);
        expect(left).toBeGreaterThanOrEqual(socialImageMargin - overhang);
        expect(right).toBeLessThanOrEqual(socialImageSize.width - socialImageMargin + overhang);
        expect(top).toBeGreaterThanOrEqual(socialImageMargin - 20);
        expect(bottom).toBeLessThanOrEqual(socialImageSize.height - socialImageMargin + overhang);
      },
    ),
    { seed: 20250312, numRuns: 150 },
  );
});

test('another decoder reads the same pixels from the file', async () => {
  const svg = draw({ lines: ['Étude de l’apprentissage', 'Обучение с подкреплением'] });
  const { data, info } = await sharp(renderPng(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ ...socialImageSize, channels: 4 });
  expect(data.equals(new Resvg(svg, { font }).render().pixels)).toBe(true);
});

test('a picture of more than 256 colours gets no palette', () => {
  const pixels = Uint8Array.from(
    { length: 257 * 4 },
    (_, index) => (index >> 2) >> (index % 4 === 0 ? 8 : 0),
  );
  expect(indexedPng(pixels, 257, 1)).toBeUndefined();
  expect(indexedPng(pixels.subarray(4), 256, 1)).toBeDefined();
});
