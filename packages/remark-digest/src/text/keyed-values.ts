import { locate, type Extent, type LocatedText } from './located-text.ts';

/**
 * What a value is: a `record` has values under keys, a `list` has values in a row, a `text` is one that may be escaped, a `verbatim` is one
 * that stands as it is (a number, CDATA), and `nothing` is JSON's `null`.
 */
export type ValueKind = 'record' | 'list' | 'text' | 'verbatim' | 'nothing';

const kinds: readonly ValueKind[] = ['record', 'list', 'text', 'verbatim', 'nothing'];
const kindIds = Object.fromEntries(kinds.map((kind, id) => [kind, id])) as Record<ValueKind, number>;
/** Kinds up to this one have values in them. */
const lastContainer = kindIds.list;

/** How a text of keys and values is written. */
export interface Notation {
  /** Decodes a stretch of the source that is a `text`. */
  decode(source: string, start: number, end: number): LocatedText;
  /** The key whose inside begins at an index. */
  nameAt(source: string, start: number): LocatedText;
  /** Makes one key of those that mean the same, such as `PaperTitle` and `paper_title`. */
  toKey(name: string): string;
}

/** What is used of a value. */
const marks = { used: 1, someUsed: 2, someScalar: 4 };

/** Too many values to be a digest: a file of 64 MB that holds papers has a tenth of them. */
export const mostValues = 10_000_000;

/**
 * All values of a text of keys and values (JSON, XML), each with its place in the text, and whether somebody has used it.
 *
 * They stand in columns, in the order of the text, a container before what it holds, because a file can have millions of them.
 */
export class KeyedValues {
  /** The text that all places refer to. */
  readonly source: string;
  /** How many values there are. */
  count = 0;
  readonly #notation: Notation;
  readonly #nameIds = new Map<string, number>([['', 0]]);
  readonly #names: string[] = [''];
  readonly #keys: string[] = [''];
  #kinds = new Uint8Array(1024);
  #marks = new Uint8Array(1024);
  #nameOf = new Int32Array(1024);
  #nameStarts = new Int32Array(1024);
  #starts = new Int32Array(1024);
  #ends = new Int32Array(1024);
  #nexts = new Int32Array(1024);
  #parents = new Int32Array(1024);

  constructor(source: string, notation: Notation) {
    this.source = source;
    this.#notation = notation;
  }

