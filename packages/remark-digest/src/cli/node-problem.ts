const oldest = '22.12.0';

/**
 * Tells whether a version of Node.js is too old.
 *
 * @param version as it is written in full, such as `24.1.0`
 * @returns what is wrong and how to mend it, as a sentence; `undefined` when nothing is
 */
export function nodeProblem(version: string): string | undefined {
  if (version.localeCompare(oldest, 'en', { numeric: true }) >= 0) return undefined;
  return `remark-digest needs Node.js ${oldest} or newer, and this is ${version}: install a newer one, then run the command again.`;
}
