/** Characters of ASCII, which have no other forms than those of letter case. */
const isAscii = /^[\t\n\r -~]*$/;

/**
 * Folds a text so that forms which readers take for the same become the same: letter case, accents, wide and ligature
 * forms. Marks that are letters of their own, such as the vowels of Hindi, stay.
 */
export function fold(text: string): string {
  // Most texts are plain, and lower case is all that they need.
  if (isAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .toLowerCase();
}
