import config from 'virtual:astro-digest/config';
import { makeAddresses, type Addresses } from '../model/addresses.ts';

/** The addresses of the digest's pages in this site. */
export const addresses: Addresses = makeAddresses(config);

/** The search page, as it answers a query; absent where there is no such page. */
export function searchAddress(query: string): string | undefined {
  const page = addresses.search();
  return page && `${page}?${new URLSearchParams({ q: query })}`;
}
