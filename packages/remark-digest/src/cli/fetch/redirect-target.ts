import { FetchFault, shownAddress } from './answer.ts';
import { wrongRedirect } from './findings.ts';

/**
 * Where a redirect leads: from an encrypted address to encrypted ones only, and always to the web.
 *
 * @param location the field `Location`
 * @throws {FetchFault} when it is not to be followed
 */
export function redirectTarget(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from.href)) throw new FetchFault(wrongRedirect());
  const to = new URL(location, from);
  if (to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:')) return to;
  throw new FetchFault(wrongRedirect(shownAddress(to)));
}
