import { arxivIdOf, arxivIdOfAddress, doiOf, type ArxivId } from '../../facts/identifiers.ts';
import { readDate } from '../../facts/read-date.ts';
import { htmlLine, htmlParagraphs } from '../../text/html-text.ts';
import type { KeyedValue } from '../../text/keyed-values.ts';
import { sliceText, splitText, type LocatedText } from '../../text/located-text.ts';
import { RecordFields, type FieldText } from '../../text/record-fields.ts';
import { linkKind } from '../../inline/links.ts';
import type { LinkKind } from '../../types.ts';
import type { FactDrafts, LinkDraft, PaperDraft } from '../dialect.ts';
import { invertedAbstract } from './inverted-abstract.ts';
import { keys, linkKeys } from './keys.ts';
import { dayKeys, doubtfulDayKeys, wrappers } from './list-keys.ts';
import { addressOf, dateOf, organizationsOf, peopleOf, textOf, textsOf } from './values.ts';

/** Keys that tell a title or an abstract only where something else tells of a paper. */
const weakTitles = new Set<string>(['name']);
const weakAbstracts = new Set<string>(['description', 'content', 'contenttext', 'contenthtml']);
const strongTitles = keys.title.filter((key) => !weakTitles.has(key));
const strongAbstracts = keys.abstract.filter((key) => !weakAbstracts.has(key));
const people = keys.authors.filter((key) => key !== 'author' && key !== 'byline');

/** The values of a paper by their keys, those of records that are only wrapped around among them. */
export function fieldsOf(record: KeyedValue): RecordFields {
  return new RecordFields(membersOf(record, 2), textOf);
}

function* membersOf(record: KeyedValue, depth: number): Generator<KeyedValue> {
  const inner: KeyedValue[] = [];
  for (const member of record.children()) {
    if (depth > 0 && member.kind === 'record' && wrappers.has(member.key)) inner.push(member);
    else yield member;
  }
  for (const wrapper of inner) yield* membersOf(wrapper, depth - 1);
}

/** Whether a record is a paper: it has a title, and an abstract, authors or an identifier. */
export function isPaper(record: KeyedValue): boolean {
  if (record.kind !== 'record') return false;
  const fields = fieldsOf(record);
  const hasId = fields.has(keys.arxivId, (text) => idOf(text) !== undefined) || fields.has(keys.doi, isDoi);
  const hasAbstract = fields.has(strongAbstracts) || fields.all(['abstractinvertedindex']).length > 0;
  // A description of records has titles and abstracts that say what these are.
  if (
    fields.has(
      strongTitles,
      (title) => !/^title$/i.test(title) && !fields.has(strongAbstracts, (text) => text === title),
    )
  ) {
    return hasId || hasAbstract || fields.all(people).some((value) => peopleOf(value).authors.length > 0);
  }
  return fields.has([...weakTitles]) && hasId && hasAbstract;
}

/** The day of the list on which a paper stood. */
export function dayOf(record: KeyedValue, doubtful: boolean): FieldText | undefined {
  const wanted = doubtful ? doubtfulDayKeys : dayKeys;
  for (const value of fieldsOf(record).all(wanted)) {
    const found = dateOf(value);
    if (found && readDate(found.text.value)?.length === 10) return { ...found, text: dayText(found.text) };
  }
  return undefined;
}

/** A date without its time. */
export function dayText(text: LocatedText): LocatedText {
  const day = /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(text.value)?.[0];
  return day === undefined ? text : sliceText(text, 0, day.length);
}

/** Whether a paper tells its own day under a key that means no other. */
export function tellsItsDay(record: KeyedValue): boolean {
  const own = keys.date.filter((key) => !(doubtfulDayKeys as readonly string[]).includes(key));
  return fieldsOf(record).has(own, isDate);
}

/** What a paper has by where it stands. */
export interface PaperPlace {
  /** Its key, where that is an identifier. */
  id?: LocatedText | undefined;
  /** The key of the list that it stands in, where that says something. */
  topic?: LocatedText | undefined;
}

