import { inSlices } from '../../reader/in-slices.ts';
import { keptMarks } from '../../reader/kept-marks.ts';
import { drawerOf, parseMarks, serializeMarks } from '../../reader/marks.ts';
import { load, save } from '../../reader/storage.ts';
import { fromMark, rootOf, toMark, type KnownPaper, type Star } from '../starred.ts';
import { checkedDay, checkedMarks, mergeKnown } from './check-marks.ts';
import type { Added, Hold, KeptKind } from './kept-kind.ts';

/** Stars and what was read, in the fields that exports have had from the first: `seen`, `read`, `starred`. */
export const marksKind: KeptKind = {
  async take(prefix) {
    const read: [id: string, day: string][] = [];
    const starred: [id: string, star: Star][] = [];
    await inSlices(keptMarks(prefix), ([id, mark]) => {
      const known = fromMark(id, mark, rootOf(prefix));
      if (known.read) read.push([id, known.read]);
      if (known.star) starred.push([id, known.star]);
    });
    starred.sort(([, a], [, b]) => a.since - b.since);
    const seen = load(`${prefix}seen`);
    // These define properties and never set them, so that a paper may be called `__proto__`.
    return {
      ...(seen && { seen }),
      read: Object.fromEntries(read),
      starred: Object.fromEntries(starred),
    };
  },
  async add(prefix, fields, hold) {
    const seen = checkedDay(fields['seen']);
    if (seen && seen > (load(`${prefix}seen`) ?? '')) save(`${prefix}seen`, seen);
    return addMarks(prefix, checkedMarks(fields), hold);
  },
};

/** Adds what is told of papers to what is kept, which stays, text by text. */
export async function addMarks(
  prefix: string,
  papers: Iterable<[id: string, known: KnownPaper]>,
  hold: Hold,
): Promise<Added> {
  const root = rootOf(prefix);
  const drawers = new Map<number, [id: string, known: KnownPaper][]>();
  let stars = 0;
  await inSlices(papers, (paper) => {
    const [id, { star }] = paper;
    if (star) stars++;
    const drawer = drawers.get(drawerOf(id));
    if (drawer) drawer.push(paper);
    else drawers.set(drawerOf(id), [paper]);
  });
  let lost = 0;
  await inSlices(drawers, ([drawer, added]) => {
    const key = `${prefix}marks:${drawer}`;
    const marks = parseMarks(load(key));
    for (const [id, known] of added)
      marks.set(id, toMark(id, mergeKnown(fromMark(id, marks.get(id) ?? [id], root), known), root));
    if (save(key, serializeMarks(marks))) return;
    lost += added.length;
    for (const [id, known] of added) hold(id, known);
  });
  return { stars, lost };
}