  /**
   * Adds a value behind all others.
   *
   * @param parent index of the container that holds it; -1 at the top
   * @param name its key as it stands, without quotes and escapes; empty where it has none
   * @param nameStart where the key stands
   * @returns its index; a container has to be closed
   */
  add(kind: ValueKind, parent: number, name: string, nameStart: number, start: number, end = start): number {
    const index = this.count++;
    if (index === this.#kinds.length) this.#grow();
    this.#kinds[index] = kindIds[kind];
    this.#nameOf[index] = this.#nameId(name);
    this.#nameStarts[index] = nameStart;
    this.#starts[index] = start;
    this.#ends[index] = end;
    this.#nexts[index] = index + 1;
    this.#parents[index] = parent;
    return index;
  }

  /** Ends a container, with all that was added since. */
  close(index: number, end: number): void {
    this.#ends[index] = end;
    this.#nexts[index] = this.count;
  }

  /** Moves the end of a value, so that its extent takes the comma behind it. */
  extend(index: number, end: number): void {
    this.#ends[index] = end;
  }

  /** The value at an index. */
  at(index: number): KeyedValue {
    return new KeyedValue(this, index);
  }

  /** The values at the top. */
  *roots(): Generator<KeyedValue> {
    for (let index = 0; index < this.count; index = this.next(index)) yield this.at(index);
  }

  kind(index: number): ValueKind {
    return kinds[this.#kinds[index] as number] as ValueKind;
  }

  name(index: number): string {
    return this.#names[this.#nameOf[index] as number] as string;
  }

  key(index: number): string {
    return this.#keys[this.#nameOf[index] as number] as string;
  }

  nameStart(index: number): number {
    return this.#nameStarts[index] as number;
  }

  start(index: number): number {
    return this.#starts[index] as number;
  }

  end(index: number): number {
    return this.#ends[index] as number;
  }

  /** Index of the value behind this one and all that is in it. */
  next(index: number): number {
    return this.#nexts[index] as number;
  }

  parent(index: number): number {
    return this.#parents[index] as number;
  }

  text(index: number): LocatedText {
    const [start, end] = [this.start(index), this.end(index)];
    return this.kind(index) === 'text'
      ? this.#notation.decode(this.source, start, end)
      : locate(this.source, start, end);
  }

  nameText(index: number): LocatedText {
    return this.#notation.nameAt(this.source, this.nameStart(index));
  }

  /** Remembers that a value and all that is in it is used. */
  use(index: number): void {
    const next = this.next(index);
    for (let at = index; at < next; at++) this.#marks[at] = (this.#marks[at] as number) | marks.used;
  }

  isUsed(index: number): boolean {
    return ((this.#marks[index] as number) & marks.used) !== 0;
  }

  /**
   * The keys of all values that nobody has used, each with how often it is there. Where nothing of a container is used, it is counted
   * once, by its own key.
   *
   * @param tops containers whose keys are no part of a name: papers, and what papers are gathered in
   */
  unused(tops: ReadonlySet<number>): { name: string; count: number }[] {
    this.#lookBelow();
    const counts = new Map<string, number>();
    for (let index = 0; index < this.count;) {
      const isContainer = (this.#kinds[index] as number) <= lastContainer;
      const mark = this.#marks[index] as number;
      const isUnused = isContainer
        ? (mark & (marks.someScalar | marks.someUsed)) === marks.someScalar && !tops.has(index)
        : (mark & marks.used) === 0;
      if (isUnused) {
        const name = this.#nameWithin(index, tops);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      index = isContainer && !isUnused && (mark & marks.someScalar) !== 0 ? index + 1 : this.next(index);
    }
    return [...counts].map(([name, count]) => ({ name, count }));
  }

  /** Tells each container whether it has scalars, and used ones. */
  #lookBelow(): void {
    for (let index = this.count - 1; index >= 0; index--) {
      const parent = this.#parents[index] as number;
      if (parent < 0) continue;
      const mark = this.#marks[index] as number;
      const isContainer = (this.#kinds[index] as number) <= lastContainer;
      const below = isContainer
        ? mark & (marks.someUsed | marks.someScalar)
        : marks.someScalar | ((mark & marks.used) === 0 ? 0 : marks.someUsed);
      this.#marks[parent] = (this.#marks[parent] as number) | below;
    }
  }

  /** The key of a value, behind the key of what it is in: `organization.name`, `link@rel`. */
  #nameWithin(index: number, tops: ReadonlySet<number>): string {
    const own = this.#namedAncestor(index, tops);
    if (own < 0) return 'values without a key';
    const name = this.name(own);
    const parent = tops.has(own) ? -1 : this.parent(own);
    const around = parent < 0 || tops.has(parent) ? -1 : this.#namedAncestor(parent, tops);
    if (around < 0) return name;
    return `${this.name(around)}${name.startsWith('@') ? '' : '.'}${name}`;
  }

  /** The value itself where it has a key, else the nearest container around it that has one. */
  #namedAncestor(index: number, tops: ReadonlySet<number>): number {
    let at = index;
    while (at >= 0 && this.#nameOf[at] === 0) {
      if (tops.has(at)) return -1;
      at = this.parent(at);
    }
    return at;
  }

  #nameId(name: string): number {
    const known = this.#nameIds.get(name);
    if (known !== undefined) return known;
    const id = this.#names.push(name) - 1;
    this.#nameIds.set(name, id);
    this.#keys.push(this.#notation.toKey(name));
    return id;
  }

  #grow(): void {
    const size = Math.ceil(this.count * 1.5);
    this.#kinds = grown(this.#kinds, new Uint8Array(size));
    this.#marks = grown(this.#marks, new Uint8Array(size));
    this.#nameOf = grown(this.#nameOf, new Int32Array(size));
    this.#nameStarts = grown(this.#nameStarts, new Int32Array(size));
    this.#starts = grown(this.#starts, new Int32Array(size));
    this.#ends = grown(this.#ends, new Int32Array(size));
    this.#nexts = grown(this.#nexts, new Int32Array(size));
    this.#parents = grown(this.#parents, new Int32Array(size));
  }
}

function grown<Column extends Uint8Array | Int32Array>(old: Column, column: Column): Column {
  column.set(old);
  return column;
}

/** One value of {@link KeyedValues}. */
export class KeyedValue {
  /** Index among all values. */
  readonly index: number;
  readonly #values: KeyedValues;

  constructor(values: KeyedValues, index: number) {
    this.#values = values;
    this.index = index;
  }

  get kind(): ValueKind {
    return this.#values.kind(this.index);
  }

  /** Whether it has values in it. */
  get isContainer(): boolean {
    return this.kind === 'record' || this.kind === 'list';
  }

  /** Its key as it stands; empty where it has none. */
  get name(): string {
    return this.#values.name(this.index);
  }

  /** Its key in the form in which keys are compared. */
  get key(): string {
    return this.#values.key(this.index);
  }

  /** Where it stands, without its key. */
  get extent(): Extent {
    return { start: this.#values.start(this.index), end: this.#values.end(this.index) };
  }

  /** Its key as a text. */
  get nameText(): LocatedText {
    return this.#values.nameText(this.index);
  }

  /** Where its key begins, or it itself where it has none. */
  get start(): number {
    return this.name === '' ? this.extent.start : Math.max(0, this.#values.nameStart(this.index) - 1);
  }

  /** The values directly in it. */
  *children(): Generator<KeyedValue> {
    if (!this.isContainer) return;
    const end = this.#values.next(this.index);
    for (let at = this.index + 1; at < end; at = this.#values.next(at)) yield this.#values.at(at);
  }

  /** Whether nothing is in it. */
  get isEmpty(): boolean {
    if (this.kind === 'nothing') return true;
    const { start, end } = this.extent;
    return this.isContainer ? this.#values.next(this.index) === this.index + 1 : start === end;
  }

  /** Its text; whoever makes something of it calls {@link use}, too. */
  get text(): LocatedText {
    return this.#values.text(this.index);
  }

  /** A stretch of the source, as it stands. */
  slice(start: number, end: number): LocatedText {
    return locate(this.#values.source, start, end);
  }

  /** Says that it is used, with all that is in it. */
  use(): void {
    this.#values.use(this.index);
  }
}
