import { arxivIdOf, arxivIdOfAddress, doiOf } from '../../facts/identifiers.ts';
import { readDate } from '../../facts/read-date.ts';
import { familyLast, splitNames } from '../../facts/split-names.ts';
import { decodeTex } from '../../text/decode-tex.ts';
import { htmlLine } from '../../text/html-text.ts';
import type { KeyedValue } from '../../text/keyed-values.ts';
import { sliceText, splitText, trimText, type LocatedText } from '../../text/located-text.ts';
import { RecordFields, type FieldText } from '../../text/record-fields.ts';
import type { FactDrafts, PaperDraft } from '../dialect.ts';
import { readDescription, readTitle } from './arxiv.ts';
import { readDescriptionText, type Description } from './description.ts';
import { attributeText, partOf, textOfElement } from './elements.ts';
import { linksOf } from './links.ts';

const keys = {
  title: ['title', 'dc:title', 'media:title'],
  abstract: [
    'content:encoded',
    'content',
    'description',
    'summary',
    'dcterms:abstract',
    'dc:description',
    'prism:teaser',
    'media:description',
  ],
  authors: ['dc:creator', 'author', 'creator', 'authors', 'arxiv:authors', 'itunes:author', 'dc:contributor'],
  ids: ['guid', 'id', 'dc:identifier', 'link', 'prism:url', 'feedburner:origlink'],
  doi: [
    'prism:doi',
    'arxiv:doi',
    'doi',
    'dc:identifier',
    'dcterms:identifier',
    'guid',
    'id',
    'prism:url',
    'link',
  ],
  date: [
    'published',
    'pubdate',
    'prism:publicationdate',
    'dc:date',
    'dcterms:issued',
    'prism:coverdate',
    'dcterms:created',
    'issued',
    'prism:coverdisplaydate',
  ],
  updated: ['updated', 'dcterms:modified', 'modified', 'prism:modificationdate'],
  venue: [
    'arxiv:journal_ref',
    'arxiv:journal_reference',
    'prism:publicationname',
    'dcterms:ispartof',
    'dc:source',
  ],
  categories: ['arxiv:primary_category', 'category', 'prism:section'],
  keywords: ['dc:subject', 'prism:keyword', 'media:keywords', 'keywords', 'itunes:keywords'],
  comment: ['arxiv:comment'],
  announcement: ['arxiv:announce_type'],
  language: ['dc:language', 'language'],
} as const;

/** Makes a paper of an item, and marks what of it is used. */
export function toPaper(item: KeyedValue): PaperDraft {
  const fields = new RecordFields(item.children(), textOfElement);
  const titleText = fields.text(keys.title);
  const title = readTitle(titleText ? htmlLine(titleText) : { value: '', pieces: [] });
  const description = descriptionOf(fields);
  const { authors, organizations } = authorsOf(fields);
  const link = fields.reading((value) => attributeText(value, '@href') ?? textOfElement(value));
  const arxiv = link.text(
    keys.ids,
    isArxivId,
    (text, taken) => text.length <= taken.length && idIn(text) === idIn(taken),
  );
  const doi = link.text(
    keys.doi,
    (text) => doiIn(text) !== undefined,
    (text, taken) => doiIn(text)?.doi === doiIn(taken)?.doi,
  );
  const date = fields.text(keys.date, isDate, isDateWithin);
  const updated = fields.text(keys.updated, isDate, isDateWithin);
  const facts: FactDrafts = {
    ...description.facts,
    ...title.facts,
    ...(arxiv && arxivFacts(arxiv)),
    ...description.arxiv,
    ...(authors.length > 0 && { authors }),
    ...(organizations.length > 0 && { organizations }),
    ...(doi && { doi: sliceOf(doi, doiIn(doi.value)?.doi ?? '') }),
    ...(date && { date: dayOf(date) }),
    ...(updated && { updated: dayOf(updated) }),
    ...given('venue', fields.text(keys.venue)),
    ...listed('categories', categoriesOf(fields), title.facts.categories),
    ...listed(
      'keywords',
      fields.list(keys.keywords, eachOf, (texts) => texts.length > 0),
    ),
    ...given('comment', fields.text(keys.comment)),
    ...given('announcement', fields.text(keys.announcement)),
    ...given(
      'language',
      fields.text(keys.language, (text) => text.length < 20),
    ),
  };
  return {
    title: title.rest,
    paragraphs: description.paragraphs,
    facts,
    links: linksOf(item),
    extent: { start: item.start, end: item.extent.end },
  };
}

function given(name: keyof FactDrafts, text: LocatedText | undefined): FactDrafts {
  return text ? { [name]: text } : {};
}

function listed(
  name: 'categories' | 'keywords',
  texts: LocatedText[],
  other?: FactDrafts['categories'],
): FactDrafts {
  const all = other && !('value' in other) ? [...other, ...texts] : texts;
  return all.length > 0 ? { [name]: all } : {};
}

/** The longest of the texts that tell what a paper is about; the others are used where it has their words, too. */
function descriptionOf(fields: RecordFields): Description & { arxiv: FactDrafts } {
  const found = fields.all(keys.abstract).flatMap((element) => {
    const text = textOfElement(element);
    return text ? [{ text, words: wordsOf(text.text.value) }] : [];
  });
  let longest = found[0];
  for (const one of found) if (longest && one.words.length > longest.words.length) longest = one;
  if (!longest) return { paragraphs: [], facts: {}, arxiv: {} };
  for (const { text, words } of found) if (longest.words.includes(words)) text.use();
  const { rest, facts: arxiv } = readDescription(longest.text.text);
  return { ...readDescriptionText(rest), arxiv };
}

