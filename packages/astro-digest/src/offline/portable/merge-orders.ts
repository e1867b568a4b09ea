/**
 * Puts lists into one that has each thing once: where a list has something new, it comes before what it comes before there.
 *
 * @param merged what is there so far, which gets the rest
 */
export function mergeOrder<Thing>(merged: Thing[], list: readonly Thing[]): void {
  let place = merged.length;
  for (const thing of list.toReversed()) {
    const known = merged.indexOf(thing);
    if (known >= 0) place = Math.min(place, known);
    else merged.splice(place, 0, thing);
  }
}
