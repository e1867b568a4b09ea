import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawPng, socialImage } from '../../src/integration/draw-social-image.ts';
import { indexedPng } from '../../src/integration/indexed-png.ts';
import {
  socialImageMargin,
  socialImageSize,
  type SocialImageContent,
} from '../../src/outputs/social-image.ts';

const bold = '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf';
const font = { loadSystemFonts: false, fontFiles: [createRequire(import.meta.url).resolve(bold)] };

const issue: SocialImageContent = {
  title: 'Daily Papers',
  heading: 'Wednesday, 12 March 2025',
  id: '2025-03-12',
  lines: ['Attention Is All You Need', 'Pointer Networks', 'Deep Residual Learning for Image Recognition'],
  count: '3 papers',
  dir: 'ltr',
};

/** Texts of a picture, in order. */
function textsOf(changes: Partial<SocialImageContent>): string[] {
  return socialImage({ ...issue, ...changes }).drawing.texts.map(({ line }) => line);
}

/** The pixels of a picture as another decoder reads them, three bytes each. */
async function pixelsOf(changes: Partial<SocialImageContent>): Promise<Buffer> {
  const { data, info } = await sharp(drawPng(socialImage({ ...issue, ...changes }).drawing))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ ...socialImageSize, channels: 3 });
  return data;
}

const paper = Buffer.from('fcfbf8', 'hex');

/** The box around all that is on the paper, from a row on. */
async function inkBox(changes: Partial<SocialImageContent>, from = 0) {
  const pixels = await pixelsOf(changes);
  const { width, height } = socialImageSize;
  const box: Record<'left' | 'top' | 'right' | 'bottom', number> = {
    left: width,
    top: height,
    right: 0,
    bottom: 0,
  };
  for (let row = from; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = (row * width + column) * 3;
      if (pixels[at] === paper[0] && pixels[at + 1] === paper[1] && pixels[at + 2] === paper[2]) continue;
      box.left = Math.min(box.left, column);
      box.right = Math.max(box.right, column + 1);
      box.top = Math.min(box.top, row);
      box.bottom = Math.max(box.bottom, row + 1);
    }
  }
  return box;
}

test('an issue shows its digest, its day, the count and its papers with their numbers', () => {
  expect(textsOf({})).toEqual([
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
  expect(textsOf({ lines: [title] })).toContain(title);
  expect(drawPng(socialImage({ ...issue, lines: [title] }).drawing).length).toBeGreaterThan(0);
});

test('a digest in a script that the font lacks shows its issue by id and the papers that can be read', () => {
  const content = {
    title: 'أوراق اليوم',
    heading: 'الأربعاء، 12 مارس 2025',
    lines: ['نموذج لغوي', 'Pointer Networks'],
    count: '72 ورقة',
    dir: 'rtl' as const,
  };
  const { texts } = socialImage({ ...issue, ...content }).drawing;
  expect(texts.map(({ line }) => line)).toEqual(['2025-03-12', '2', 'Pointer Networks']);
  const edge = socialImageSize.width - socialImageMargin;
  expect(texts[0]).toMatchObject({ x: edge, anchor: 'end' });
});

test('the last title that has room is cut, not the picture', () => {
  const lines = Array.from({ length: 12 }, () => 'A title that is long enough for a line '.repeat(9));
  const texts = textsOf({ lines });
  expect(texts.at(-1)).toMatch(/…$/);
});

// The overhang of letters may reach a few pixels beyond what was measured.
const overhang = 6;

test('no text is beyond the margins, whatever it is', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'AVTWYfijlqy.,-— ÅỆǾŽџжβφ\u0301\u0323<&"…'), maxLength: 500 }),
    fc.constantFrom('W'.repeat(500), 'j'.repeat(500), 'f'.repeat(500)),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        title: text,
        heading: text,
        count: text,
        lines: fc.array(text, { maxLength: 12 }),
        dir: fc.constantFrom('ltr' as const, 'rtl' as const),
      }),
      async (content) => {
        const { left, top, right, bottom } = await inkBox(content);
        expect(left).toBeGreaterThanOrEqual(socialImageMargin - overhang);
        expect(right).toBeLessThanOrEqual(socialImageSize.width - socialImageMargin + overhang);
        expect(top).toBeGreaterThanOrEqual(socialImageMargin - 20);
        expect(bottom).toBeLessThanOrEqual(socialImageSize.height - socialImageMargin + overhang);
      },
    ),
    { seed: 20250312, numRuns: 150 },
  );
});

test.each([
  'To Tame AVATARs: We Verify',
  'Étude de l’apprentissage',
  'Обучение с подкреплением',
  'q\u0303 x\u0304 fi ffl jj',
])('%j is as wide and as high as where a renderer sets it whole', async (heading) => {
  const content = { ...issue, title: '', heading, lines: [], count: '' };
  const size = socialImage(content).drawing.texts[0]?.size as number;
  const text = `<text font-family="Source Serif 4" font-weight="600" font-size="${size}">${heading}</text>`;
  const whole = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg">${text}</svg>`, { font }).getBBox();
  const { left, right, top, bottom } = await inkBox(content, socialImageMargin + 8);
  expect(Math.abs(right - left - (whole?.width ?? 0))).toBeLessThan(size / 10);
  expect(Math.abs(bottom - top - (whole?.height ?? 0))).toBeLessThan(3);
});

test('a picture of a palette is read as its colours', async () => {
  const palette = [
    [1, 2, 3],
    [250, 100, 0],
  ] as const;
  const png = indexedPng({ width: 3, height: 2, pixels: Uint8Array.of(0, 1, 1, 1, 0, 0), palette });
  const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([...data]).toEqual(
    [0, 1, 1, 1, 0, 0].flatMap((place) => [...(palette[place] as (typeof palette)[0])]),
  );
});
