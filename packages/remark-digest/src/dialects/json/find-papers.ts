import { arxivIdOf } from '../../facts/identifiers.ts';
import { readDate } from '../../facts/read-date.ts';
import type { KeyedValue } from '../../text/keyed-values.ts';
import type { LocatedText } from '../../text/located-text.ts';
import type { FieldText } from '../../text/record-fields.ts';
import { gatherers, listKeys, wrappers } from './list-keys.ts';
import { dayText, fieldsOf, isPaper, type PaperPlace } from './to-paper.ts';
import { dateOf } from './values.ts';

/** A record that is a paper, and what it has by its place. */
export interface FoundPaper extends PaperPlace {
  record: KeyedValue;
}

/** Papers that stand together, and what is told of them together. */
export interface Section {
  date?: LocatedText | undefined;
  title?: LocatedText | undefined;
  description?: LocatedText | undefined;
  papers: FoundPaper[];
}

/** The papers of a text of JSON. */
export interface FoundPapers {
  /** Those that have papers, in their order. */
  sections: Section[];
  /** Indexes of the papers and of what they are gathered in. */
  tops: Set<number>;
}

/** How deep papers may stand in lists and records. */
const deepest = 12;

/** Finds the papers among the values of a text: in lists, in maps by identifier, by day, by topic, however deep. */
export function findPapers(roots: Iterable<KeyedValue>, cut: ReadonlySet<number>): FoundPapers {
  const search = new Search(cut);
  const first: Section = { papers: [] };
  search.sections.push(first);
  for (const root of roots) search.walk(root, { section: first, place: {} }, 0);
  const sections = search.sections.filter(({ papers }) => papers.length > 0);
  // What is told of all of them is told of each that tells nothing itself.
  for (const section of sections) {
    section.title ??= first.title;
    section.description ??= first.description;
  }
  return { sections, tops: search.tops };
}

/** What is known where a value stands. */
interface Around {
  section: Section;
  place: PaperPlace;
}

class Search {
  readonly sections: Section[] = [];
  readonly tops = new Set<number>();
  #found = 0;
  readonly #cut: ReadonlySet<number>;
  readonly #byDay = new Map<string, Section>();

  constructor(cut: ReadonlySet<number>) {
    this.#cut = cut;
  }

  walk(value: KeyedValue, around: Around, depth: number): void {
    if (!value.isContainer || depth > deepest) return;
    const whole = !this.#cut.has(value.index);
    if (whole && isPaper(value) && !gathersPapers(value)) {
      this.tops.add(value.index);
      around.section.papers.push({ ...around.place, record: value });
      this.#found++;
      return;
    }
    const before = this.#found;
    const inside = value.kind === 'record' ? this.#within(value, around) : around;
    for (const child of value.children()) {
      if (child.isContainer) this.walk(child, this.#below(child, inside), depth + 1);
    }
    if (this.#found > before) {
      this.tops.add(value.index);
      if (value.kind === 'record') tellSection(value, inside.section);
    }
  }

  /** A record that has a day begins a section of its own. */
  #within(record: KeyedValue, around: Around): Around {
    const date = dayIn(record);
    return date ? { ...around, section: this.#sectionOf(date.text) } : around;
  }

  /** The key of a value tells a day, an identifier or a topic. */
  #below(child: KeyedValue, around: Around): Around {
    const { name, key } = child;
    if (name === '' || gatherers.has(key) || wrappers.has(key)) return around;
    const day = readDate(name);
    if (day?.length === 10) return { ...around, section: this.#sectionOf(child.nameText) };
    if (arxivIdOf(name)) return { ...around, place: { ...around.place, id: child.nameText } };
    if (child.kind === 'record' && isPaper(child)) return around;
    return /\p{L}/u.test(name) ? { ...around, place: { ...around.place, topic: child.nameText } } : around;
  }

  #sectionOf(date: LocatedText): Section {
    const day = readDate(date.value) ?? date.value;
    const known = this.#byDay.get(day);
    if (known) return known;
    const section: Section = { date, papers: [] };
    this.#byDay.set(day, section);
    this.sections.push(section);
    return section;
  }
}

/** Whether what looks like a paper is a list of papers with a title and a summary. */
function gathersPapers(record: KeyedValue): boolean {
  for (const member of record.children()) {
    if (member.kind !== 'list' || !gatherers.has(member.key)) continue;
    for (const child of member.children()) if (isPaper(child)) return true;
  }
  return false;
}

/** The day that a record of papers tells; one that is a paper's is none. */
function dayIn(record: KeyedValue): FieldText | undefined {
  for (const member of record.children()) {
    if (member.isContainer || !(listKeys.date as readonly string[]).includes(member.key)) continue;
    const found = dateOf(member);
    if (found && readDate(found.text.value)?.length === 10) {
      return { ...found, text: dayText(found.text) };
    }
  }
  return undefined;
}

/** Takes what a record tells of the papers in it. */
function tellSection(record: KeyedValue, section: Section): void {
  const fields = fieldsOf(record);
  dayIn(record)?.use();
  section.title ??= fields.text(listKeys.title);
  section.description ??= fields.text(listKeys.description);
}
