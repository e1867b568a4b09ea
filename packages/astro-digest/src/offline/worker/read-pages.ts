import { mediaType } from '../saved/media-type.ts';
import { cacheNames, type DigestPlace } from '../saved/place.ts';

/** What was read, to be read again without a network. */
export interface ReadPages {
  /** Keeps an answer, unless it is no page, or no file of the kind that was asked for. */
  keep(request: Request, response: Response): Promise<void>;
  /** Finds an answer that was kept. */
  find(request: Request): Promise<Response | undefined>;
}

/** How many pages and files are kept: the oldest go first. */
const most = 500;

/** Opens what was read of a digest. */
export function openReadPages(place: DigestPlace): ReadPages {
  const { read } = cacheNames(place);
  return {
    async keep(request, response) {
      if (!isWhatWasAsked(request, response)) return;
      const cache = await caches.open(read);
      await cache.put(keyOf(request), response);
      const keys = await cache.keys();
      await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
    },
    async find(request) {
      return (await caches.has(read)) ? (await caches.open(read)).match(keyOf(request)) : undefined;
    },
  };
}

/** A page is the same, whatever its address asks of its script. */
function keyOf({ url }: Request): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Many hosts answer with a page where a file is missing, and with the status of success. */
function isWhatWasAsked(request: Request, response: Response): boolean {
  if (response.status !== 200 || response.type !== 'basic' || response.redirected) return false;
  const type = response.headers.get('content-type') ?? '';
  const { pathname } = new URL(request.url);
  const isHtml = /^text\/html\b/.test(type);
  if (request.mode === 'navigate' || /\.html$|\/[^.]*$/.test(pathname)) return isHtml;
  const expected = mediaType(pathname);
  if (/javascript/.test(expected)) return /javascript/.test(type);
  return /^text\/css\b/.test(expected) ? /^text\/css\b/.test(type) : !isHtml;
}
