import type { Paper } from './entries.ts';
export interface Topic {
  name: string;
  slug: string;
  terms: string[];
  papers: string[];
  origin: 'named' | 'found';
}
export function topicsOf(
  _papers: readonly Paper[],
  _options: { named?: Record<string, string[]>; found?: boolean },
): Topic[] {
  return [];
}
