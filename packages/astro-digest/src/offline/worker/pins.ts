import { cacheNames, offlineAddress, type DigestPlace } from '../saved/place.ts';

/** Which version a page shows that came out of what is saved: all else that it asks for is of the same version. */
export interface Pins {
  get(client: string): Promise<string | undefined>;
  set(client: string, version: string): Promise<void>;
}

/** How many pages are remembered: the oldest are gone. */
const most = 50;

/** Opens the list, which outlives the worker: a browser ends one that has had nothing to do for a while. */
export function openPins(place: DigestPlace): Pins {
  const address = offlineAddress(place, 'saved/pins.json');
  const { saved } = cacheNames(place);
  let pins: Promise<Map<string, string>> | undefined;
  const read = async (): Promise<Map<string, string>> => {
    const kept = (await caches.has(saved)) ? await (await caches.open(saved)).match(address) : undefined;
    return new Map(kept ? ((await kept.json()) as [string, string][]) : []);
  };
  const load = (): Promise<Map<string, string>> => (pins ??= read());
  return {
    get: async (client) => (await load()).get(client),
    async set(client, version) {
      const known = await load();
      if (known.get(client) === version) return;
      known.set(client, version);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      await (await caches.open(saved)).put(address, Response.json([...known]));
    },
  };
}
