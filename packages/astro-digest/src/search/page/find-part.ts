/** Finds a part of the search page that its component always has. */
export function findPart<Found extends HTMLElement>(root: HTMLElement, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`The search has no ${selector}.`);
  return found;
}
