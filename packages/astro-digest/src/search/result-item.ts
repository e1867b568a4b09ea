import { fullDate } from '../model/dates.ts';
import { placeOf } from '../outputs/external-link.ts';
import type { StringKey } from '../strings/en.ts';
import type { Translate } from '../strings/translate.ts';
import { markedExcerpt, markedPieces, type MarkedPiece } from './marked-excerpt.ts';
import type { Match } from './match.ts';
import { betweenNames, type PagefindData } from './pagefind-api.ts';
import type { Term } from './query.ts';
import { shownWords } from './shown-words.ts';
import type { Field } from './worth.ts';

/** What results are shown with. */
export interface ItemOptions {
  t: Translate;
  lang: string;
  /** Address of an author's page, with `*` in the place of the slug. */
  authorPage: string;
  /** The same for an issue, by its id. */
  issuePage: string;
}

const reasons: Record<Field, StringKey> = {
  title: 'foundInTitle',
  authors: 'foundInAuthors',
  id: 'foundInId',
  text: 'foundInText',
};

/** Kinds of links by the signs that they have in the index. */
const kinds: Readonly<Record<string, StringKey>> = {
  c: 'code',
  m: 'model',
  d: 'dataset',
  p: 'paper',
  v: 'video',
  w: 'project',
};

/** Makes the list item of a paper that was found: title, facts, links, an excerpt, and why it was found. */
export function toItem(
  { url, content, meta }: PagefindData,
  match: Match,
  terms: readonly Term[],
  options: ItemOptions,
): HTMLLIElement {
  const item = document.createElement('li');
  const title = document.createElement('h2');
  const link = linkTo(meta.url ?? url, '');
  link.append(...toNodes(markedPieces(meta.title ?? url, terms)));
  title.append(link);
  const text = document.createElement('p');
  const { pieces, isFromStart, isToEnd } = markedExcerpt(content, terms);
  if (!isFromStart) text.append('… ');
  text.append(...toNodes(pieces));
  if (!isToEnd) text.append(' …');
  item.append(
    title,
    facts(meta, options),
    ...links(meta.links, options),
    text,
    ...why(match, terms, options),
  );
  return item;
}

function facts(meta: PagefindData['meta'], { t, lang, authorPage, issuePage }: ItemOptions): HTMLElement {
  const line = quiet('p');
  const slugs = (meta.slugs ?? '').split(' ');
  const names = (meta.authors ?? '').split(betweenNames).filter(Boolean);
  const day = meta.date ? fullDate(meta.date, lang) : (meta.issue ?? '');
  const parts: Node[][] = [
    names.flatMap((name, index) => {
      const slug = slugs[index];
      return [
        document.createTextNode(index > 0 ? ', ' : ''),
        slug ? linkTo(authorPage.replace('*', slug), name) : document.createTextNode(name),
      ];
    }),
    meta.issue ? [linkTo(issuePage.replace('*', meta.issue), day)] : [],
    meta.votes ? [document.createTextNode(t('votes', { count: Number(meta.votes) }))] : [],
  ];
  for (const part of parts.filter((nodes) => nodes.length > 0)) {
    if (line.hasChildNodes()) line.append(' · ');
    line.append(...part);
  }
  return line;
}

function links(text: string | undefined, { t }: ItemOptions): HTMLElement[] {
  if (!text) return [];
  const list = quiet('p');
  for (const [index, entry] of text.split(' ').entries()) {
    const address = entry.slice(2);
    if (index > 0) list.append(' · ');
    list.append(`${t(kinds[entry.charAt(0)] ?? 'project')} `, linkTo(address, placeOf(address)));
  }
  return [list];
}

function why({ fields, likened }: Match, terms: readonly Term[], { t, lang }: ItemOptions): HTMLElement[] {
  const list = new Intl.ListFormat(lang, { type: 'unit' });
  const tell = (key: StringKey, isTold: (index: number) => boolean): string[] => {
    const words = shownWords(terms, isTold);
    return words.length === 0 ? [] : [t(key, { words: list.format(words) })];
  };
  const isFound = (index: number): boolean => fields[index]?.[0] !== undefined;
  const found = [...new Set(fields.flatMap(([field]) => field ?? []))];
  const parts = [
    ...found.flatMap((field) => tell(reasons[field], (index) => fields[index]?.[0] === field)),
    ...tell('foundInOtherWords', (index) => !isFound(index) && likened?.[index] === true),
    ...tell('foundWithout', (index) => !isFound(index) && likened?.[index] !== true),
  ];
  if (parts.length === 0) return [];
  const line = quiet('p');
  line.textContent = parts.join(' · ');
  return [line];
}

function quiet(name: 'p'): HTMLElement {
  const made = document.createElement(name);
  made.className = 'digest-quiet';
  return made;
}

function linkTo(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = text;
  return link;
}

function toNodes(pieces: readonly MarkedPiece[]): (HTMLElement | string)[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? marked(text) : text));
}

function marked(text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}
