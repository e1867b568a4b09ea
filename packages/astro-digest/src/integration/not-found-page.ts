import { rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Static hosts look for `404.html`; Astro gives that name only to the page at the root of the site. */
export async function nameNotFoundPage(folder: string): Promise<void> {
  await rename(join(folder, '404', 'index.html'), join(folder, '404.html')).catch(() => {});
}
