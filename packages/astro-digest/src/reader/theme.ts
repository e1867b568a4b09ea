import { openChoice } from './storage.ts';
import { themeKey } from './theme-early.ts';

/** Makes the theme switch work, which is in the page without a value; other tabs follow. */
export function startTheme(): void {
  const root = document.documentElement;
  const select = document.querySelector<HTMLSelectElement>('.digest-theme');
  const choice = openChoice(themeKey, show);

  function show(): void {
    const theme = choice.get();
    const chosen = theme === 'light' || theme === 'dark';
    if (chosen) root.dataset['digestTheme'] = theme;
    else delete root.dataset['digestTheme'];
    if (select) select.value = chosen ? theme : 'system';
  }

  show();
  select?.addEventListener('change', () => {
    choice.set(select.value);
    show();
  });
  select?.closest('[hidden]')?.removeAttribute('hidden');
}
