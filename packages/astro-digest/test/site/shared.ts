import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../../../shared/digests/', import.meta.url);

/** Whether the real digest is there; where it is not, tests that need it are skipped, but never in CI. */
export const hasRealDigest = existsSync(folder);

if (!hasRealDigest) {
  const message = 'The real digest (../shared/digests) is not here: the tests that read it are skipped.';
  if (process.env['CI']) throw new Error(`${message} CI must have it.`);
  console.warn(message);
}

/** The real digest, as it was copied. */
export function realDigest(): string {
  return readFileSync(new URL('hugging-face-papers.txt', folder), 'utf8');
}

/** Titles of the real digest, in order: every second block after the five of the header. */
export function realTitles(): string[] {
  return realDigest()
    .split(/\n\n+/)
    .slice(5)
    .filter((_, index) => index % 2 === 0);
}
