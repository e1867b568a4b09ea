import { mediumDate } from '../../model/dates.ts';
import { element } from '../../reader/element.ts';
import type { Translate } from '../../strings/translate.ts';
import type { Filters } from '../filters.ts';
import { barsOf, countIn, isWithin } from './date-bars.ts';

/** Bars that tell how many papers there are of each month or year; each can be pressed. */
export interface DateHistogram {
  /** Shows how many there are, and which of them are chosen. */
  show(months: ReadonlyMap<string, number>, range: Filters): void;
}

/**
 * Draws the bars. One of them can be reached by the tabulator key, the others by arrow keys from there.
 *
 * @param months that have papers
 * @param choose is told the first and the last span of a range; nothing where the one that was chosen is pressed again
 */
export function drawHistogram(
  box: HTMLElement,
  months: readonly string[],
  { t, lang }: { t: Translate; lang: string },
  choose: (range: { from?: string; to?: string }) => void,
): DateHistogram {
  const spans = barsOf(months);
  let range: Filters = {};
  const bars = spans.map((span) => {
    const bar = element('button', 'digest-bar', undefined);
    bar.type = 'button';
    bar.append(element('span', '', undefined));
    bar.addEventListener('click', ({ shiftKey }) => choose(pressed(span, range, shiftKey)));
    return bar;
  });
  box.replaceChildren(...bars);
  makeOneStop(bars);

  box.addEventListener('keydown', (event) => {
    const here = bars.findIndex((bar) => bar === document.activeElement);
    const forward = getComputedStyle(box).direction === 'rtl' ? -1 : 1;
    const next = {
      ArrowRight: here + forward,
      ArrowLeft: here - forward,
      Home: 0,
      End: bars.length - 1,
    }[event.key];
    const bar = next === undefined ? undefined : bars[next];
    if (here < 0 || !bar) return;
    event.preventDefault();
    makeOneStop(bars, bar);
    bar.focus();
  });

  return {
    show(counts, chosen) {
      range = chosen;
      const isChosen = chosen.from !== undefined || chosen.to !== undefined;
      const numbers = spans.map((span) => countIn(span, counts));
      const most = Math.max(1, ...numbers);
      for (const [index, bar] of bars.entries()) {
        const [span = '', count = 0] = [spans[index], numbers[index]];
        bar.title = `${mediumDate(span, lang)}: ${t('papers', { count })}`;
        bar.ariaLabel = bar.title;
        bar.ariaPressed = String(isChosen && isWithin(span, chosen.from, chosen.to));
        const [column] = bar.children as unknown as [HTMLElement];
        // The least that there is can be seen.
        column.style.scale = `1 ${count === 0 ? 0 : Math.max(0.06, count / most)}`;
      }
    },
  };
}

function makeOneStop(bars: readonly HTMLElement[], chosen = bars.at(-1)): void {
  for (const bar of bars) bar.tabIndex = bar === chosen ? 0 : -1;
}

/** The range after a bar is pressed: of that bar alone, or up to it from the range that there was. */
function pressed(span: string, { from, to }: Filters, isExtended: boolean): { from?: string; to?: string } {
  if (isExtended && from !== undefined)
    return span < from ? { from: span, to: to ?? from } : { from, to: span };
  return from === span && to === span ? {} : { from: span, to: span };
}
