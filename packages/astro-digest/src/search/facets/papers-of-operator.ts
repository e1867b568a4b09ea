import { isDate, isWithin } from '../date-range.ts';
import type { Operator } from '../operators.ts';
import { lineOf } from '../words.ts';
import type { ReadFacets } from './open-facets.ts';

/** What `has:` may ask for, in other words than those of the facets. */
const otherNames: Readonly<Record<string, string>> = { dataset: 'data' };

/** Ids of the papers that an operator asks for; none where it has no such value. */
export function papersOfOperator({ dates, values }: ReadFacets, { name, value }: Operator): Set<string> {
  if (name === 'has') return new Set(values.has.get(otherNames[value.toLowerCase()] ?? value.toLowerCase()));
  if (name === 'topic') {
    const words = lineOf(value);
    const named = [...values.topic].filter(([topic]) => words.trim() !== '' && lineOf(topic).includes(words));
    return new Set(named.flatMap(([, papers]) => [...papers]));
  }
  if (!isDate(value)) return new Set();
  const fits = {
    in: (date: string) => isWithin(date, value, value),
    before: (date: string) => date !== '' && date < value,
    after: (date: string) => date.slice(0, value.length) > value,
  }[name];
  return new Set([...dates].filter(([, date]) => fits(date)).map(([id]) => id));
}
