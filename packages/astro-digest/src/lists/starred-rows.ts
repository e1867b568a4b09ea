import { inSlices } from '../reader/in-slices.ts';
import { keptMarks } from '../reader/kept-marks.ts';
import { fromMark, rootOf, type KnownPaper, type Star } from './starred.ts';

/** A starred paper, as a list has it. */
export interface StarredRow extends Star {
  id: string;
  isRead: boolean;
}

/**
 * All starred papers that are kept, in the order of their stars, the latest first.
 *
 * @param held those that there was no room for
 */
export async function readRows(
  prefix: string,
  signal: AbortSignal,
  held?: Iterable<[id: string, known: KnownPaper]>,
): Promise<StarredRow[]> {
  const rows: StarredRow[] = [];
  const root = rootOf(prefix);
  await inSlices(
    keptMarks(prefix),
    ([id, mark]) => {
      const { star, read } = fromMark(id, mark, root);
      if (star) rows.push({ id, isRead: !!read, ...star });
    },
    signal,
  );
  for (const [id, { star, read }] of held ?? []) if (star) rows.push({ id, isRead: !!read, ...star });
  return rows.sort((a, b) => b.since - a.since);
}
