/**
 * Tells whether Astro can render these papers that are modules: it knows a new one when it has written its list of them, half a second or more
 * after it was saved.
 *
 * @param files paths of the papers, from the site's root
 * @returns `false` also where this version of Astro has the list elsewhere
 */
export async function hasContentModules(files: readonly string[]): Promise<boolean> {
  if (files.length === 0) return true;
  try {
    const { default: modules } = await import('astro:content-module-imports');
    return files.every((file) => modules.has(file));
  } catch {
    return false;
  }
}
