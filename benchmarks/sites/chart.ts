import type { Result } from './results.ts';

const width = 760;
const labels = 230;
const row = 34;
const top = 44;

/**
 * Draws how long each took as bars, the shortest wall time being best, in colours that can be read on light and dark.
 *
 * @returns SVG 1.1, a whole document
 */
export function chart(results: readonly Result[], papers: number): string {
  const longest = Math.max(...results.map(({ wall }) => wall));
  const room = width - labels - 80;
  const bars = results.map(({ name, wall }, index) => {
    const y = top + index * row;
    const length = Math.max(2, (wall / longest) * room);
    const fill = name.startsWith('astro-digest') ? '#8c1d18' : '#8a857b';
    return [
      `<text x="${labels - 12}" y="${y + 17}" text-anchor="end">${escapeXml(name)}</text>`,
      `<rect x="${labels}" y="${y + 2}" width="${length.toFixed(1)}" height="${row - 12}" fill="${fill}"/>`,
      `<text x="${(labels + length + 8).toFixed(1)}" y="${y + 17}">${wall.toFixed(1)} s</text>`,
    ].join('\n');
  });
  const height = top + results.length * row + 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>Seconds to build a site of ${papers.toLocaleString('en')} papers, search index included</title>`,
    `<rect width="${width}" height="${height}" fill="#fcfbf8"/>`,
    '<g font-family="system-ui, sans-serif" font-size="14" fill="#1c1a17">',
    `<text x="12" y="24" font-weight="600">${papers.toLocaleString('en')} papers: seconds to build, search index included</text>`,
    ...bars,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