/** Makes a paper of a record, and marks what of it is used. */
export function toPaper(record: KeyedValue, { id, topic }: PaperPlace): PaperDraft {
  const fields = fieldsOf(record);
  const title = fields.text(keys.title);
  const { paragraphs, comment } = abstractOf(fields);
  const organizations: FieldText[] = [];
  const authors = fields.list(keys.authors, (value) => {
    const found = peopleOf(value);
    for (const organization of found.organizations) organizations.push(organization);
    return found.authors;
  });
  const dates = fields.reading(dateOf);
  const date = dates.text(keys.date, isDate, isDateWithin);
  const updated = dates.text(keys.updated, isDate, isDateWithin);
  const links = linksOf(fields);
  const told = fields.text(keys.arxivId, (text) => idOf(text) !== undefined, isSameId);
  const arxiv = told ? identifierIn(told) : id;
  const categories = listOf(fields, keys.categories, isListOfCategories);
  const venue = fields.text(keys.venue);
  const facts: FactDrafts = {
    authors,
    organizations: [
      ...fields.list(keys.organizations, organizationsOf),
      ...organizations.map((one) => {
        one.use();
        return one.text;
      }),
    ],
    ...(date && { date: dayText(date) }),
    ...(updated && { updated: dayText(updated) }),
    ...arxivFacts(arxiv),
    ...given(
      'doi',
      fields.text(keys.doi, isDoi, (text, taken) => doiOf(text) === doiOf(taken)),
    ),
    ...given('venue', venue),
    categories: topic ? [topic, ...categories] : categories,
    keywords: listOf(fields, keys.keywords, /[,;，；、]/g),
    ...given(
      'language',
      fields.text(keys.language, (text) => text.length < 20),
    ),
    ...given('comment', comment ?? fields.text(keys.comment, (text) => !isCount(text))),
    ...given('upvotes', fields.text(keys.upvotes, isCount)),
    ...given('comments', fields.text(keys.comments, isCount)),
    ...given('stars', fields.text(keys.stars, isCount)),
    ...given('submittedBy', fields.text(keys.submittedBy)),
    ...given(
      'announcement',
      fields.text(keys.announcement, (text) => /^(?:new|cross|replace)/i.test(text)),
    ),
  };
  const { start } = record;
  return {
    title: title ? htmlLine(title) : { value: '', pieces: [] },
    paragraphs,
    facts,
    links,
    extent: { start, end: record.extent.end },
  };
}

function given(name: keyof FactDrafts, text: LocatedText | undefined): FactDrafts {
  return text ? { [name]: text } : {};
}

const saysNone =
  /^(?:no (?:abstract|summary)(?: (?:is )?(?:available|found|provided))?|(?:abstract|summary) (?:is )?(?:not (?:available|found|provided)|unavailable|missing)|(?:error|failed)\b.{0,80}|not available|not found|n\/?a|none|null|nan|unknown|tbd|无|暂无摘要|暂无|-+)[.!。]?$/i;
const commentLabel = /^comments?\s*[:：]\s*(?=\S)/i;
const abstractLabel = /^(?:abstract|summary|摘要|要旨|초록)\s*[:：]\s*/i;

/** The abstract; a comment that stands where it belongs is one, and words that say there is none are none. */
function abstractOf(fields: RecordFields): { paragraphs: LocatedText[]; comment?: LocatedText } {
  for (const value of fields.all(['abstractinvertedindex'])) {
    const found = invertedAbstract(value);
    if (found.value !== '') return { paragraphs: [found] };
  }
  const text = fields.text(keys.abstract, (text) => !saysNone.test(text.trim()));
  const paragraphs = text ? htmlParagraphs(text) : [];
  // Crossref has the word as a heading.
  if (paragraphs.length > 1 && /^(?:abstract|summary|摘要)[.:]?$/i.test(paragraphs[0]?.value ?? ''))
    paragraphs.shift();
  const [first] = paragraphs;
  if (!first) return { paragraphs: [] };
  const label = commentLabel.exec(first.value)?.[0];
  if (label !== undefined && paragraphs.length === 1) {
    return { paragraphs: [], comment: sliceText(first, label.length) };
  }
  const heading = abstractLabel.exec(first.value)?.[0];
  return {
    paragraphs: (heading === undefined
      ? paragraphs
      : [sliceText(first, heading.length), ...paragraphs.slice(1)]
    ).filter(({ value }) => value !== ''),
  };
}

