import { button } from './element.ts';

/** Puts a button that copies after every text that can be copied, where the browser lets pages copy; it says for two seconds that it has. */
export function addCopyButtons(root: HTMLElement): void {
  // TypeScript believes that it is everywhere; outside of secure contexts it is not.
  if (!(navigator.clipboard as Clipboard | undefined)) return;
  const { tCopy, tCopied } = root.dataset as { tCopy: string; tCopied: string };
  for (const source of root.querySelectorAll<HTMLElement>('[data-digest-copy]')) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const copy = button('digest-copy', tCopy, () => {
      navigator.clipboard.writeText(source.textContent).then(
        () => {
          copy.textContent = tCopied;
          clearTimeout(timer);
          timer = setTimeout(() => (copy.textContent = tCopy), 2000);
        },
        // Where the reader has forbidden it, the text is ready for the reader's own keys.
        () => getSelection()?.selectAllChildren(source),
      );
    });
    source.after(copy);
  }
}
