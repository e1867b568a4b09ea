/** The table has room for at least this many times as many spans as there are. */
const sparseness = 2;

/** How many numbers a place of the table has: a hash, where the span starts among all units, how long it is, its value. */
const placeSize = 4;

/**
 * Values by spans of texts, whole numbers of 32 bits. A span is looked up where it stands, without being cut out of its text,
 * which for millions of words takes longer than all the rest; what is looked up stands together, because most of the time goes
 * into fetching it from memory.
 *
 * A hash table with open addressing (Knuth, The Art of Computer Programming, volume 3, section 6.4).
 */
export class SpanValues {
  private size = 0;
  /** The UTF-16 units of all spans, one span after another, and room for more. The first belongs to none. */
  private units = new Uint16Array(1 << 14);
  private unitCount = 1;
  /** A place is free where its span starts at 0. */
  private places = new Int32Array(placeSize << 11);

  /**
   * The value of a span, or `otherwise` when it has none.
   *
   * @param hash the same for the same span, any 32 bits
   */
  get(text: string, start: number, end: number, hash: number, otherwise: number): number {
    const { places, units } = this;
    const length = end - start;
    const mask = places.length - placeSize;
    for (let place = placeOf(hash, mask); ; place = (place + placeSize) & mask) {
      const first = places[place + 1] as number;
      if (first === 0) return otherwise;
      if (places[place] !== hash || places[place + 2] !== length) continue;
      let index = 0;
      while (index < length && units[first + index] === text.charCodeAt(start + index)) index++;
      if (index === length) return places[place + 3] as number;
    }
  }

  /** Gives a value to a span that has none. */
  add(span: string, hash: number, value: number): void {
    const first = this.unitCount;
    const end = first + span.length;
    if (end > this.units.length) {
      const { units } = this;
      this.units = new Uint16Array(2 * end);
      this.units.set(units);
    }
    for (let index = 0; index < span.length; index++) this.units[first + index] = span.charCodeAt(index);
    this.unitCount = end;
    this.size += 1;
    if (this.size * sparseness * placeSize > this.places.length) this.grow();
    put(this.places, hash, first, span.length, value);
  }

  private grow(): void {
    const { places } = this;
    this.places = new Int32Array(2 * places.length);
    for (let place = 0; place < places.length; place += placeSize) {
      const [hash, first, length, value] = places.subarray(place, place + placeSize) as unknown as number[];
      if (first !== 0) put(this.places, hash as number, first as number, length as number, value as number);
    }
  }
}

function put(places: Int32Array, hash: number, first: number, length: number, value: number): void {
  const mask = places.length - placeSize;
  let place = placeOf(hash, mask);
  while (places[place + 1] !== 0) place = (place + placeSize) & mask;
  places[place] = hash;
  places[place + 1] = first;
  places[place + 2] = length;
  places[place + 3] = value;
}

/** The place for a hash; its high bits, which differ the most, are brought to where the table looks. */
function placeOf(hash: number, mask: number): number {
  return Math.imul(hash ^ (hash >>> 15), placeSize) & mask;
}