/** Texts of a list, or of one text that is cut where a pattern says. */
function listOf(
  fields: RecordFields,
  names: readonly string[],
  separator: RegExp | ((text: string) => RegExp),
): LocatedText[] {
  return fields.list(names, (value) => {
    const texts = textsOf(value);
    const [only] = texts;
    if (texts.length !== 1 || !only) return texts;
    const pattern = separator instanceof RegExp ? separator : separator(only.text.value);
    return splitText(only.text, pattern).map((text) => ({ text, use: only.use }));
  });
}

/** arXiv's dumps have `cs.LG stat.ML` in one text. */
function isListOfCategories(text: string): RegExp {
  return /^[a-z-]+(?:\.[A-Za-z-]+)?(?:\s+[a-z-]+(?:\.[A-Za-z-]+)?)+$/.test(text) && text.includes('.')
    ? /\s+/g
    : /[,;，；、]/g;
}

function isDate(text: string): boolean {
  return readDate(text, '2000-12-31') !== undefined;
}

function isCount(text: string): boolean {
  return /^\d[\d,.]*\s?[kKmM]?$/.test(text);
}

/** Whether a date says no more than another one. */
function isDateWithin(text: string, taken: string): boolean {
  const [less, more] = [readDate(text), readDate(taken)];
  return less !== undefined && (more ?? '').startsWith(less);
}

function isDoi(text: string): boolean {
  return doiOf(text) !== undefined;
}

function idOf(text: string): ArxivId | undefined {
  return arxivIdOf(text) ?? arxivIdOfAddress(text) ?? arxivIdOf(pathEnd.exec(text)?.groups?.['id'] ?? '');
}

function isSameId(text: string, taken: string): boolean {
  const [one, other] = [idOf(text), idOf(taken)];
  return (
    one !== undefined && one.id === other?.id && (one.version === undefined || one.version === other.version)
  );
}

/** Hugging Face's addresses without a host. */
const pathEnd = /^\/(?:papers|abs|pdf)\/(?<id>[\w./-]+)$/;

/** The identifier within an address, else the text as it is. */
function identifierIn(text: LocatedText): LocatedText {
  if (arxivIdOf(text.value)) return text;
  const found = arxivIdOfAddress(text.value);
  const id = found?.id ?? pathEnd.exec(text.value)?.groups?.['id'] ?? '';
  const start = text.value.lastIndexOf(id);
  const version = /^v\d{1,2}/.exec(text.value.slice(start + id.length))?.[0] ?? '';
  return sliceText(text, start, start + id.length + version.length);
}

function arxivFacts(id: LocatedText | undefined): FactDrafts {
  const version = id && /v\d{1,2}$/.exec(id.value);
  return {
    ...(id && { arxivId: id }),
    ...(id && version && { arxivVersion: sliceText(id, version.index) }),
  };
}

/** All addresses of a paper. */
function linksOf(fields: RecordFields): LinkDraft[] {
  const links: LinkDraft[] = [];
  for (const [kind, names] of Object.entries(linkKeys)) {
    for (const value of fields.all(names)) {
      for (const one of value.kind === 'list' ? value.children() : [value]) {
        const found = addressOf(one);
        if (!found || !/^https?:\/\/\S+$/i.test(found.text.value)) continue;
        links.push({ url: found.text, ...kindOf(kind, found.text.value) });
        found.use();
      }
    }
  }
  return links;
}

/** What a link leads to, where its key tells more than its address. */
function kindOf(kind: string, url: string): Pick<LinkDraft, 'kind'> {
  if (kind === 'other' || !URL.canParse(url)) return {};
  const told = linkKind(new URL(url));
  return told === 'project' ? { kind: kind as LinkKind } : { kind: told };
}
