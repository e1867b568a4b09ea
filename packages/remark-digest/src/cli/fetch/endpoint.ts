import { webAddress } from '../fetch-arguments.ts';
import { UsageError } from '../usage-error.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a service is: at the address that the environment names, such as a mirror's, or at its own. */
export function endpoint(env: Surroundings['env'], name: string, own: string): string {
  const address = env[name] || own;
  if (webAddress(address) === undefined)
    throw new UsageError(
      `${name} is “${address}”, which is no address: write one that begins with https://.`,
    );
  return address;
}

/** Who asks to be asked no more often: all servers of arXiv together, others each for itself. */
export function serviceOf({ host, hostname }: URL): string {
  return /(?:^|\.)arxiv\.org$/.test(hostname) ? 'arxiv.org' : host;
}
