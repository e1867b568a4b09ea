import { realTitles } from './shared.ts';

/** Fifty queries for the real digest: whole titles, words of them, words with a slip, and phrases. */
export function realQueries(): string[] {
  return realTitles()
    .slice(0, 50)
    .map((title, index) => {
      const [first = title, second = ''] = title.replace(/[^\w\s-]/g, '').match(/[\w-]{4,}/g) ?? [];
      const kinds = [
        title,
        first,
        `${first} ${second}`,
        first.slice(0, 3) + first.slice(4),
        `"${title.split(' ').slice(0, 2).join(' ')}"`,
      ];
      return kinds[index % kinds.length] as string;
    });
}
