import { isRun, type Query, type Term } from './query.ts';
import { isTelling, shownPairsOf } from './runs.ts';

/** So many pairs are looked for at most: a sentence has hundreds. */
const mostPairs = 16;

/** A query whose runs are pairs of letters, each of which a paper may have or lack: no dictionary says which words a run is made of. */
export function pairsApart(query: Query): Query {
  const pairs = query.terms.filter(isRun).flatMap(toPairs);
  const telling = pairs.filter(({ whole }) => isTelling(whole));
  const asked = new Map((telling.length > 0 ? telling : pairs).map((pair) => [pair.whole, pair]));
  return {
    ...query,
    terms: [...query.terms.filter((term) => !isRun(term)), ...[...asked.values()].slice(0, mostPairs)],
  };
}

function toPairs(run: Term): Term[] {
  const { typed, parts } = run;
  if (parts.length === 0) return [run];
  const shown = shownPairsOf(typed);
  // Some letters are several when wide forms and ligatures are taken apart.
  return parts.map((pair, index) => ({
    typed: shown.length === parts.length ? (shown[index] as string) : pair,
    whole: pair,
    parts: [],
    ...(index > 0 ? { follows: parts[index - 1] as string } : {}),
  }));
}
