import { buildElement } from './build-element.ts';

/**
 * Makes the option of a recent search. A pointer takes it away by its cross, the keyboard with Delete.
 *
 * @param address of the search page that asks for it
 */
export function toRecentOption(text: string, address: string, forget: () => void): HTMLAnchorElement {
  const option = buildElement('a', 'digest-find-recent');
  option.href = address;
  option.dataset['search'] = text;
  const cross = buildElement('span', 'digest-find-cross', '×');
  cross.ariaHidden = 'true';
  cross.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    forget();
  });
  option.append(buildElement('span', '', text), cross);
  return option;
}
