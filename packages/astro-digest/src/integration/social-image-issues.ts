import type { IssueFront } from '../content/sync-files.ts';
import { fullDate } from '../model/dates.ts';
import type { SocialImageContent } from '../outputs/social-image.ts';
import { makeTranslate } from '../strings/index.ts';
import type { DigestConfig } from './virtual-modules.ts';

/** An issue, as its picture tells it. All texts are in the language of the site. */
export interface SocialImageIssue {
  /** Id of the issue, which names the file too. */
  id: string;
  /** The day in full, or the issue's title. */
  heading: string;
  /** Titles of the papers as plain text, in order; the first dozen are enough. */
  titles: readonly string[];
  /** How many papers there are: `72 papers`. */
  count: string;
}

/** What the pictures of all issues share. */
export interface SocialImageSite {
  /** Name of the digest. */
  title: string;
  /** Where lines of the site's language begin. */
  dir: 'ltr' | 'rtl';
}

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

/** What the picture of an issue tells. */
export function toContent(
  { id, heading, titles, count }: SocialImageIssue,
  { title, dir }: SocialImageSite,
): SocialImageContent {
  return { title, dir, id, heading, lines: titles.slice(0, 12), count };
}
