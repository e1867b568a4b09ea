import {
  foldText,
  joinTexts,
  replaceInText,
  sliceText,
  splitText,
  type LocatedText,
} from '../../text/located-text.ts';
import { toParagraphs } from '../../text/paragraphs.ts';
import type { LinkKind } from '../../types.ts';
import { arxivFacts, doiFact } from '../bibliography/identifiers.ts';
import { firstOfList } from '../bibliography/first-of-list.ts';
import { linksOfField } from '../bibliography/links.ts';
import type { FactDrafts, LinkDraft, PaperDraft } from '../dialect.ts';
import { readNames, splitList } from './names.ts';
import { toPlain, toProse, toWords } from './tex-text.ts';
import type { Work } from './works.ts';

/** Fields that hold an address, and what it leads to where it doesn't tell itself. */
const linkFields: Record<string, LinkKind> = {
  url: 'paper',
  ee: 'paper',
  html: 'paper',
  link: 'paper',
  pdf: 'paper',
  code: 'code',
  video: 'video',
  website: 'project',
  howpublished: 'project',
};

/** Types of which an address is no paper's. */
const noPapers = /^(?:dataset|online|software|video|www|electronic)$/;

/** Makes a paper of a work. */
export function toPaper(work: Work): PaperDraft {
  const facts = factsOf(work);
  const abstract = work.take('abstract');
  return {
    title: titleOf(work),
    paragraphs: abstract ? toParagraphs(toProse(abstract, { wordsOnly: true })) : [],
    facts,
    links: linksOf(work),
    extent: { start: work.start, end: work.end },
  };
}

function titleOf(work: Work): LocatedText {
  const titles = ['title', 'subtitle'].flatMap((name) => work.take(name) ?? []);
  return foldText(toProse(joinTexts(titles, ': '), { wordsOnly: false }));
}

function factsOf(work: Work): FactDrafts {
  const authors = work.take('author');
  const venue = venueOf(work);
  const date = dateOf(work);
  const keywords = work.take('keywords', 'keyword', 'author_keywords');
  const language = work.take('langid', 'language');
  const organizations = organizationsOf(work);
  return {
    ...(authors && { authors: readNames(authors) }),
    ...(organizations.length > 0 && { organizations }),
    ...(date && { date }),
    ...(venue && { venue: toWords(venue) }),
    ...(keywords && { keywords: splitKeywords(toWords(keywords)) }),
    ...(language && { language: firstOfList(toPlain(language)) }),
    ...arxivOf(work),
    ...doiOf(work),
  };
}

/** A journal or a book, or where the paper is in one that has an entry of its own, that. */
function venueOf(work: Work): LocatedText | undefined {
  return (
    work.take('journaltitle', 'journal', 'booktitle', 'maintitle', 'eventtitle') ??
    work.parent?.take('booktitle', 'title', 'journaltitle', 'journal')
  );
}

function organizationsOf(work: Work): LocatedText[] {
  const places = ['affiliation', 'affiliations', 'institution', 'school'].flatMap(
    (name) => work.take(name) ?? [],
  );
  return places.flatMap((place) => splitList(toWords(place)));
}

function splitKeywords(keywords: LocatedText): LocatedText[] {
  return splitText(keywords, keywords.value.includes(';') ? /;/g : /,/g);
}

const firstDay = /^(?<year>\d{4})(?:-(?<month>0[1-9]|1[0-2])(?:-\d{2})?)?(?=$|[^\d-]|-\d{2}$)/;

/** `date` of biblatex, of which a range counts from its first day, or else `year` and `month`. */
function dateOf(work: Work): LocatedText | undefined {
  const dated = ['date', 'year'].find((name) => work.has(name));
  const from = dated === undefined ? work.parent : work;
  const told = from?.take('date', 'year');
  if (!from || !told) return undefined;
  const date = toPlain(told);
  const day = firstDay.exec(date.value);
  const year = day ? sliceText(date, 0, day[0].length) : yearIn(date);
  if (!/^\d{4}$/.test(year.value)) return year;
  const [month, named] = monthIn(from.peek('month'));
  if (!month) return year;
  from.take('month');
  const dayOfMonth = from.peek('day');
  const withDay = dayOfMonth !== undefined && /^\d{1,2}$/.test(dayOfMonth.value);
  if (withDay) from.take('day');
  return joinTexts([year, month, ...(withDay ? [dayOfMonth] : [])], named ? ' ' : '-');
}

/** A year with more around it, such as `2020a` or `c. 1999`. */
function yearIn(date: LocatedText): LocatedText {
  const match = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/.exec(date.value);
  return match ? sliceText(date, match.index, match.index + 4) : date;
}

/** The first month that a field names, and whether by its name. */
function monthIn(field: LocatedText | undefined): [month?: LocatedText, named?: boolean] {
  if (!field) return [];
  const text = toPlain(field);
  const name = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/i.exec(text.value);
  if (name) return [sliceText(text, name.index, name.index + name[0].length), true];
  return /^(?:0?[1-9]|1[0-2])$/.test(text.value) ? [text, false] : [];
}

/** The arXiv identifier, wherever tools put it. */
function arxivOf(work: Work): FactDrafts | undefined {
  const archive = work.peek('archiveprefix', 'eprinttype');
  const expected = archive === undefined || /arxiv/i.test(archive.value);
  for (const name of [
    'eprint',
    'arxiv',
    'arxivid',
    'number',
    'volume',
    'doi',
    'journal',
    'journaltitle',
    'note',
    'howpublished',
  ]) {
    const field = work.peek(name);
    const facts = field && arxivFacts(toPlain(field), expected && /^(?:eprint|arxiv(?:id)?)$/.test(name));
    if (!facts) continue;
    work.take(name);
    if (expected) work.take('archiveprefix', 'eprinttype');
    const category = work.take('primaryclass', 'eprintclass');
    return { ...facts, ...(category && { categories: [toPlain(category)] }) };
  }
  return undefined;
}

function doiOf(work: Work): FactDrafts | undefined {
  const field = work.take('doi');
  return field && doiFact(toPlain(field));
}

function linksOf(work: Work): LinkDraft[] {
  return Object.entries(linkFields).flatMap(([name, kind]) => {
    const field = work.peek(name);
    if (!field) return [];
    const otherwise = kind === 'paper' && noPapers.test(work.type) ? 'project' : kind;
    const links = linksOfField(toPlain(withTildes(field)), otherwise);
    if (links.length > 0) work.take(name);
    return links;
  });
}

/** An address whose tilde was written as a sign of maths. */
function withTildes(address: LocatedText): LocatedText {
  return address.value.includes('\\')
    ? replaceInText(address, /\$\\sim\$|\{?\\~\{\}\}?/g, () => '~')
    : address;
}
