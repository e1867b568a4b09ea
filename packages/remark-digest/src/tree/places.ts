import type { Point, Position } from 'unist';

/** In the order of the text. */
export function byPlace(
  a: { position?: Position | undefined },
  b: { position?: Position | undefined },
): number {
  return offsetOf(a.position) - offsetOf(b.position);
}

/** The index in the file at which a place begins. */
export function offsetOf(place: Point | Position | undefined): number {
  const point = place && 'start' in place ? place.start : place;
  return point?.offset ?? 0;
}

/** The places that are in none of some others. */
export function outside(places: readonly Position[], others: readonly Position[]): Position[] {
  const byOffset = (a: Position, b: Position): number => offsetOf(a) - offsetOf(b);
  const around = others.toSorted(byOffset);
  let at = 0;
  return places.toSorted(byOffset).filter((place) => {
    while (at < around.length && (around[at]?.end.offset ?? 0) <= offsetOf(place)) at++;
    const other = around[at];
    return !other || offsetOf(other) > offsetOf(place) || (other.end.offset ?? 0) < (place.end.offset ?? 0);
  });
}
