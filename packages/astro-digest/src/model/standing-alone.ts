import type { Reading } from './reading.ts';

/**
 * Whether each unit stands alone at least as often as within compounds, as 1 and 0. `cross`, `multi` and `shot` don't, and name nothing
 * apart from their compounds.
 */
export function standingAlone({ units, lexicon: { parts } }: Reading): Uint8Array {
  const times = new Int32Array(parts.length);
  for (const unit of units) times[unit] = (times[unit] as number) + 1;
  const balance = times.slice();
  for (const [unit, own] of parts.entries()) {
    for (const part of own) balance[part] = (balance[part] as number) - (times[unit] as number);
  }
  return Uint8Array.from(balance, (count) => Number(count >= 0));
}
