const units = [
  ['gigabyte', 1_000_000_000],
  ['megabyte', 1_000_000],
  ['kilobyte', 1000],
] as const;

/** Writes how many bytes something has, as readers of a language do. */
export function formatSize(bytes: number, lang: string): string {
  const [unit, size] = units.find(([, size]) => bytes >= size) ?? units[2];
  const value = bytes / size;
  const maximumFractionDigits = value < 10 && unit !== 'kilobyte' ? 1 : 0;
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits }).format(value);
}
