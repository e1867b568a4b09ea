/** The words of a title: runs of letters and digits in small letters, without accents, signs of TeX and its commands. */
export function titleWords(title: string): string[] {
  return (
    title
      .replace(/\\[a-z]+(?=\s*\{)/gi, ' ')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** What two titles have in common that say the same: their letters and digits, however they are set apart. */
export function titleKey(title: string): string {
  return titleWords(title).join('');
}
