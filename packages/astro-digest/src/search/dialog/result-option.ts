import { fullDate } from '../../model/dates.ts';
import type { LoadedData } from '../found-paper.ts';
import { markedExcerpt } from '../marked-excerpt.ts';
import type { Translate } from '../../strings/translate.ts';
import { betweenNames } from '../pagefind-api.ts';
import type { Term } from '../query.ts';
import { buildElement } from './build-element.ts';

/** How many authors are named. */
const mostNames = 3;

/** Makes the option of a paper that was found, a link to it: title, day, authors, and what of the query it lacks. */
export function toResultOption(
  { data, match }: LoadedData,
  terms: readonly Term[],
  t: Translate,
  lang: string,
): HTMLAnchorElement {
  const { meta, url, content } = data;
  const option = buildElement('a', '');
  option.href = meta.url ?? url;
  const title = buildElement('span', 'digest-find-title');
  title.append(...markedIn(meta.title ?? url, terms));
  option.append(title);

  const isInTitle = match.fields.some((fields) => fields.includes('title'));
  if (!isInTitle && terms.length > 0) {
    const text = buildElement('span', 'digest-find-text');
    text.append(...markedIn(content, terms));
    option.append(text);
  }

  const names = (meta.authors ?? '').split(betweenNames).filter(Boolean);
  const authors = names.slice(0, mostNames).join(', ') + (names.length > mostNames ? ' …' : '');
  const wordsWhere = (isSo: (index: number) => boolean): string =>
    new Intl.ListFormat(lang, { type: 'unit' }).format(
      terms.flatMap(({ typed }, index) => (match.fields[index]?.length === 0 && isSo(index) ? [typed] : [])),
    );
  const likened = wordsWhere((index) => match.likened?.[index] === true);
  const lacking = wordsWhere((index) => match.likened?.[index] !== true);
  const facts = [
    meta.date ? fullDate(meta.date, lang) : (meta.issue ?? ''),
    authors,
    likened && t('foundInOtherWords', { words: likened }),
    lacking && t('foundWithout', { words: lacking }),
  ];
  option.append(buildElement('span', 'digest-quiet', facts.filter(Boolean).join(' · ')));
  return option;
}

/** A text, cut around the words where it is long, with the words marked. */
function markedIn(text: string, terms: readonly Term[]): (Node | string)[] {
  const { pieces, isFromStart, isToEnd } = markedExcerpt(text, terms);
  return [
    isFromStart ? '' : '… ',
    ...pieces.map((piece) => (piece.isMarked ? buildElement('mark', '', piece.text) : piece.text)),
    isToEnd ? '' : ' …',
  ];
}
