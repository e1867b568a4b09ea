import type { SavedVersion } from '../saved/catalogue.ts';
import { mediaType } from '../saved/media-type.ts';
import { offlineAddress, pathsAt, type DigestPlace } from '../saved/place.ts';
import { openSavedSite } from '../saved/saved-site.ts';
import { openPins } from './pins.ts';
import { openPolicies } from './policies.ts';
import { openReadPages } from './read-pages.ts';
import type { FetchEvent } from './worker-scope.ts';

/** How long the host may take for a page that is saved, in milliseconds. */
const patience = 4000;

/**
 * Makes what answers the requests of pages: the host first, so that a reader sees today's issue; without it what is saved, then what was read.
 *
 * A page that came out of what is saved gets all else from the same version, whatever the host has meanwhile: a page and an index
 * never are of two.
 *
 * @returns answers a request, or gives `undefined` where that is none of the worker's business
 */
export function makeAnswer(place: DigestPlace): (event: FetchEvent) => Promise<Response> | undefined {
  const saved = openSavedSite(place);
  const read = openReadPages(place);
  const pins = openPins(place);
  const policies = openPolicies(place);
  const packs = offlineAddress(place, '');

  return (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== location.origin || request.headers.has('range'))
      return undefined;
    const paths = pathsAt(place, url);
    const isOfPacks = url.pathname.startsWith(packs) && /\.(?:json|pack)$/.test(url.pathname);
    return paths.length === 0 || isOfPacks ? undefined : answer(event, paths);
  };

  async function answer(event: FetchEvent, paths: readonly string[]): Promise<Response> {
    const { request, clientId } = event;
    const isPage = request.mode === 'navigate';
    const pin = isPage || clientId === '' ? undefined : await pins.get(clientId);
    if (pin !== undefined) {
      // Pagefind asks out of a worker of its own.
      if (event.resultingClientId !== '') await pins.set(event.resultingClientId, pin);
      const version = await saved.version(pin);
      const found = version && (await fromSaved(version, paths));
      if (found) return found;
      // Of the index nothing of another version will do.
      return isOfIndex(paths) ? Response.error() : fetch(request);
    }
    const current = await saved.current();
    // A file of the index has a name of its own for each content.
    const inIndex =
      current && /\.pf_\w+$/.test(paths[0] as string) ? await fromSaved(current, paths) : undefined;
    if (inIndex) return inIndex;
    const response = await fromHost(event, current && isPage ? () => fromSaved(current, paths) : undefined);
    if (response && response.status < 500) return response;
    const found = current && (await fromSaved(current, paths));
    if (found) {
      const client = isPage ? event.resultingClientId : clientId;
      if (client !== '') event.waitUntil(pins.set(client, current.version));
      return found;
    }
    const again = await read.find(request);
    return again ?? response ?? (isPage ? offlinePage(current) : Response.error());
  }

  /** Asks the host; gives nothing where it can't be reached, or takes long for a page that is saved. */
  async function fromHost(
    event: FetchEvent,
    other: (() => Promise<Response | undefined>) | undefined,
  ): Promise<Response | undefined> {
    const { request } = event;
    const asked = fetch(request);
    event.waitUntil(asked.then((response) => keep(request, response.clone())).catch(() => {}));
    const answered = asked.catch(() => undefined);
    if (!other) return answered;
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, patience, 'late'));
    const first = await Promise.race([answered, late]);
    if (first !== 'late') return first;
    return (await other()) ? undefined : answered;
  }

  /** What can't be kept, because there is no room for it, is read all the same. */
  async function keep(request: Request, response: Response): Promise<void> {
    if (isOfIndex(pathsAt(place, new URL(request.url)))) return;
    const { mode } = request;
    await Promise.all([
      ...(mode === 'navigate' && response.type === 'basic' ? [policies.keep(response)] : []),
      read.keep(request, response),
    ]).catch(() => {});
  }

  async function fromSaved(version: SavedVersion, paths: readonly string[]): Promise<Response | undefined> {
    for (const path of paths) {
      const content = await saved.read(version, path);
      if (!content) continue;
      const type = mediaType(path);
      const headers = type.startsWith('text/html') ? await policies.headers() : {};
      return new Response(content as Uint8Array<ArrayBuffer>, {
        headers: { ...headers, 'content-type': type },
      });
    }
    return undefined;
  }

  /** Stands where a page is neither saved nor was read. */
  async function offlinePage(current: SavedVersion | undefined): Promise<Response> {
    const url = new URL(offlineAddress(place, ''), location.origin);
    const found = current && (await fromSaved(current, pathsAt(place, url)));
    return found ?? (await read.find(new Request(url))) ?? Response.error();
  }

  function isOfIndex(paths: readonly string[]): boolean {
    return (paths[0] ?? '').startsWith(`${place.folder}pagefind/`);
  }
}
