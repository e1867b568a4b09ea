import { cacheNames, offlineAddress, type DigestPlace } from '../saved/place.ts';

/** What a host says in the head of an answer about what a page may do. */
const policies = [
  'content-security-policy',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
];

/** The policies of the host, so that they hold for saved pages, too. */
export interface Policies {
  /** Keeps those of a page that the host has just given. */
  keep(response: Response): Promise<void>;
  /** Those that were kept last. */
  headers(): Promise<Record<string, string>>;
}

export function openPolicies(place: DigestPlace): Policies {
  const address = offlineAddress(place, 'saved/policies');
  const { saved } = cacheNames(place);
  return {
    async keep({ headers }) {
      const found = policies.flatMap((name) => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value] as const];
      });
      await (await caches.open(saved)).put(address, Response.json(Object.fromEntries(found)));
    },
    async headers() {
      const kept = (await caches.has(saved)) ? await (await caches.open(saved)).match(address) : undefined;
      return kept ? ((await kept.json()) as Record<string, string>) : {};
    },
  };
}
