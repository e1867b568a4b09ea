import { openChoice } from './storage.ts';
import { themeKey } from './theme-early.ts';

/** Makes the theme switch work, which is in the page without a value; other tabs follow. */
export function startTheme(): void {
  const select = document.querySelector<HTMLSelectElement>('.digest-theme');
  // In a layout of the site's own, light and dark are the site's business.
  if (!select) return;
  const { dataset } = document.documentElement;
  const show = (): void => {
    const theme = choice.get();
    const chosen = theme === 'light' || theme === 'dark';
    if (chosen) dataset['digestTheme'] = theme;
    else delete dataset['digestTheme'];
    select.value = chosen ? theme : 'system';
  };
  const choice = openChoice(themeKey, show);
  show();
  select.addEventListener('change', () => {
    choice.set(select.value);
    show();
  });
  select.closest('[hidden]')?.removeAttribute('hidden');
}
