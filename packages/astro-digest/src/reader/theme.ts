import { openChoice } from './storage.ts';
import { themeKey } from './theme-early.ts';

/** Makes the theme switch work, which is in the page without a value; other tabs follow. */
export function startTheme(signal: AbortSignal): void {
  const select = document.querySelector<HTMLSelectElement>('.digest-theme');
  // In a layout of the site's own, light and dark are the site's business.
  if (!select) return;
  const dataset = document.documentElement.dataset;
  const show = (): void => {
    delete dataset['digestTheme'];
    // What is no choice, as `null`, counts as the first, which is that of the system.
    select.value = choice.get() as string;
    if (select.selectedIndex > 0) dataset['digestTheme'] = select.value;
    else select.selectedIndex = 0;
  };
  const choice = openChoice(themeKey, show, signal);
  show();
  select.addEventListener('change', () => {
    choice.set(select.value);
    show();
  });
}
