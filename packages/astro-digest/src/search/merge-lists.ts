import type { FixedOrder } from './filters.ts';
import {
  loadPaper,
  type FoundPaper,
  type IndexedPaper,
  type LoadedPaper,
  type Order,
} from './found-paper.ts';
import { orders } from './found.ts';
import type { Indexes } from './indexes.ts';

/** How many papers of a list begin to load when one of it has been taken, since more of it are likely to follow. */
const ahead = 3;

/**
 * Merges lists that are in order into one that is. What comes next is found when it is asked for, by loading the next paper of
 * each list.
 */
export function mergeLists(lists: readonly IndexedPaper[][], order: Order): FoundPaper[] {
  const full = lists.filter((list) => list.length > 0);
  if (full.length < 2) return full.flat();
  const taken = full.map(() => 0);
  const inOrder: Promise<LoadedPaper>[] = [];

  async function takeNext(): Promise<LoadedPaper> {
    const heads = await Promise.all(
      full.map(async (list, index) => {
        const head = list[taken[index] as number];
        return head && { index, loaded: await loadPaper(head) };
      }),
    );
    const [next] = heads
      .filter((head) => head !== undefined)
      .sort((a, b) => order(a.loaded, b.loaded) || a.index - b.index);
    if (!next) throw new Error('There is no further paper.');
    const place = (taken[next.index] as number) + 1;
    taken[next.index] = place;
    // Whether they can be loaded is told when they are asked for.
    for (const paper of full[next.index]?.slice(place, place + ahead) ?? []) paper.load().catch(() => {});
    return next.loaded;
  }

  function at(index: number): Promise<LoadedPaper> {
    while (inOrder.length <= index) {
      const before = inOrder.at(-1);
      inOrder.push(before ? before.then(takeNext) : takeNext());
    }
    return inOrder[index] as Promise<LoadedPaper>;
  }

  return full.flat().map((_, index) => ({
    load: async () => {
      const { data, match } = await at(index);
      return { data, match };
    },
  }));
}

/** Puts papers, as each index has them, in an order in which they stand whatever is looked for. */
export async function inFixedOrder(
  indexes: Indexes,
  lists: readonly IndexedPaper[][],
  sort: FixedOrder,
): Promise<FoundPaper[]> {
  const places = await indexes.places(sort);
  const sorted = lists.map((list, index) => {
    const placeOf = ({ result }: IndexedPaper): number => places[index]?.get(result.id) ?? 0;
    return list.toSorted((a, b) => placeOf(a) - placeOf(b));
  });
  return mergeLists(sorted, orders[sort]);
}
