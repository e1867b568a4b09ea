import type { Paper } from './entries.ts';
export function relatedPapers(
  _papers: readonly Paper[],
  _options: { count?: number },
): Map<string, { id: string; score: number; terms: string[] }[]> {
  return new Map();
}
