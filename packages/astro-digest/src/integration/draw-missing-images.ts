import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SocialImageContent } from '../outputs/social-image.ts';
import { drawPng, socialImage } from './draw-social-image.ts';
import { messageOf } from './message-of.ts';
import { putWhole } from './put-whole.ts';
import { isWholePng } from './whole-png.ts';

/** Pictures in the cache folder. */
export interface CachedImages {
  /** By issue: the picture's file. */
  files: { id: string; file: string }[];
  /** How many were drawn; the others were there. */
  drawn: number;
  failures: SocialImageFailure[];
}

/** An issue that has no picture. */
export interface SocialImageFailure {
  /** Id of the issue. */
  id: string;
  /** Why, in one line. */
  message: string;
}

/**
 * Draws the pictures that are not yet in the cache folder, one file by content hash, or damaged there.
 *
 * @param onDone is told how many are done, drawn or not
 * @throws Error when the folder can't be made
 */
export async function drawMissingImages(
  contents: readonly SocialImageContent[],
  cacheFolder: string,
  onDone: (count: number) => void = () => {},
): Promise<CachedImages> {
  const images: CachedImages = { files: [], drawn: 0, failures: [] };
  await mkdir(cacheFolder, { recursive: true });
  for (const content of contents) {
    try {
      const { drawing, contentHash } = socialImage(content);
      const file = join(cacheFolder, `${contentHash}.png`);
      if (!(await isWhole(file))) {
        await putWhole(file, (temporary) => writeFile(temporary, drawPng(drawing)));
        images.drawn += 1;
      }
      images.files.push({ id: content.id, file });
    } catch (error) {
      images.failures.push({ id: content.id, message: messageOf(error) });
    }
    onDone(images.files.length + images.failures.length);
  }
  return images;
}

function isWhole(file: string): Promise<boolean> {
  return readFile(file).then(isWholePng, () => false);
}
