/**
 * Makes an element with a class and what is in it. The scripts of every page have a function of their own for that: if the dialog shared a
 * module with them, it would become a file that each page loads besides.
 */
export function buildElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const built = document.createElement(name);
  built.className = className;
  built.append(...children);
  return built;
}
