import { readDate } from '../../facts/read-date.ts';
import type { FieldText } from '../../text/record-fields.ts';
import type { FoundPaper, Section } from './find-papers.ts';
import { dayOf, tellsItsDay } from './to-paper.ts';

/**
 * Parts papers by the day of the list on which each stood, as a month of Daily Papers has them.
 *
 * A key such as `date` may tell the day of the paper as well. It is the list's where the papers tell their own day beside it, or where
 * each day has several papers that stand together.
 */
export function byDay(section: Section): Section[] {
  if (section.date) return [section];
  return (
    parted(section, (paper) => dayOf(paper.record, false), 1) ??
    parted(
      section,
      (paper) => dayOf(paper.record, true),
      section.papers.every(({ record }) => tellsItsDay(record)) ? 1 : 3,
    ) ?? [section]
  );
}

/** @param fewest how many papers a day has on average at least */
function parted(
  section: Section,
  dayOfPaper: (paper: FoundPaper) => FieldText | undefined,
  fewest: number,
): Section[] | undefined {
  const days = section.papers.map(dayOfPaper);
  const parts = new Map<string, Section & { found: FieldText[] }>();
  let runs = 0;
  let before: string | undefined;
  for (const [index, day] of days.entries()) {
    const date = day && readDate(day.text.value);
    if (!day || date === undefined) return undefined;
    if (date !== before) runs++;
    before = date;
    const part = parts.get(date) ?? { ...section, date: day.text, papers: [], found: [] };
    part.papers.push(section.papers[index] as FoundPaper);
    part.found.push(day);
    parts.set(date, part);
  }
  // Days that come back again and again are no lists, one after the other.
  if (section.papers.length < fewest * parts.size || (fewest > 1 && runs > parts.size)) return undefined;
  return [...parts.values()].map(({ found, ...part }) => {
    for (const day of found) day.use();
    return part;
  });
}
