import type { Citation } from '../model/citation.ts';

/**
 * Writes a bibliography in CSL-JSON (https://github.com/citation-style-language/schema, `csl-data.json`).
 *
 * @returns a JSON array, one citation a line, with a line feed at its end
 */
export function toCslJson(citations: readonly Citation[]): string {
  if (citations.length === 0) return '[]\n';
  return `[\n${citations.map((citation) => JSON.stringify(citation)).join(',\n')}\n]\n`;
}
