import config from 'virtual:astro-digest/config';
import { makeAddresses } from '../model/addresses.ts';

/** The addresses of the digest's pages in this site. */
export const addresses = makeAddresses(config);
