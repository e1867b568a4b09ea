/** Calls back when what a field has is meant: not while letters are put together, as one types Chinese or Japanese. */
export function onTyped(input: HTMLInputElement, act: () => void): void {
  input.addEventListener('input', (event) => {
    if (!isHalfTyped(event as InputEvent)) act();
  });
  input.addEventListener('compositionend', act);
}

/** Whether letters are put together that are not what is meant yet. Keyboards of Android put every word together so, also in English. */
function isHalfTyped({ isComposing }: InputEvent): boolean {
  return isComposing && !navigator.userAgent.includes('Android');
}
