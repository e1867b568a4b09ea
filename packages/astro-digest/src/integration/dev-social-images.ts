import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SocialImageIssue, SocialImageSite } from './social-image-issues.ts';
import { drawSocialImage } from './social-images.ts';

/**
 * Serves the pictures of the issues in the dev server, each drawn when it is asked for, of the issue as it is then.
 *
 * @param folder address of the pictures, with a slash at its end
 * @param readIssues tells the issues as they are now
 * @param onError is told why a picture could not be drawn
 */
export function serveDevSocialImages(
  folder: string,
  readIssues: () => Promise<SocialImageIssue[]>,
  site: SocialImageSite,
  onError: (error: Error) => void,
) {
  async function draw(name: string): Promise<Uint8Array | undefined> {
    const issue = (await readIssues()).find(({ id }) => `${id}.png` === name);
    return issue && drawSocialImage(issue, site);
  }

  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!path.startsWith(folder)) return next();
    draw(path.slice(folder.length)).then(
      (image) => {
        response.statusCode = image ? 200 : 404;
        if (image) response.setHeader('content-type', 'image/png');
        response.setHeader('cache-control', 'no-store');
        response.end(image);
      },
      (error: Error) => {
        onError(error);
        response.statusCode = 500;
        response.end();
      },
    );
  };
}
