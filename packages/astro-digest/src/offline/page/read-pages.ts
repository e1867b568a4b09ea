import { cacheNames, type DigestPlace } from '../saved/place.ts';

/** A page that was read, and can be read again without a network. */
export interface ReadPage {
  address: string;
  title: string;
}

/** How many pages are listed. */
const most = 30;

/** The pages that were read in this browser, the latest first. */
export async function readPages(place: DigestPlace): Promise<ReadPage[]> {
  const { read } = cacheNames(place);
  if (!(await caches.has(read))) return [];
  const cache = await caches.open(read);
  const pages: ReadPage[] = [];
  for (const request of (await cache.keys()).toReversed()) {
    if (pages.length === most) break;
    const response = await cache.match(request);
    if (!response?.headers.get('content-type')?.startsWith('text/html')) continue;
    const { title } = new DOMParser().parseFromString(await response.text(), 'text/html');
    pages.push({ address: new URL(request.url).pathname, title });
  }
  return pages;
}
