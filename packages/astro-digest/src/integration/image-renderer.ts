import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What the bytes of a picture depend on besides its drawing. The number goes up with what is done in `draw-social-image.ts` and `glyphs.ts`. */
export const imageRenderer = [
  '2',
  versionOf('@resvg/resvg-js'),
  versionOf('@expo-google-fonts/source-serif-4'),
].join(' ');

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string })
    .version;
}
