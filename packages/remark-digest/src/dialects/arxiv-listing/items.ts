import { formOf } from '../text-form.ts';
import type { PageLine } from '../page-lines.ts';
import { isFurniture } from './furniture.ts';
import { dayHeading, itemHead, listDay, pageHead, section } from './lines.ts';
import { headAt, readItem, type Item } from './read-item.ts';

/** A line between items. */
export interface Between {
  kind: 'section' | 'day' | 'furniture' | 'unread';
  line: PageLine;
}

/** Sorts the lines of a page into papers and what stands between them. */
export function itemsIn(lines: readonly PageLine[]): (Item | Between)[] {
  const found: (Item | Between)[] = [];
  let titled = false;
  let at = 0;
  while (at < lines.length) {
    const head = headAt(lines, at);
    if (head !== undefined) {
      const { item, next } = readItem(lines, head);
      for (const line of lines.slice(at, head)) found.push({ kind: 'furniture', line });
      found.push(item);
      at = next;
      continue;
    }
    const [line, below] = [lines[at] as PageLine, lines[at + 1]];
    const kind = kindOf(line, below);
    // The title of a list or of a page, which is the name of what it is of.
    const isTitle =
      kind === 'unread' && !titled && mayBeTitle(line) && below !== undefined && isBelowTitle(below);
    if (isTitle) titled = true;
    found.push({ kind: isTitle ? 'furniture' : kind, line });
    at++;
  }
  return withoutStrangers(found);
}

/** Whether a line can be the name of a list or of a category. */
function mayBeTitle({ value }: PageLine): boolean {
  return value.length <= 200 && /^\p{L}/u.test(value);
}

function kindOf({ value }: PageLine, below: PageLine | undefined): Between['kind'] {
  if (section.test(value)) return 'section';
  if (listDay.test(value)) return 'day';
  const heading = dayHeading.exec(value)?.groups;
  // A day without the number of its papers is a link to it, unless a paper stands below.
  if (heading) return heading['shown'] !== undefined || (below && beginsItem(below)) ? 'day' : 'furniture';
  return isFurniture(value) ? 'furniture' : 'unread';
}

function beginsItem({ value }: PageLine): boolean {
  return itemHead.test(value) || /^\[\d{1,5}\]$/.test(value);
}

function isBelowTitle({ value }: PageLine): boolean {
  return [section, listDay, dayHeading, pageHead, /^(?:Total of \d|Authors and titles for )/].some(
    (pattern) => pattern.test(value),
  );
}

/**
 * Takes for no abstract what stands below the last paper of a list whose papers have none, and what is no sentence below the only
 * paper.
 */
function withoutStrangers(found: (Item | Between)[]): (Item | Between)[] {
  const items = found.filter((item) => item.kind === 'item');
  const last = items.at(-1);
  if (!last?.abstract || last.submitted) return found;
  const { lines } = last.abstract;
  const others = items.slice(0, -1);
  const isAbstract =
    others.length > 0
      ? others.some(({ abstract }) => abstract !== undefined)
      : formOf(lines.map(({ value }) => value).join(' ')) !== 'other';
  if (isAbstract) return found;
  last.abstract = undefined;
  last.last = last.fields.at(-1)?.lines.at(-1) ?? last.head;
  const strangers = lines.map((line): Between => ({ kind: 'unread', line }));
  return found.flatMap((item) => (item === last ? [item, ...strangers] : [item]));
}
