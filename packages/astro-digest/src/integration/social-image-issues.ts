import { readFile } from 'node:fs/promises';
import type { IssueFront } from '../content/sync-files.ts';
import { fullDate } from '../model/dates.ts';
import { makeTranslate } from '../strings/index.ts';
import type { SocialImageIssue } from './social-images.ts';
import type { DigestConfig } from './virtual-modules.ts';

/**
 * Reads the issues that have pictures, in the words of the site.
 *
 * @param frontsFile one `IssueFront` as JSON a line
 * @throws Error when there is no such file
 */
export async function readSocialImageIssues(
  frontsFile: string,
  { lang, strings }: Pick<DigestConfig, 'lang' | 'strings'>,
): Promise<SocialImageIssue[]> {
  const t = makeTranslate(strings, lang);
  const lines = (await readFile(frontsFile, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => {
    const { id, title, date, dateText, papers, titles } = JSON.parse(line) as IssueFront;
    const day = date === undefined ? dateText : fullDate(date, lang);
    return { id, heading: title ?? day ?? id, titles, count: t('papers', { count: papers }) };
  });
}
