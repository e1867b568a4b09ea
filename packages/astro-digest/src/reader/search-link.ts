/**
 * Lets the link to the search page open the search over this page instead, where it has the template of a dialog
 * (`components/SearchDialog.astro`). It stays a link for other tabs, and without JavaScript.
 */
export function startSearchLink(): void {
  const template = document.querySelector<HTMLTemplateElement>('#digest-find');
  // On the link itself: a router of the site's listens to the document.
  document.querySelector<HTMLElement>('[data-digest-search]')?.addEventListener('click', (event) => {
    if (!template || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Its script is loaded now; its field is there at once, so that nothing is lost of what is typed meanwhile.
    template.after(template.content);
    document.querySelector<HTMLDialogElement>('.digest-find')!.showModal();
  });
}
