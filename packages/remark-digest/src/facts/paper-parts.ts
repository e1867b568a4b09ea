import type { FactDrafts, LinkDraft, PaperDraft } from '../dialects/dialect.ts';
import {
  joinTexts,
  locate,
  sliceText,
  splitText,
  standFor,
  trimText,
  type Extent,
  type LocatedText,
} from '../text/located-text.ts';
import { splitAuthors } from '../text/split-authors.ts';
import type { LinkKind } from '../types.ts';
import { arxivIdOf } from './identifiers.ts';
import { findDate } from './find-date.ts';
import type { FactName } from './table.ts';

/** What was found of a paper so far. */
export interface PaperParts {
  title?: LocatedText;
  paragraphs: LocatedText[];
  facts: { [Name in FactName]?: LocatedText[] };
  links: LinkDraft[];
}

/** A paper of which nothing is known yet. */
export function noParts(): PaperParts {
  return { paragraphs: [], facts: {}, links: [] };
}

/** The paper that was found. */
export function toDraft({ title, paragraphs, facts, links }: PaperParts, extent: Extent): PaperDraft {
  return {
    title: title ?? locate('', 0, 0),
    paragraphs,
    facts: facts satisfies FactDrafts,
    links: eachOnce(links),
    extent,
  };
}

function eachOnce(links: readonly LinkDraft[]): LinkDraft[] {
  const seen = new Map<string, LinkDraft>();
  for (const link of links) if (!seen.has(link.url.value)) seen.set(link.url.value, link);
  return [...seen.values()];
}

const absent =
  /^(?:[-–—.…/?_\s]*|n\/?a|none|null|nil|nan|unknown|tbd|not (?:available|found|provided)|no (?:abstract|summary|code|link)s?(?: available)?\.?|无|暂无|なし|없음|нет)$/i;

/** Whether a value says that there is none. */
export function isAbsent(value: string): boolean {
  return absent.test(value.trim());
}

/** Adds a fact, as a digest writes it: lists are split, a day is taken out of what stands around it. */
export function putFact(parts: PaperParts, name: FactName, text: LocatedText): void {
  const value = trimText(text);
  if (isAbsent(value.value)) return;
  const list = (parts.facts[name] ??= []);
  switch (name) {
    case 'authors': {
      const { authors, organizations } = namesOf(value);
      for (const author of authors) list.push(author);
      if (organizations.length > 0) {
        const all = (parts.facts.organizations ??= []);
        for (const organization of organizations) all.push(organization);
      }
      break;
    }
    case 'organizations':
      for (const part of splitText(value, /[;；、|]|,\s|，/g)) list.push(part);
      break;
    case 'categories':
      for (const part of splitText(value, categorySeparator(value.value))) list.push(part);
      break;
    case 'keywords':
      for (const part of splitText(value, /[,;，；、|·#]|\s\/\s/g)) list.push(part);
      break;
    case 'date':
    case 'updated':
      for (const part of datesOf(parts, value)) list.push(part);
      break;
    case 'upvotes':
    case 'stars':
    case 'comments': {
      const count = /\d[\d.,]*\s?[kKmM]?/.exec(value.value);
      list.push(count ? trimText(sliceText(value, count.index, count.index + count[0].length)) : value);
      break;
    }
    default:
      list.push(value);
  }
  if (list.length === 0) delete parts.facts[name];
}

function categorySeparator(value: string): RegExp {
  return /^[a-z-]+(?:\.[A-Za-z-]+)?(?:\s+[a-z-]+(?:\.[A-Za-z-]+)?)+$/.test(value)
    ? /\s+/g
    : /[,;，；、|·]|\s\/\s/g;
}

/** A date, without the time and the words around it; a year alone; else the text as it stands. */
function datesOf(parts: PaperParts, value: LocatedText): LocatedText[] {
  const found = findDate(value);
  if (!found) return [value];
  const rest = value.value.slice(found.end);
  const updated = /^\s?[(（]\s?(?:updated?|revised|更新)\s?[:：]?\s?/i.exec(rest);
  if (updated) {
    const second = findDate(sliceText(value, found.end + updated[0].length));
    if (second) (parts.facts.updated ??= []).push(second.date);
  }
  return [found.date];
}

/** The names of a list, whatever stands between them, each with the family name last. */
function namesOf(list: LocatedText): ReturnType<typeof splitAuthors> {
  // Who is not named is nobody's name.
  const rest = /[\s,;]*(?:\bet\.?\s?al\b\.?|等(?:人)?)$/i.exec(list.value);
  const value = rest ? sliceText(list, 0, rest.index) : list;
  const groups = splitText(value, /[;；、，|·]/g);
  if (groups.length < 2) return splitAuthors(value);
  const split = groups.map((group) => {
    const [family, given, more] = splitText(group, /,/g);
    return splitAuthors(family && given && !more ? joinTexts([given, family], ' ') : group);
  });
  return {
    authors: split.flatMap(({ authors }) => authors),
    organizations: split.flatMap(({ organizations }) => organizations),
  };
}

const address = /https?:\/\/[^\s<>"'`{}|\\^()[\]，。；、]+(?:\([^\s()]*\)[^\s<>"'`{}|\\^()[\]，。；、]*)*/g;
const withoutScheme = /^(?:www\.|(?:[a-z0-9-]+\.)+(?:org|com|net|io|edu|ai|co|dev|de|uk|cn)\/)\S*$/i;

/** Adds the addresses of a text; gives whether there were any. */
export function putAddresses(parts: PaperParts, text: LocatedText, kind?: LinkKind): boolean {
  const found = [...text.value.matchAll(address)];
  for (const { index, 0: match } of found) {
    const length = match.replace(/[.,;:!?*_]+$/, '').length;
    putLink(parts, sliceText(text, index, index + length), kind);
  }
  if (found.length > 0) return true;
  const value = trimText(text);
  const id = arxivIdOf(value.value);
  if (id) {
    putFact(parts, 'arxivId', value);
    return true;
  }
  if (!withoutScheme.test(value.value)) return false;
  const [first] = value.pieces;
  if (first) putLink(parts, joinTexts([standFor('https://', first.start, first.start), value], ''), kind);
  return true;
}

/** Adds an address. */
export function putLink({ links }: PaperParts, url: LocatedText, kind?: LinkKind): void {
  links.push(kind === undefined ? { url } : { url, kind });
}
