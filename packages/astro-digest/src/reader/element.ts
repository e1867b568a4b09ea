/** Makes an element with a class and a text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text: string | undefined,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  // Whatever its type says, `undefined` makes it empty.
  made.textContent = text as string;
  return made;
}

/** Makes a button that does something when it is pressed. */
export function button(className: string, text: string | undefined, onPress: () => void): HTMLButtonElement {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', onPress);
  return made;
}
