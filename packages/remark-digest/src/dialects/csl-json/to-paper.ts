import { decodeEntities } from '../../text/decode-entities.ts';
import { dropTags } from '../../text/drop-tags.ts';
import {
  extentOf,
  foldText,
  joinTexts,
  splitText,
  standFor,
  type LocatedText,
} from '../../text/located-text.ts';
import { toParagraphs } from '../../text/paragraphs.ts';
import { arxivFacts, doiFact } from '../bibliography/identifiers.ts';
import { linksOfField } from '../bibliography/links.ts';
import { joinName } from '../bibliography/spoken-name.ts';
import type { FactDrafts, LinkDraft, PaperDraft } from '../dialect.ts';
import { textOf, type JsonMember, type JsonRecord, type JsonValue } from './read-json.ts';

/** The members of a record; it remembers which were taken. */
class Members {
  readonly #source: string;
  readonly #record: JsonRecord;
  readonly #taken = new Set<JsonMember>();

  constructor(source: string, record: JsonRecord) {
    this.#source = source;
    this.#record = record;
  }

  /** The value under a key. */
  value(key: string, take = true): JsonValue | undefined {
    const member = this.#record.members.findLast((one) => one.key === key);
    if (member && take) this.#taken.add(member);
    return member?.value;
  }

  /** The text under a key, or the first of several; nothing where it is empty. */
  text(key: string, take = true): LocatedText | undefined {
    const value = this.value(key, false);
    const first = value?.kind === 'list' ? value.items[0] : value;
    if (!first || first.kind === 'record' || first.kind === 'list') return undefined;
    const text = textOf(this.#source, first);
    if (text.value.trim() === '' || (first.kind === 'literal' && text.value === 'null')) return undefined;
    if (take) this.value(key);
    return text;
  }

  /** Those with a value of which nothing was made. */
  unused(): JsonMember[] {
    return this.#record.members.filter((one) => !this.#taken.has(one) && !isEmpty(this.#source, one.value));
  }
}

function isEmpty(source: string, value: JsonValue): boolean {
  if (value.kind === 'record') return value.members.length === 0;
  if (value.kind === 'list') return value.items.length === 0;
  return value.kind === 'text' ? value.end - value.start === 2 : source.startsWith('null', value.start);
}

/** Makes a paper of a record, and tells which of its members nothing was made of. */
export function toPaper(
  source: string,
  record: JsonRecord,
): { paper: Omit<PaperDraft, 'extent'>; unused: JsonMember[] } {
  const members = new Members(source, record);
  for (const plumbing of ['id', 'type', 'citation-key']) members.value(plumbing);
  const title = members.text('title');
  const abstract = members.text('abstract');
  const paper = {
    title: title ? foldText(decode(title)) : { value: '', pieces: [] },
    paragraphs: abstract ? toParagraphs(decode(abstract)) : [],
    facts: factsOf(members, source),
    links: linksOf(members),
  };
  return { paper, unused: members.unused() };
}

function decode(text: LocatedText): LocatedText {
  return /[&<]/.test(text.value) ? decodeEntities(dropTags(text)) : text;
}

function factsOf(members: Members, source: string): FactDrafts {
  const date = dateOf(members, source);
  const venue = members.text('container-title') ?? members.text('event-title') ?? members.text('event');
  const keywords = members.text('keyword');
  const language = members.text('language');
  const doi = members.text('DOI');
  return {
    authors: namesOf(members.value('author'), source),
    ...(keywords && { keywords: splitText(decode(keywords), keywords.value.includes(';') ? /;/g : /,/g) }),
    ...(date && { date }),
    ...(venue && { venue: foldText(decode(venue)) }),
    ...(language && { language }),
    ...arxivOf(members),
    ...(doi && doiFact(doi)),
  };
}

const nameParts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'];

function namesOf(value: JsonValue | undefined, source: string): LocatedText[] {
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  return items.flatMap((item) => {
    if (item.kind !== 'record') return item.kind === 'text' ? [textOf(source, item)] : [];
    const name = new Members(source, item);
    const literal = name.text('literal') ?? name.text('name');
    if (literal) return [decode(literal)];
    const [given, ...others] = nameParts.map((key) => name.text(key));
    const family = others.filter((part) => part !== undefined);
    const last = family.length > 0 ? decode(joinTexts(family, ' ')) : undefined;
    const spoken = last && given ? joinName([last, decode(given)]) : (last ?? given);
    return spoken ? [spoken] : [];
  });
}

/** The first day that is told: as numbers, or in words. */
function dateOf(members: Members, source: string): LocatedText | undefined {
  const issued = members.value('issued');
  if (!issued) return undefined;
  if (issued.kind !== 'record') return textOf(source, issued);
  const date = new Members(source, issued);
  const parts = date.value('date-parts');
  const first = parts?.kind === 'list' ? parts.items[0] : undefined;
  const numbers = first?.kind === 'list' ? first.items.map((item) => textOf(source, item)) : [];
  const told = numbers.filter(({ value }) => /^\d+$/.test(value)).slice(0, 3);
  return told.length > 0 ? joinTexts(told, '-') : (date.text('raw') ?? date.text('literal'));
}

function arxivOf(members: Members): FactDrafts | undefined {
  for (const key of ['number', 'archive_location', 'DOI', 'note', 'URL', 'id']) {
    const text = members.text(key, false);
    const found = text && arxivFacts(text, false);
    if (!found) continue;
    members.text(key);
    if (/arxiv/i.test(members.text('archive', false)?.value ?? '')) members.text('archive');
    return found;
  }
  return undefined;
}

function linksOf(members: Members): LinkDraft[] {
  const url = members.text('URL', false);
  const links = url ? linksOfField(url, 'paper') : [];
  if (links.length > 0) members.text('URL');
  const number = members.text('PMID');
  const extent = number && extentOf(number);
  if (extent && /^\d+$/.test(number.value)) {
    const address = `https://pubmed.ncbi.nlm.nih.gov/${number.value}/`;
    links.push({ url: standFor(address, extent.start, extent.end), kind: 'paper' });
  }
  return links;
}
