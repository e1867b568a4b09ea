/** Closes a dialog when somebody presses beside it, and keeps the page behind it where it is; until the signal ends that. */
export function closeByPointer(dialog: HTMLDialogElement, signal: AbortSignal): void {
  let isBeside = false;
  const besideOf = ({ target, clientX, clientY }: MouseEvent): boolean => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
  };
  // What was begun inside, such as a selection, is none of it.
  dialog.addEventListener('pointerdown', (event) => {
    isBeside = besideOf(event);
  });
  dialog.addEventListener('click', (event) => {
    if (isBeside && besideOf(event)) dialog.close();
  });
  // What is beside it is the page for a wheel, whatever listens to the dialog.
  const keep = (event: WheelEvent): void => {
    if (!(event.target as Element).closest('[role=listbox]')) event.preventDefault();
  };
  const begin = (): void => document.addEventListener('wheel', keep, { passive: false });
  begin();
  dialog.addEventListener('focusin', begin);
  dialog.addEventListener('close', () => document.removeEventListener('wheel', keep));
  signal.addEventListener('abort', () => document.removeEventListener('wheel', keep));
}
