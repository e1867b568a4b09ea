/** A list of links below a field, one of which is chosen while the field keeps the focus. */
export interface OptionList {
  /** Puts others in the place of those that are there. */
  show(options: readonly HTMLElement[], chosen?: number): void;
  /** Chooses the one that is so many further; past an end it goes on at the other. */
  move(step: number): void;
  /** Chooses one by its place; `-1` is the last. */
  choose(place: number): void;
  /** The one that is chosen. */
  chosen(): HTMLElement | undefined;
}

/**
 * Makes a field and a list a combobox with a list box. The options are links that have the role of one: so the browser itself opens them in
 * other tabs, and a screen reader tells their places while one types on.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function openOptionList(input: HTMLInputElement, list: HTMLElement): OptionList {
  let shown: readonly HTMLElement[] = [];
  let place = -1;

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  function choose(wanted: number): void {
    shown[place]?.setAttribute('aria-selected', 'false');
    place = wanted < 0 ? shown.length - 1 : wanted;
    const option = shown[place];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  // A pointer that rests while other options come below it chooses none.
  list.addEventListener('pointermove', ({ target }) => {
    const at = shown.findIndex((option) => option.contains(target as Node));
    if (at >= 0 && at !== place) choose(at);
  });

  return {
    show(options, chosen = -1) {
      place = -1;
      shown = options;
      for (const [index, option] of options.entries()) {
        option.id = `${list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.tabIndex = -1;
      }
      list.replaceChildren(...options);
      list.hidden = options.length === 0;
      list.scrollTop = 0;
      input.setAttribute('aria-expanded', String(options.length > 0));
      if (options[chosen]) choose(chosen);
      else input.removeAttribute('aria-activedescendant');
    },
    move(step) {
      if (shown.length === 0) return;
      const next = place + step;
      if (place < 0) choose(step > 0 ? 0 : -1);
      else choose(next < 0 ? -1 : next % shown.length);
    },
    choose,
    chosen: () => shown[place],
  };
}
