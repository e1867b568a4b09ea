import { readDate } from '../../facts/read-date.ts';
import type { LocatedText } from '../../text/located-text.ts';
import { firstOfList } from '../bibliography/first-of-list.ts';
import { arxivFacts, doiFact } from '../bibliography/identifiers.ts';
import { linksOfField } from '../bibliography/links.ts';
import { toSpokenName } from '../bibliography/spoken-name.ts';
import type { FactDrafts, LinkDraft, PaperDraft } from '../dialect.ts';
import { splitKeywords, takeEach, type Fields } from './fields.ts';
import { taggedDialect } from './tagged-dialect.ts';

const tag = /^%(?<name>[0-9A-Z!@#$&()*+<>=?[\]^~])(?:[ \t]|$)/;

/** EndNote's and Refer's tags (.enw). */
export const endnote = taggedDialect({
  name: 'endnote',
  example: '“%0 Journal Article”',
  firstRecord: /^\uFEFF?%0[ \t][A-Z]/gm,
  tagOf: (text, indented) => {
    const match = indented ? undefined : tag.exec(text);
    return match ? { name: match.groups?.['name'] ?? '', value: match[0].length } : undefined;
  },
  start: '0',
  blankEnds: false,
  indented: false,
  isFurniture: (text) => /^[[(]?\d{1,6}[\]).:]?$/.test(text),
  plumbing: new Set(['0']),
  toPaper,
});

function toPaper(fields: Fields): Omit<PaperDraft, 'extent'> {
  return {
    title: fields.line('T') ?? { value: '', pieces: [] },
    paragraphs: fields.paragraphs('X'),
    facts: factsOf(fields),
    links: linksOf(fields),
  };
}

function factsOf(fields: Fields): FactDrafts {
  const date = dateOf(fields);
  const venue = fields.line('J', 'B');
  const language = fields.line('G');
  const doi = fields.line('R');
  return {
    authors: takeEach(fields, 'A', ownLine).map(toSpokenName),
    organizations: takeEach(fields, '+', ownLine),
    keywords: splitKeywords(takeEach(fields, 'K', ownLine)),
    ...(date && { date }),
    ...(venue && { venue }),
    ...(language && { language: firstOfList(language) }),
    ...(venue && arxivFacts(venue, false)),
    ...(doi && { ...arxivFacts(doi, false), ...doiFact(doi) }),
  };
}

/** Each line is a value. */
function ownLine(): boolean {
  return false;
}

/** The whole date where one is told, else the year. */
function dateOf(fields: Fields): LocatedText | undefined {
  const whole = fields.peek('8');
  if (whole && readDate(whole.value) !== undefined) {
    fields.took('D');
    return fields.line('8');
  }
  return fields.line('D');
}

function linksOf(fields: Fields): LinkDraft[] {
  return ['U', '>'].flatMap((name) => {
    const links = fields.each(name, ownLine).flatMap((text) => linksOfField(text, 'paper'));
    if (links.length > 0) fields.took(name);
    return links;
  });
}
