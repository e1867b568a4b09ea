/** Languages whose words Pagefind tells apart by a dictionary in the build, and by another one in each browser. */
const parted = new Set(['zh', 'ja', 'th']);

/**
 * The language that Pagefind is told, as it knows them: without a region. Runs are found by their letters (see `hasRun`), so nothing is
 * to be parted by a dictionary: what is between runs is mostly English.
 */
export function pagefindLanguage(tag: string): string {
  const [language = ''] = tag.split('-');
  return parted.has(language) ? 'en' : language;
}
