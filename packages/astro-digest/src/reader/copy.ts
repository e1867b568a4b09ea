import { button } from './element.ts';

/** How long a button says that it has copied, in milliseconds. */
const pause = 2000;

/** Puts a button that copies after every text that can be copied, where the browser lets pages copy. */
export function addCopyButtons(root: HTMLElement): void {
  // TypeScript believes that it is everywhere; outside of secure contexts it is not.
  if (!(navigator.clipboard as Clipboard | undefined)) return;
  const { tCopy = '', tCopied = '' } = root.dataset;
  for (const source of root.querySelectorAll<HTMLElement>('[data-digest-copy]')) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const copy = button('digest-copy', tCopy, () => {
      navigator.clipboard.writeText(source.textContent).then(
        () => {
          copy.textContent = tCopied;
          clearTimeout(timer);
          timer = setTimeout(() => (copy.textContent = tCopy), pause);
        },
        // Where the reader has forbidden it, the text is ready for the reader's own keys.
        () => getSelection()?.selectAllChildren(source),
      );
    });
    source.after(copy);
  }
}
