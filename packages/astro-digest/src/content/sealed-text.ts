import { createHash } from 'node:crypto';

/**
 * Puts the hash of a text into a line above it, so that damage to a file that is kept from build to build is noticed.
 *
 * @param restsOn what else than itself the text rests on: with another one it is none any more
 */
export function sealText(text: string, restsOn = ''): string {
  return `${hashOf(text, restsOn)}\n${text}`;
}

/** The text below its hash; `undefined` where one of the two is damaged, or it rests on something else. */
export function unsealText(sealed: string, restsOn = ''): string | undefined {
  const end = sealed.indexOf('\n');
  const text = sealed.slice(end + 1);
  return sealed.slice(0, Math.max(0, end)) === hashOf(text, restsOn) ? text : undefined;
}

function hashOf(text: string, restsOn: string): string {
  return createHash('sha256').update(JSON.stringify(restsOn)).update(text).digest('base64url');
}
