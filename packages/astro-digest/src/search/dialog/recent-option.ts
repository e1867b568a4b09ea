import { element } from '../../reader/element.ts';

/**
 * Makes the option of a recent search. A pointer takes it away by its cross, the keyboard with Delete.
 *
 * @param address of the search page that asks for it
 */
export function toRecentOption(text: string, address: string, forget: () => void): HTMLAnchorElement {
  const option = element('a', 'digest-find-recent', '');
  option.href = address;
  option.dataset['search'] = text;
  const cross = element('span', 'digest-find-cross', '×');
  cross.ariaHidden = 'true';
  cross.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    forget();
  });
  option.append(element('span', '', text), cross);
  return option;
}
