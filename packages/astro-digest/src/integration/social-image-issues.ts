import type { IssueFront } from '../content/sync-files.ts';
import { fullDate } from '../model/dates.ts';
import { makeTranslate } from '../strings/index.ts';
import type { SocialImageIssue } from './social-images.ts';
import type { DigestConfig } from './virtual-modules.ts';

/** The issues that have pictures, in the words of the site. */
export function socialImageIssues(
  fronts: readonly IssueFront[],
  { lang, strings }: Pick<DigestConfig, 'lang' | 'strings'>,
): SocialImageIssue[] {
  const t = makeTranslate(strings, lang);
  return fronts.map(({ id, title, date, dateText, papers, titles }) => {
    const day = date === undefined ? dateText : fullDate(date, lang);
    return { id, heading: title ?? day ?? id, titles, count: t('papers', { count: papers }) };
  });
}
