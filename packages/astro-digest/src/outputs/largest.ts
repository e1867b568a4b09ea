/** The largest whole number of a range that will do, where all that are smaller do, too; the smallest when none does. */
export function largest(from: number, to: number, does: (value: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (does(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
