/**
 * A character that leaves something to see: none of white space, control characters, and what Unicode says is shown as nothing
 * (joiners, soft hyphens, marks of direction, variation selectors, fillers). The last are an empty Braille cell and the brackets of
 * annotations, which fonts show as nothing, too.
 */
const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]/u;

/** Whether a reader sees anything of a text. */
export function isVisible(text: string): boolean {
  return visible.test(text);
}
