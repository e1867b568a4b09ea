import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A number from 0 to below 1. */
  number(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** Whether something happens that happens so often: 0 never, 1 always. */
  chance(share: number): boolean;
  /** One of the values, each as often as another. */
  pick<Value>(values: readonly Value[]): Value;
}

/** Starts the numbers of a seed. */
export function seeded(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const number = (): number => uniformFloat64(generator);
  const between = (low: number, high: number): number => low + Math.floor(number() * (high - low + 1));
  return {
    number,
    between,
    chance: (share) => number() < share,
    pick: (values) => values[between(0, values.length - 1)] as never,
  };
}

/** The values in another order. */
export function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const mixed = [...values];
  for (let index = mixed.length - 1; index > 0; index--) {
    const other = random.between(0, index);
    [mixed[index], mixed[other]] = [mixed[other] as Value, mixed[index] as Value];
  }
  return mixed;
}
