import type { Position } from 'unist';
import { mixedDialects, nearDialects, unknownDialect, type Finding } from '../messages.ts';
import type { DigestText } from '../text/digest-text.ts';
import type { LocatedText } from '../text/located-text.ts';
import type { Detection, Dialect, DigestDraft } from './dialect.ts';

/** A dialect that was asked, and its answer. */
export interface Asked extends Detection {
  dialect: Dialect;
}

/** What has a lower score is not read. */
export const threshold = 0.5;

/** A dialect whose score is this near to the best one may be meant as well. */
const near = 0.1;

/** Asks all dialects, the surest first; of equals the one that is earlier in the list. */
export function askDialects(dialects: readonly Dialect[], text: DigestText): Asked[] {
  const asked: Asked[] = [];
  for (const dialect of dialects) asked.push({ dialect, ...dialect.detect(text, asked) });
  return asked.sort((a, b) => b.score - a.score);
}

/** The error for a text that none of the dialects knows. */
export function noDialect(asked: readonly Asked[], text: DigestText): Finding {
  const lineOf = (offset: number): number => text.place(offset, offset).start.line;
  return unknownDialect(
    asked.map(({ dialect, score, reason, failedAt }) => ({
      name: dialect.name,
      score,
      reason,
      ...(failedAt === undefined ? {} : { line: lineOf(failedAt) }),
    })),
  );
}

/** The warning that another dialect is nearly as sure, where one is. */
export function nearFinding([best, second]: readonly Asked[]): Finding | undefined {
  if (!best || !second || second.score < threshold || second.score < best.score - near) return undefined;
  // Records that can be of no other dialect leave no doubt.
  if (best.firstRecord !== undefined && second.firstRecord === undefined) return undefined;
  return nearDialects(best.dialect.name, second.dialect.name);
}

/**
 * The error for a text that holds records of another dialect, where the one that reads it takes their first line for words of a
 * paper.
 */
export function mixedFinding(
  asked: readonly Asked[],
  taken: Dialect,
  draft: DigestDraft,
  text: DigestText,
): { finding: Finding; place: Position } | undefined {
  for (const { dialect, firstRecord } of asked) {
    if (dialect === taken || firstRecord === undefined || !isProse(draft, firstRecord)) continue;
    return { finding: mixedDialects(taken.name, dialect.name), place: text.place(firstRecord, firstRecord) };
  }
  return undefined;
}

/** Whether a draft has what stands at an index in a title, in an abstract, or in a line of the header that says nothing. */
function isProse({ issues }: DigestDraft, index: number): boolean {
  const isThere = ({ pieces }: LocatedText): boolean =>
    pieces.some(({ start, end }) => start <= index && index < end);
  return issues.some(
    ({ papers, fields = [] }) =>
      papers.some(({ title, paragraphs }) => isThere(title) || paragraphs.some(isThere)) ||
      fields.some(({ name, text }) => name === 'unknown' && isThere(text)),
  );
}
