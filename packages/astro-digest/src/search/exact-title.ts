/**
 * Puts the results whose whole title was typed before the others; the order is the same otherwise.
 *
 * Pagefind ranks by words, and so can't tell a title from one that has the same words more often.
 */
export function exactTitleFirst<Result extends { meta: { title?: string } }>(
  results: readonly Result[],
  query: string,
): Result[] {
  const typed = words(query);
  const isTyped = ({ meta }: Result): boolean => words(meta.title ?? '') === typed;
  return [...results.filter(isTyped), ...results.filter((result) => !isTyped(result))];
}

/** A text without what people leave out when they type: case, accents, punctuation. */
function words(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean)
    .join(' ');
}
