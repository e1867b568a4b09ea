import { codeHash } from '../content/code-hash.ts';
import { hashOf } from '../kept/hash.ts';
import type { SiteWriter } from '../kept/site-writer.ts';
import type { DrawnImage } from './draw-each-image.ts';
import type { SocialImageFailure } from './draw-missing-images.ts';
import { startDrawing, type ImageDrawing } from './image-drawing.ts';
import { imageRenderer } from './image-renderer.ts';
import { toContent, type SocialImageIssue, type SocialImageSite } from './social-image-issues.ts';
import type { SocialImagesBuild } from './social-images.ts';

/**
 * Puts one picture an issue into a site that we write: those that tell the same as before are kept, the others are drawn in a thread of their
 * own, beside whatever else is going on.
 *
 * @param folder where they are within the site, its parts joined by slashes
 */
export function startKeptImages(
  issues: readonly SocialImageIssue[],
  site: SocialImageSite,
  folder: string,
  writer: Pick<SiteWriter, 'keep' | 'write' | 'flush'>,
): SocialImagesBuild {
  const start = performance.now();
  const all = issues.map((issue) => {
    const content = toContent(issue, site);
    return { unit: `${folder}/${issue.id}.png`, key: keyOf(content), content };
  });
  const byId = new Map(all.map((image) => [image.content.id, image]));
  let drawing: ImageDrawing | undefined;
  let isAwaited = false;
  let done = 0;

  const made = (async () => {
    const missing = await writer.keep(all.map(({ unit, key }) => ({ unit, key })));
    const contents = all.filter(({ unit }) => missing.has(unit)).map(({ content }) => content);
    done = all.length - contents.length;
    if (contents.length === 0) return { drawn: 0, failures: [], time: performance.now() - start };
    drawing = startDrawing({ contents });
    if (isAwaited) drawing.hold();
    const failures = await drawing.ended<SocialImageFailure[]>((message) => {
      const { id, png } = message as DrawnImage;
      const { unit, key } = byId.get(id) as (typeof all)[number];
      writer.write({ unit, key, path: unit, content: png });
      done += 1;
      // What fails is told again at the end.
      writer.flush().catch(() => {});
    });
    await writer.flush();
    return { drawn: contents.length - failures.length, failures, time: performance.now() - start };
  })();
  // Until `finish` is called nobody listens, and neither a failure nor pictures that nobody wants may hold a build up.
  made.catch(() => {});
  return {
    total: issues.length,
    done: () => done,
    async finish() {
      isAwaited = true;
      drawing?.hold();
      const report = await made;
      return { images: issues.length - report.failures.length, ...report };
    },
  };
}

/** Hash of all that the bytes of a picture depend on. */
function keyOf(content: ReturnType<typeof toContent>): string {
  return hashOf(JSON.stringify([codeHash(), imageRenderer, content]));
}
