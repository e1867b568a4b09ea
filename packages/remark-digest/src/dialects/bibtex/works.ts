import type { LocatedText } from '../../text/located-text.ts';
import type { Entry } from './entries.ts';
import type { Body } from './fields.ts';
import type { Values } from './values.ts';

/** An entry of which a paper can be made; it remembers which of its fields were taken. */
export interface Work {
  type: string;
  key: string;
  start: number;
  end: number;
  /** The work that it is a part of, which lends it what it lacks. */
  parent?: Work | undefined;
  /** Whether a field of its own has a value. */
  has(name: string): boolean;
  /** The first of the fields named that has a value, its own or one that `xdata` gives it. */
  peek(...names: string[]): LocatedText | undefined;
  /** The same, and notes that something is made of it. */
  take(...names: string[]): LocatedText | undefined;
  /** Its own fields with a value that nothing was made of. */
  unused(): { name: string; start: number; end: number }[];
}

/** Makes a work of an entry. */
export function toWork(entry: Entry, { key, fields }: Body, values: Values): Work {
  const texts = new Map<string, LocatedText>();
  const own = fields.flatMap((field) => {
    const value = values.of(field);
    if (value.value.trim() === '') return [];
    const first = !texts.has(field.name);
    if (first) texts.set(field.name, value);
    return [{ name: field.name, first, start: field.start, end: field.start + field.name.length }];
  });
  // What leads to another entry is no value.
  const taken = new Set(['crossref', 'xdata', 'xref', 'ids']);
  const textOf = (names: string[]): LocatedText | undefined =>
    texts.get(names.find((name) => texts.has(name)) ?? '');
  const work: Work = {
    type: entry.type,
    key,
    start: entry.start,
    end: entry.end,
    has: (name) => texts.has(name),
    peek: (...names) => textOf(names) ?? lender(work)?.peek(...names),
    take: (...names) => {
      const found = textOf(names);
      if (found === undefined) return lender(work)?.take(...names);
      taken.add(names.find((name) => texts.has(name)) as string);
      return found;
    },
    unused: () => own.filter(({ name, first }) => !first || !taken.has(name)),
  };
  return work;
}

/** The entry that lends a work all that it has; such entries lend nothing to one another. */
function lender({ type, parent }: Work): Work | undefined {
  return type !== 'xdata' && parent?.type === 'xdata' ? parent : undefined;
}

/** Entries that are no papers, but what papers are in, or what they take fields from. */
const containers = /^(?:(?:mv)?(?:proceedings|collection)|xdata|set)$/;

/** Tells papers from what they are parts of, and gives each part its whole. */
export function joinWorks(works: readonly Work[]): {
  papers: Work[];
  /** Those that no paper is a part of are not used. */
  containers: { work: Work; used: boolean }[];
} {
  const byKey = new Map<string, Work>();
  for (const work of works) if (!byKey.has(work.key.toLowerCase())) byKey.set(work.key.toLowerCase(), work);
  const parents = new Set<Work>();
  for (const work of works) {
    const name = work.peek('crossref', 'xdata')?.value.split(',')[0]?.trim().toLowerCase();
    const parent = name ? byKey.get(name) : undefined;
    if (!parent || parent === work) continue;
    work.parent = parent;
    parents.add(parent);
  }
  const isContainer = ({ type }: Work): boolean => containers.test(type);
  return {
    papers: works.filter((work) => !isContainer(work)),
    containers: works.filter(isContainer).map((work) => ({ work, used: parents.has(work) })),
  };
}
