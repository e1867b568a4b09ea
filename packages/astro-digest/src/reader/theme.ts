import { openChoice } from './storage.ts';
import { themeKey } from './theme-early.ts';

/** Makes the theme switch work, which is in the page without a value; other tabs follow. */
export function startTheme(signal: AbortSignal): void {
  const select = document.querySelector<HTMLSelectElement>('.digest-theme');
  // In a layout of the site's own, light and dark are the site's business.
  if (!select) return;
  const { dataset } = document.documentElement;
  const show = (): void => {
    const theme = choice.get();
    delete dataset['digestTheme'];
    select.value = 'system';
    if (theme === 'light' || theme === 'dark') dataset['digestTheme'] = select.value = theme;
  };
  const choice = openChoice(themeKey, show, signal);
  show();
  select.addEventListener('change', () => {
    choice.set(select.value);
    show();
  });
}
