/**
 * The oldest versions that this package works with, of Astro those of each line without known holes; newer ones are its peer dependency's
 * business.
 */
const oldest = { node: '22.12.0', astro: { '6': '6.4.6', '7': '7.3.2' } };

/**
 * Tells whether a version of Node.js or of Astro is too old.
 *
 * @param versions versions as they are written in full, such as `22.12.0`
 * @returns what is wrong and how to mend it, as a sentence; `undefined` when nothing is
 */
export function findVersionProblem({ node, astro }: { node: string; astro?: string }): string | undefined {
  if (isOlder(node, oldest.node))
    return `astro-digest needs Node.js ${oldest.node} or newer, and this is ${node}: install a newer one, then run the command again.`;
  const [line = ''] = astro?.split('.') ?? [];
  const ofLine = line === '7' ? oldest.astro[7] : oldest.astro[6];
  if (astro !== undefined && isOlder(astro, ofLine))
    return `astro-digest needs Astro ${ofLine} or newer, and the site has ${astro}: update it with \`npx @astrojs/upgrade\`.`;
  return undefined;
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}
