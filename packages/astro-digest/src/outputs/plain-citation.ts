import { arxivIdOf, doiAddress, type Citation } from '../model/citation.ts';
import { spokenName, type CitationName } from '../model/person-name.ts';

/** Of more authors than this, only the first so many are named. */
const mostAuthors = 10;

/**
 * Writes citations as a reader pastes them into a text, one a line: authors (year). Title. Venue. arXiv identifier. Address.
 *
 * @returns such as `Diederik P. Kingma and Jimmy Ba (2014). Adam: A Method for Stochastic Optimization. arXiv:1412.6980.
 * https://arxiv.org/abs/1412.6980`, each with a line feed at its end; empty when there are none
 */
export function toPlainCitations(citations: readonly Citation[]): string {
  return citations.map((citation) => `${toPlainCitation(citation)}\n`).join('');
}

/** One such citation, without a line feed. */
export function toPlainCitation(citation: Citation): string {
  const { title, author, issued, DOI } = citation;
  const arxivId = arxivIdOf(citation);
  const year = issued?.['date-parts'][0][0];
  const when = year === undefined ? '' : ` (${year})`;
  const parts = author ? [`${namesOf(author)}${when}`, title] : [`${title}${when}`];
  const address = DOI ? doiAddress(DOI) : citation.URL;
  return [
    ...[...parts, citation['container-title'], arxivId && `arXiv:${arxivId}`]
      .filter((part) => part !== undefined)
      .map((part) => (/[.!?。！？]$/u.test(part) ? part : `${part}.`)),
    ...(address ? [address] : []),
  ].join(' ');
}

function namesOf(author: readonly CitationName[]): string {
  const names = author.map(spokenName);
  if (names.length > mostAuthors) return `${names.slice(0, mostAuthors).join(', ')} et al.`;
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')}${names.length > 1 ? ',' : ''} and ${last}`;
}
