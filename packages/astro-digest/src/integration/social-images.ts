import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { smallYoungGeneration } from '../threads/thread-memory.ts';
import type { SocialImageContent } from '../outputs/social-image.ts';
import type { CachedImages, SocialImageFailure } from './draw-missing-images.ts';
import { messageOf } from './message-of.ts';
import { putWhole } from './put-whole.ts';

/** An issue, as its picture tells it. All texts are in the language of the site. */
export interface SocialImageIssue {
  /** Id of the issue, which names the file too. */
  id: string;
  /** The day in full, or the issue's title. */
  heading: string;
  /** Titles of the papers as plain text, in order; the first dozen are enough. */
  titles: readonly string[];
  /** How many papers there are: `72 papers`. */
  count: string;
}

/** What the pictures of all issues share. */
export interface SocialImageSite {
  /** Name of the digest. */
  title: string;
  /** Where lines of the site's language begin. */
  dir: 'ltr' | 'rtl';
}

/** What the pictures of a build came to. */
export interface SocialImagesReport {
  /** How many issues have one. */
  images: number;
  /** How many were drawn; the others were in the cache. */
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
   * Waits until all are drawn and puts them into a folder, one `<issue id>.png` an issue. A picture that could not be made
   * or put there is among the failures.
   *
   * @throws Error when the cache folder can't be made, or the drawing came to an end before its time
   */
  moveTo(folder: string): Promise<SocialImagesReport>;
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
 * Starts drawing one picture an issue in a thread of its own, beside whatever else is going on.
 *
 * @param cacheFolder where pictures are kept from build to build, by content hash; nothing in it is ever removed
 */
export function startSocialImages(
  issues: readonly SocialImageIssue[],
  { cacheFolder, ...site }: SocialImageSite & { cacheFolder: string },
): SocialImagesBuild {
  const start = performance.now();
  const worker = new Worker(new URL(`./social-images-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: { contents: issues.map((issue) => toContent(issue, site)), cacheFolder },
    resourceLimits: smallYoungGeneration,
  });
  let done = 0;
  const made = new Promise<CachedImages & { time: number }>((resolve, reject) => {
    worker.on('message', (message: number | CachedImages) => {
      if (typeof message === 'number') done = message;
      else resolve({ ...message, time: performance.now() - start });
    });
    worker.once('error', reject);
    worker.once('exit', () =>
      reject(new Error('The thread that draws the pictures of the issues ended too early.')),
    );
  });
  // Until `moveTo` is called nobody listens, and neither a failure nor pictures that nobody wants may hold a build up.
  made.catch(() => {});
  worker.unref();
  return {
    total: issues.length,
    done: () => done,
    async moveTo(folder) {
      worker.ref();
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

function toContent(
  { id, heading, titles, count }: SocialImageIssue,
  site: SocialImageSite,
): SocialImageContent {
  return { title: site.title, dir: site.dir, id, heading, lines: titles.slice(0, 12), count };
}
