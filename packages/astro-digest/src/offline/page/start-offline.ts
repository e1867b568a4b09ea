/**
 * Has a digest read offline. Nothing is loaded for that, and no worker begins, before the page is there.
 *
 * With a client-side router the document stays, and what tells of the network has to go on in each page.
 */
export function startOffline(): void {
  const begin = (): void => {
    const root = document.querySelector<HTMLElement>('[data-offline]');
    if (root) void import('./keep-offline.ts').then(({ keepOffline }) => keepOffline(root));
  };
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
  document.addEventListener('astro:after-swap', begin);
}
