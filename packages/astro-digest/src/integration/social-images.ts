import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CachedImages, SocialImageFailure } from './draw-missing-images.ts';
import { startDrawing } from './image-drawing.ts';
import { messageOf } from './message-of.ts';
import { putWhole } from './put-whole.ts';
import { toContent, type SocialImageIssue, type SocialImageSite } from './social-image-issues.ts';

/** What the pictures of a build came to. */
export interface SocialImagesReport {
  /** How many issues have one. */
  images: number;
  /** How many were drawn; the others were kept. */
  drawn: number;
  failures: SocialImageFailure[];
  /** Milliseconds, from the start until the last one was drawn. */
  time: number;
}

/** Pictures that are being drawn. */
export interface SocialImagesBuild {
  /** How many pictures there are to be. */
  total: number;
  /** How many are done by now. */
  done(): number;
  /**
   * Waits until all are in their folder, one `<issue id>.png` an issue. A picture that could not be made or put there is among the failures.
   *
   * @throws Error when the cache folder can't be made, or the drawing came to an end before its time
   */
  finish(folder: string): Promise<SocialImagesReport>;
}

/**
 * Whether pictures can be drawn on this machine: the renderer is a native binary, which is not there for every system and
 * may have been left out when packages were installed. Ask before the pages are rendered, so that none names a picture
 * that is not going to be there.
 *
 * @returns what is missing, in one line; undefined when nothing is
 */
export async function findSocialImageProblem(): Promise<string | undefined> {
  try {
    // What draws glyphs is made for some machines only, and all the rest for any.
    await import('./glyphs.ts');
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/**
 * Starts drawing one picture an issue in a thread of its own, beside whatever else is going on, for a site that is not written by us.
 *
 * @param cacheFolder where pictures are kept from build to build, by content hash; nothing in it is ever removed
 */
export function startSocialImages(
  issues: readonly SocialImageIssue[],
  { cacheFolder, ...site }: SocialImageSite & { cacheFolder: string },
): SocialImagesBuild {
  const start = performance.now();
  let done = 0;
  const drawing = startDrawing({ contents: issues.map((issue) => toContent(issue, site)), cacheFolder });
  const made = drawing
    .ended<CachedImages>((count) => (done = count as number))
    .then((images) => ({ ...images, time: performance.now() - start }));
  // Until `finish` is called nobody listens, and neither a failure nor pictures that nobody wants may hold a build up.
  made.catch(() => {});
  return {
    total: issues.length,
    done: () => done,
    async finish(folder) {
      drawing.hold();
      const { files, drawn, failures, time } = await made;
      for (const { id, file } of files) {
        const place = join(folder, `${id}.png`);
        try {
          await mkdir(dirname(place), { recursive: true });
          await putWhole(place, (temporary) => copyFile(file, temporary));
        } catch (error) {
          failures.push({ id, message: messageOf(error) });
        }
      }
      return { images: issues.length - failures.length, drawn, failures, time };
    },
  };
}

/**
 * Draws the picture of one issue, as the dev server needs it.
 *
 * @returns a PNG file, the same bytes as a build would write
 * @throws Error when the renderer is not there
 */
export async function drawSocialImage(issue: SocialImageIssue, site: SocialImageSite): Promise<Uint8Array> {
  const { drawPng, socialImage } = await import('./draw-social-image.ts');
  return drawPng(socialImage(toContent(issue, site)).drawing);
}
