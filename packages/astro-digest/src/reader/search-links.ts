/**
 * Lets the links to the search page open the search over this page instead, where it has the template of a dialog
 * (`components/dialog/SearchDialog.astro`). They stay links for other tabs, in portable pages, which load no modules, and without JavaScript.
 */
export function startSearchLinks(): void {
  const template = document.querySelector<HTMLTemplateElement>('#digest-find');
  // On the links themselves: a router of the site's listens to the document.
  for (const link of document.querySelectorAll<HTMLElement>('[data-digest-search]')) {
    link.addEventListener('click', (event) => {
      if (!template || event.ctrlKey || event.metaKey || event.shiftKey || globalThis.digestPortable) return;
      event.preventDefault();
      // Its script is loaded now; its field is there at once, so that nothing is lost of what is typed meanwhile.
      template.after(template.content);
      document.querySelector<HTMLDialogElement>('dialog.digest-find')?.showModal();
    });
  }
}
