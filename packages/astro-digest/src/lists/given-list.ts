import type { Translate } from '../strings/translate.ts';
import type { Hold } from './kept/kept-kind.ts';
import { addMarks } from './kept/marks-kind.ts';
import { listIn, readList, withoutList } from './list-link.ts';
import type { StarredRow } from './starred-rows.ts';

/**
 * Offers the list that came with the address: it is shown in place of the reader's own until they keep it or leave it.
 *
 * @param box says what came, and has the buttons
 * @param show shows a list, or the reader's own again
 * @returns looks at the address
 */
export function startGivenList(
  box: HTMLElement,
  t: Translate,
  prefix: string,
  show: (rows: readonly StarredRow[] | undefined) => void,
  hold: Hold,
): () => Promise<void> {
  const line = box.querySelector('p')!;
  const [keep, leave] = box.querySelectorAll('button') as unknown as [HTMLElement, HTMLElement];
  let given: readonly StarredRow[] = [];

  function end(): void {
    box.hidden = true;
    history.replaceState(history.state, '', withoutList(location.href));
    show(undefined);
  }

  leave.addEventListener('click', end);
  keep.addEventListener('click', async () => {
    // Its first paper is the first one here, too.
    const now = Date.now();
    const { lost } = await addMarks(
      prefix,
      given.map(({ id, title, url, date, tags }, index) => [
        id,
        { star: { title, url, date, tags, since: now - index } },
      ]),
      hold,
    );
    end();
    if (lost > 0) {
      box.hidden = false;
      keep.hidden = leave.hidden = true;
      line.textContent = t('listFull', { count: lost });
    }
  });

  return async () => {
    const list = listIn(location.hash);
    if (list === undefined) {
      if (!box.hidden) end();
      return;
    }
    given = await readList(list, prefix);
    box.hidden = false;
    keep.hidden = given.length === 0;
    leave.hidden = false;
    line.textContent =
      given.length > 0
        ? t('listGiven', { papers: t('papers', { count: given.length }) })
        : t('listUnreadable');
    show(given.length > 0 ? given : undefined);
  };
}
