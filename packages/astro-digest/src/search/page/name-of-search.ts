import { mediumDate } from '../../model/dates.ts';
import type { Translate } from '../../strings/translate.ts';
import { readAddress } from '../address.ts';

const sortNames = { newest: 'sortByDate', votes: 'sortByVotes' } as const;

/**
 * Says what a saved search asks for, such as `owls · Birds · January 2024 – March 2025`.
 *
 * @param query what stands behind the path of the search page
 */
export function nameOfSearch(query: string, t: Translate, lang: string): string {
  const { text, filters, sort } = readAddress(query);
  const { from, to, code, ...values } = filters;
  const [first, last] = [from, to].map((date) => date && mediumDate(date, lang));
  const range = first === last ? first : [first, '–', last].filter(Boolean).join(' ');
  const order = sort === 'relevance' ? undefined : t(sortNames[sort]);
  return [text, ...Object.values(values), code && t('searchWithCode'), range, order]
    .filter(Boolean)
    .join(' · ');
}
