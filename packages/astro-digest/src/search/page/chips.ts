import { button } from '../../reader/element.ts';

/** Something that was chosen and can be taken back. */
export interface Chip {
  text: string;
  /** What pressing it does, for those who hear the page. */
  label: string;
  remove: () => void;
}

/**
 * Shows what was chosen, each to be taken back by pressing it, and a button for all where there are several. Where the one is gone that had
 * the focus, the one in its place gets it, or the field.
 */
export function showChips(
  box: HTMLElement,
  chips: readonly Chip[],
  all: Omit<Chip, 'label'>,
  field: HTMLElement,
): void {
  const focused = [...box.children].findIndex((chip) => chip === document.activeElement);
  const buttons = chips.map(({ text, label, remove }) => {
    const made = button('digest-chip', text, remove);
    made.ariaLabel = label;
    return made;
  });
  box.replaceChildren(
    ...buttons,
    ...(chips.length > 1 ? [button('digest-chip-all', all.text, all.remove)] : []),
  );
  box.hidden = chips.length === 0;
  if (focused >= 0) (buttons[Math.min(focused, buttons.length - 1)] ?? field).focus();
}
