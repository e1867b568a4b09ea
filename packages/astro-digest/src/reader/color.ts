/** A colour of sRGB: red, green, blue and how opaque it is, each from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * Reads a colour as browsers serialize those of `color(srgb …)`, and rounds it to what a screen shows.
 *
 * @returns a colour of `NaN` where it is written in any other way
 */
export function parseColor(text: string): Color {
  const numbers = text.startsWith('color(srgb ') ? text.match(/-?\d[\d.]*(?:e-?\d+)?/g) : null;
  const channel = (index: number): number =>
    Math.round(Math.min(1, Math.max(0, Number(numbers?.[index]))) * 255) / 255;
  return [channel(0), channel(1), channel(2), Number(numbers?.[3] ?? 1)];
}

/** The colour that is seen where one lies on another, which is opaque. */
export function over([red, green, blue, alpha]: Color, below: Color): Color {
  const mix = (channel: number, index: 0 | 1 | 2): number => channel * alpha + below[index] * (1 - alpha);
  return [mix(red, 0), mix(green, 1), mix(blue, 2), 1];
}

/** How light an opaque colour is, from 0 to 1 (WCAG 2.2, relative luminance). */
export function luminance([red, green, blue]: Color): number {
  const linear = (channel: number): number =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two opaque colours, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Color, other: Color): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
