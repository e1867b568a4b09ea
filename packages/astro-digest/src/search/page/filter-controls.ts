import { mediumDate } from '../../model/dates.ts';
import type { Translate } from '../../strings/translate.ts';
import type { SearchState } from '../address.ts';
import { rangeFilters, valueFilters, type FilterCounts, type Filters, type Sort } from '../filters.ts';
import { drawHistogram } from './date-histogram.ts';
import type { Chip } from './chips.ts';
import { findPart } from './find-part.ts';

/** What narrows and orders a search, as the page shows it. */
export interface FilterControls {
  /** What is chosen now. */
  read(): Pick<SearchState, 'filters' | 'sort'>;
  /** Chooses it; what is no choice here, such as a topic that is gone, is none. */
  show(state: Pick<SearchState, 'filters' | 'sort'>): void;
  /** Tells how many papers would be shown with each choice; nothing while nothing is looked for. */
  showCounts(counts: FilterCounts | undefined): void;
  /** What is chosen, each with what takes it back. */
  chips(): Chip[];
  /** Takes all filters back, and leaves the order. */
  clear(): void;
}

/**
 * Opens the filters of the search page.
 *
 * @param onChange is called when the reader has chosen something
 */
export function openFilters(
  root: HTMLElement,
  options: { t: Translate; lang: string },
  onChange: () => void,
): FilterControls {
  const { t, lang } = options;
  const selects = [...root.querySelectorAll<HTMLSelectElement>('select')];
  const labels = new Map(
    selects.flatMap((select) => [...select.options].map((option) => [option, option.text] as const)),
  );
  const number = new Intl.NumberFormat(lang);
  const named = (name: string): HTMLSelectElement | undefined =>
    selects.find((select) => select.name === name);

  function choose(name: string, value: string): void {
    const select = named(name);
    if (!select) return;
    select.value = value;
    if (select.selectedIndex >= 0) return;
    select.selectedIndex = 0;
    // An address may ask for a year, a day, or a month without papers.
    if (!rangeFilters.some((end) => end === name)) return;
    const option = new Option(mediumDate(value, lang), value);
    labels.set(option, option.text);
    select.append(option);
    select.value = value;
  }

  const box = root.querySelector<HTMLElement>('.digest-histogram');
  /** Of all papers, which are shown while nothing is looked for. */
  const allMonths = new Map(
    Object.entries(JSON.parse(box?.dataset['months'] ?? '{}') as Record<string, number>),
  );
  let months: ReadonlyMap<string, number> = allMonths;
  const histogram =
    box &&
    drawHistogram(box, [...allMonths.keys()], options, ({ from = '', to = '' }) => {
      choose('from', from);
      choose('to', to);
      changed();
    });

  function read(): Pick<SearchState, 'filters' | 'sort'> {
    const chosen = selects.flatMap(({ name, value }) => (value === '' ? [] : [[name, value] as const]));
    const { sort = 'relevance', ...filters } = Object.fromEntries(chosen);
    return { filters: filters as Filters, sort: sort as Sort };
  }

  function shown(): void {
    const { filters } = read();
    histogram?.show(months, filters);
    const count = Object.keys(filters).length;
    findPart(root, '.digest-filters summary span').textContent =
      count > 0 ? ` (${number.format(count)})` : '';
  }

  function changed(): void {
    shown();
    onChange();
  }

  for (const select of selects) {
    select.addEventListener('change', () => {
      const { from, to } = read().filters;
      // What was chosen last counts.
      if (from !== undefined && to !== undefined && from > to)
        choose(select.name === 'from' ? 'to' : 'from', '');
      changed();
    });
  }
  shown();
  // Where there is room for them they are unfolded by their style, which those who hear the page should know.
  const fold = findPart<HTMLDetailsElement>(root, '.digest-filters');
  fold.open ||= selects[0]?.checkVisibility() === true;

  return {
    read,
    show({ filters, sort }) {
      for (const { name } of selects) choose(name, { ...filters, sort }[name as keyof Filters] ?? '');
      shown();
    },
    showCounts(counts) {
      months = counts?.months ?? allMonths;
      for (const name of valueFilters) {
        for (const option of named(name)?.options ?? []) {
          const count = counts?.[name].get(option.value) ?? 0;
          const isCounted = counts !== undefined && option.value !== '';
          const label = labels.get(option) ?? '';
          option.text = isCounted ? `${label} (${number.format(count)})` : label;
          option.disabled = isCounted && count === 0 && !option.selected;
        }
      }
      shown();
    },
    chips: () =>
      selects.flatMap((select) => {
        const [option] = select.selectedOptions;
        if (select.name === 'sort' || select.value === '' || !option) return [];
        const text = `${select.dataset['label']}: ${labels.get(option)}`;
        return [
          {
            text,
            label: t('searchRemove', { what: text }),
            remove(): void {
              choose(select.name, '');
              changed();
            },
          },
        ];
      }),
    clear() {
      for (const { name } of selects) if (name !== 'sort') choose(name, '');
      changed();
    },
  };
}
