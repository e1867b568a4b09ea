import type { MadeIssue } from './archive.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Writes an issue as somebody copies it from the page of a day's papers. */
export function toDigestText({ date, papers }: MadeIssue): string {
  const [, month, day] = date.split('-').map(Number) as [number, number, number];
  const head = ['new', 'byIda and the reading group', `${months[month - 1]} ${day}`];
  return `${[...head, ...papers.flatMap(({ title, abstract }) => [title, abstract])].join('\n\n')}\n`;
}
