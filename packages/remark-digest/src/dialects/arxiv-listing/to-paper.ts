import {
  extentOf,
  foldText,
  joinTexts,
  sliceText,
  standFor,
  type LocatedText,
} from '../../text/located-text.ts';
import { splitAuthors } from '../../text/split-authors.ts';
import type { FactDrafts, LinkDraft, PaperDraft } from '../dialect.ts';
import { given } from '../given.ts';
import type { PageLine } from '../page-lines.ts';
import { itemHead, pageHead, submitted, submitter, versionLine } from './lines.ts';
import type { Item, ItemField } from './read-item.ts';

/** Fields of which something is made. */
export const usedFields: ReadonlySet<string> = new Set([
  'title',
  'authors',
  'comments',
  'subjects',
  'journal-ref',
  'doi',
  'cite as',
]);

/**
 * Makes a paper of an item.
 *
 * @param announcement what the heading above it says
 */
export function toPaper(
  item: Item,
  announcement: 'new' | 'cross-list' | 'replacement' | undefined,
): PaperDraft {
  const valueOf = (name: string): LocatedText | undefined => {
    const field = item.fields.find((field) => field.name === name);
    return field && fieldText(field);
  };
  const { authors, organizations } = splitAuthors(withoutNote(valueOf('authors') ?? nothing));
  const doi = valueOf('doi');
  const start = item.head.line.textStart;
  return {
    title: valueOf('title') ?? nothing,
    paragraphs: item.abstract ? paragraphsOf(item.abstract) : [],
    facts: given({
      ...identifiers(item, announcement),
      ...history(item),
      authors,
      organizations,
      categories: categoriesOf(valueOf('subjects') ?? nothing),
      comment: valueOf('comments'),
      venue: valueOf('journal-ref'),
      doi: doi && sliceText(doi, 0, /\s/.exec(doi.value)?.index),
    }),
    links: linksOf(item.head),
    extent: { start, end: item.last.line.textStart + item.last.line.text.length },
  };
}

const nothing: LocatedText = { value: '', pieces: [] };

function fieldText({ after, lines: [first, ...others] }: ItemField): LocatedText {
  const texts = [first ? sliceText(first.text, after) : nothing, ...others.map(({ text }) => text)];
  return foldText(joinTexts(texts, ' '));
}

function withoutNote(authors: LocatedText): LocatedText {
  return authors.value === '(author list is unavailable)' ? nothing : authors;
}

function identifiers({ head }: Item, announcement: string | undefined): FactDrafts {
  const found = (itemHead.exec(head.value) ?? pageHead.exec(head.value))?.groups ?? {};
  const { id = '', version, cross, replaced } = found;
  const at = head.value.indexOf(id);
  const kind = cross !== undefined ? 'cross-list' : replaced === undefined ? announcement : 'replacement';
  const { start, end } = extentOf(sliceText(head.text, 0, at)) ?? {
    start: head.line.textStart,
    end: head.line.textStart,
  };
  return given({
    arxivId: sliceText(head.text, at, at + id.length),
    arxivVersion:
      version === undefined
        ? undefined
        : sliceText(head.text, at + id.length + 1, at + id.length + 1 + version.length),
    announcement: kind === undefined ? undefined : standFor(kind, start, end),
  });
}

/** What an abstract's page tells of the paper's history. */
function history({ submitted: line, history }: Item): FactDrafts {
  const found = line && submitted.exec(line.value)?.groups;
  const of = (name: string): LocatedText | undefined => {
    const value = found?.[name];
    if (!line || value === undefined) return undefined;
    // The day of the last version stands behind that of the first, and its number behind both.
    const at = name === 'date' ? line.value.indexOf(value) : line.value.lastIndexOf(value);
    return sliceText(line.text, at, at + value.length);
  };
  const from = history.find(({ value }) => submitter.test(value));
  const name = from && submitter.exec(from.value)?.groups?.['name'];
  const newest = history.findLast(({ value }) => versionLine.test(value));
  const isWithdrawn = newest && versionLine.exec(newest.value)?.groups?.['withdrawn'] !== undefined;
  const { start = 0, end = 0 } = (newest && extentOf(newest.text)) ?? {};
  return given({
    date: of('date'),
    updated: of('updated'),
    arxivVersion: of('version'),
    submittedBy:
      from && name ? sliceText(from.text, 'From: '.length, 'From: '.length + name.length) : undefined,
    withdrawn: isWithdrawn ? standFor('true', start, end) : undefined,
  });
}

/** Codes such as `cs.LG` out of `Machine Learning (cs.LG); Sound (cs.SD)`. */
function categoriesOf(subjects: LocatedText): LocatedText[] {
  return [...subjects.value.matchAll(/\((?<code>[a-z-]{2,12}(?:\.[A-Za-z-]{2,20})?)\)/g)].map(
    ({ index, groups }) => sliceText(subjects, index + 1, index + 1 + (groups?.['code']?.length ?? 0)),
  );
}

/** The address of a paper's page, where the copy has kept it. */
function linksOf({ links }: PageLine): LinkDraft[] {
  const page = links.find(({ url }) => /^https?:\/\/(?:\w+\.)?arxiv\.org\/abs\//.test(url.value));
  return page ? [{ url: page.url, kind: 'paper' }] : [];
}

/** No line of a text that is wrapped by hand or by a program is longer. */
const longestWrapped = 100;

/** The paragraphs of an abstract: its lines, unless they are the lines of one that was wrapped. */
function paragraphsOf(field: ItemField): LocatedText[] {
  const isWrapped = field.lines.slice(0, -1).every(({ value }) => value.length <= longestWrapped);
  const [first, ...others] = field.lines.map((line, index) => ({
    ...field,
    lines: [line],
    after: index === 0 ? field.after : 0,
  }));
  if (!first) return [];
  return (isWrapped ? [field] : [first, ...others]).map(fieldText).filter(({ value }) => value !== '');
}