function wordsOf(text: string): string {
  return text
    .replace(/<[^<>]*>|&#?\w+;/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?: |^)…?$/, '')
    .trim();
}

/** Authors and where they work, out of one element for all of them or of one for each. */
function authorsOf(fields: RecordFields): { authors: LocatedText[]; organizations: LocatedText[] } {
  const organizations: FieldText[] = [];
  const elements = fields.all(keys.authors);
  const [first] = elements;
  const same = elements.filter(({ key }) => key === first?.key);
  const people = elements.map((element) => peopleOf(element, same.length > 1, organizations));
  const taken = people.slice(0, same.length).flat();
  const names = new Set(taken.map(({ text }) => text.value));
  for (const person of people.flat()) if (names.has(person.text.value)) person.use();
  for (const organization of organizations) organization.use();
  const authors = [...new Map(taken.map(({ text }) => [text.value, text])).values()];
  return { authors, organizations: organizations.map(({ text }) => text) };
}

function peopleOf(element: KeyedValue, oneEach: boolean, organizations: FieldText[]): FieldText[] {
  const inside = new RecordFields(element.children(), textOfElement);
  // Atom's authors are elements with a name.
  const names = inside.all(['name', 'foaf:name']);
  if (names.length > 0) {
    organizations.push(
      ...inside.all(['arxiv:affiliation', 'affiliation']).flatMap((value) => textOfElement(value) ?? []),
    );
    const found = names.flatMap((name) => textOfElement(name) ?? []);
    return found.length === 1 ? found.flatMap((one) => namesIn(one, false, organizations)) : found;
  }
  const text = textOfElement(element);
  return text ? namesIn(text, oneEach, organizations) : [];
}

/** `mia@owls.example.org (Mia Tern)`, as RSS wants it. */
const mailAndName = /^\S+@\S+ \((?<name>[^()]+)\)$/;

function namesIn(field: FieldText, oneEach: boolean, organizations: FieldText[]): FieldText[] {
  const line = decodeTex(htmlLine(field.text));
  const name = mailAndName.exec(line.value)?.groups?.['name'];
  const text = name === undefined ? line : sliceOf(line, name);
  if (oneEach && !/[;\n]/.test(text.value) && text.value.split(',').length <= 2)
    return [partOf(field, familyLast(text))];
  const found = splitNames(text);
  organizations.push(...found.organizations.map((one) => partOf(field, one)));
  return found.names.map((one) => partOf(field, one));
}

/** Categories: the term of Atom's, the text of RSS's. */
function categoriesOf(fields: RecordFields): LocatedText[] {
  const found: LocatedText[] = [];
  for (const element of fields.all(keys.categories)) {
    const category = attributeText(element, '@term') ?? textOfElement(element);
    if (!category || category.text.value === '') continue;
    category.use();
    // The scheme says only whose category it is.
    attributeText(element, '@scheme')?.use();
    attributeText(element, '@domain')?.use();
    const label = attributeText(element, '@label');
    if (label?.text.value === category.text.value) label.use();
    if (!found.some(({ value }) => value === category.text.value)) found.push(category.text);
  }
  return found;
}

function eachOf(element: KeyedValue): FieldText[] {
  const text = textOfElement(element);
  return text ? splitText(htmlLine(text.text), /[,;，；]/g).map((part) => partOf(text, part)) : [];
}

function isDate(text: string): boolean {
  return readDate(text) !== undefined;
}

function isDateWithin(text: string, taken: string): boolean {
  const [less, more] = [readDate(text), readDate(taken)];
  return less !== undefined && (more ?? '').startsWith(less);
}

/** A date without its time. */
export function dayOf(text: LocatedText): LocatedText {
  const day = /^(?:\d{4}-\d{2}-\d{2}(?=[T ])|(?:[a-z]{3,9},? )?\d{1,2} [a-z]{3,9}\.? \d{4}(?= ))/i.exec(
    text.value,
  )?.[0];
  return day === undefined ? text : trimText(sliceText(text, 0, day.length));
}

function isArxivId(text: string): boolean {
  return idIn(text) !== undefined;
}

function idIn(text: string): string | undefined {
  return (arxivIdOf(text) ?? arxivIdOfAddress(text))?.id;
}

function arxivFacts(text: LocatedText): FactDrafts {
  const id = idIn(text.value) ?? '';
  const start = text.value.lastIndexOf(id);
  const version = /^v\d{1,2}/.exec(text.value.slice(start + id.length))?.[0];
  const end = start + id.length;
  return {
    arxivId: sliceText(text, start, end),
    ...(version && { arxivVersion: sliceText(text, end, end + version.length) }),
  };
}

const doiInAddress =
  /^https?:\/\/[^?#]*?\/(?<doi>10\.\d{4,9}\/[^?#\s]+?)(?:\/(?:abstract|full|fulltext|pdf|epdf|html)|\.(?:short|abstract|full|pdf))?(?:[?#].*)?$/i;

/** The DOI that a text is, or that is in its address. */
function doiIn(text: string): { doi: string } | undefined {
  const value = text.replace(/^(?:info:doi\/|doi:\s*)/i, '');
  const doi = doiInAddress.exec(value)?.groups?.['doi'] ?? doiOf(value);
  // arXiv's own are its identifiers once more.
  return doi === undefined || /^10\.48550\/arxiv/i.test(doi) ? undefined : { doi };
}

function sliceOf(text: LocatedText, part: string): LocatedText {
  const start = text.value.indexOf(part);
  return start < 0 ? text : sliceText(text, start, start + part.length);
}
