import config from 'virtual:astro-digest/config';
import { makeAddresses, type Addresses } from '../model/addresses.ts';

/** The addresses of the digest's pages in this site. */
export const addresses: Addresses = makeAddresses(config);
