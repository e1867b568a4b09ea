import { offlineFolder } from './pack-table.ts';

/** Path of the manifest of a digest as an app, from the digest's base. */
export const webManifestPath = `${offlineFolder}/app.webmanifest`;

/** Sizes of the icon, in pixels: those that browsers ask an app for. */
export const iconSizes = [192, 512] as const;

/** Path of an icon, from the digest's base. */
export function iconPath(size: number): string {
  return `${offlineFolder}/icon-${size}.png`;
}

/** What a digest is as an app. */
export interface App {
  title: string;
  description?: string | undefined;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Address of the folder of the digest, with a slash at its end. */
  root: string;
  /** Address of the page that it begins with. */
  start: string;
  /** Which addresses it has. */
  scope: string;
}

/**
 * Writes the manifest with which a browser lets a reader put the digest among other apps.
 *
 * @see https://www.w3.org/TR/appmanifest/
 */
export function webManifest({ title, description, lang, dir, root, start, scope }: App): string {
  const icons = iconSizes.map((size) => ({
    src: root + iconPath(size),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable',
  }));
  const manifest = {
    id: root,
    name: title,
    short_name: title,
    description,
    lang,
    dir,
    start_url: start,
    scope,
    display: 'standalone',
    background_color: '#fcfbf8',
    theme_color: '#fcfbf8',
    icons,
  };
  return `${JSON.stringify(manifest)}\n`;
}
