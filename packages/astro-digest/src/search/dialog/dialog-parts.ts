import { makeTranslate, type Translate } from '../../strings/translate.ts';
import type { Strings } from '../../strings/en.ts';

/** What the dialog has besides its field. */
export interface DialogParts {
  /** What stands below the field. */
  content: DocumentFragment;
  /** Folders of the indexes. */
  indexes: readonly string[];
  t: Translate;
}

/**
 * Loads the parts of the dialog from the search page (`components/dialog/SearchDialogParts.astro`), which is among what is saved for reading offline.
 *
 * @throws Error when the page can't be loaded or has no such parts
 */
export async function loadDialogParts(address: string, lang: string): Promise<DialogParts> {
  const response = await fetch(address);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const template = page.querySelector<HTMLTemplateElement>('#digest-find-parts');
  if (!template) throw new Error(`${address} has no parts of a search dialog.`);
  const { indexes = '[]', strings = '{}' } = template.dataset;
  return {
    content: document.importNode(template.content, true),
    indexes: JSON.parse(indexes) as string[],
    t: makeTranslate(JSON.parse(strings) as Strings, lang),
  };
}
