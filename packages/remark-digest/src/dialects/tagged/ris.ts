import { sliceText, splitText, type LocatedText } from '../../text/located-text.ts';
import { arxivFacts, doiFact } from '../bibliography/identifiers.ts';
import { firstOfList } from '../bibliography/first-of-list.ts';
import { linksOfField } from '../bibliography/links.ts';
import { toSpokenName } from '../bibliography/spoken-name.ts';
import type { FactDrafts, LinkDraft, PaperDraft } from '../dialect.ts';
import { splitKeywords, takeEach, type Fields } from './fields.ts';
import type { ValueLine } from './records.ts';
import { taggedDialect } from './tagged-dialect.ts';

const tag = /^(?:\d{1,6}[.)]?[ \t]+(?=TY ))?(?<name>[A-Z][A-Z0-9])[ \t\u00A0]{1,2}[-–](?:[ \t\u00A0]|$)/;
// Lines of providers above their records, and numbers between them.
const furniture =
  /^(?:[[(]?(?:record |reference )?#?\d{1,6}(?: of \d{1,6})?[\]).:]?|(?:provider|database|content|source|export date):.*|scopus)$/i;

/**
 * RIS, as most reference managers and databases export it.
 *
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export const ris = taggedDialect({
  name: 'ris',
  example: '“TY  - JOUR”',
  firstRecord: /^[ \t\uFEFF]*(?:\d{1,6}[.)]?[ \t]+)?TY[ \t\u00A0]{1,2}[-–][ \t\u00A0]*[A-Z]/gm,
  tagOf: (text) => {
    const match = tag.exec(text);
    return match ? { name: match.groups?.['name'] ?? '', value: match[0].length } : undefined;
  },
  start: 'TY',
  end: 'ER',
  blankEnds: false,
  indented: false,
  isFurniture: (text) => furniture.test(text),
  // PubMed's own format has tags that look the same, and others that RIS has not.
  isForeign: (text) => /^(?:PMID|OWN|STAT|DCOM|LR|FAU)[ \t]{0,2}- /.test(text),
  plumbing: new Set(['TY', 'ID']),
  toPaper,
});

function toPaper(fields: Fields): Omit<PaperDraft, 'extent'> {
  return {
    title: fields.line('TI', 'T1', 'CT', 'BT') ?? { value: '', pieces: [] },
    paragraphs: fields.paragraphs('AB', 'N2'),
    facts: factsOf(fields),
    links: linksOf(fields),
  };
}

function factsOf(fields: Fields): FactDrafts {
  const organizations = takeEach(fields, 'AD', isWrapped);
  const keywords = takeEach(fields, 'KW', ({ indented }) => indented);
  const venue = fields.line('JF', 'T2', 'JO', 'JA', 'C3', 'J1', 'J2');
  const date = dateOf(fields);
  const language = fields.line('LA');
  return {
    authors: authorsOf(fields),
    organizations,
    keywords: splitKeywords(keywords),
    ...(date && { date }),
    ...(venue && { venue }),
    ...(language && { language: firstOfList(language) }),
    ...arxivOf(fields),
    ...doiOf(fields),
  };
}

/** Both tags name authors, in the order in which they stand. */
function authorsOf(fields: Fields): LocatedText[] {
  const names = ['AU', 'A1'].flatMap((tag) => takeEach(fields, tag, ({ indented }) => indented));
  const inOrder = names.toSorted((a, b) => (a.pieces[0]?.start ?? 0) - (b.pieces[0]?.start ?? 0));
  return inOrder.flatMap(namesOf);
}

/** Names of one field, which may hold several; `et al.` names nobody. */
function namesOf(text: LocatedText): LocatedText[] {
  return splitText(text, /;|\sand\s/g)
    .filter(({ value }) => !/^(?:et al\.?|others)$/i.test(value))
    .map(toSpokenName);
}

/** Whether a line without a tag goes on with the address above it, and is no address of its own. */
function isWrapped({ text, indented }: ValueLine, before: string): boolean {
  return indented || /[,;&-]$/.test(before) || /^[\p{Ll}\d]/u.test(text.value);
}

const day = /^\d{4}(?:[/-]\d{1,2}(?:[/-]\d{1,2})?)?(?!\d)/;

/** The most precise of the dates that tell one year: `2020/02/15/`, of which every part but the year may be empty. */
function dateOf(fields: Fields): LocatedText | undefined {
  const dates = ['PY', 'DA', 'Y1'].flatMap((tag) => {
    const text = fields.peek(tag);
    const found = text && day.exec(text.value);
    return text ? [{ tag, text: found ? sliceText(text, 0, found[0].length) : text }] : [];
  });
  const [first] = dates;
  if (!first) return undefined;
  const year = first.text.value.slice(0, 4);
  const same = dates.filter(({ text }) => text.value.startsWith(year));
  for (const { tag } of same) fields.took(tag);
  return same.reduce((best, date) => (date.text.value.length > best.text.value.length ? date : best)).text;
}

function arxivOf(fields: Fields): FactDrafts | undefined {
  for (const name of ['AN', 'M1', 'C7', 'DO', 'JO', 'T2', 'JF', 'N1', 'ID']) {
    const text = fields.peek(name);
    const found = text && arxivFacts(text, false);
    if (!found) continue;
    fields.took(name);
    return found;
  }
  return undefined;
}

function doiOf(fields: Fields): FactDrafts | undefined {
  const told = fields.line('DO', 'DI');
  if (told) return doiFact(told);
  for (const name of ['M3', 'L3', 'N1']) {
    const text = fields.peek(name);
    if (!text || !/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s?)?10\.\d{4,9}\/\S+$/i.test(text.value))
      continue;
    fields.took(name);
    return doiFact(text);
  }
  return undefined;
}

function linksOf(fields: Fields): LinkDraft[] {
  return ['UR', 'L1', 'L2', 'LK'].flatMap((tag) => {
    const links = fields.each(tag, ({ indented }) => indented).flatMap((text) => linksOfField(text, 'paper'));
    if (links.length > 0) fields.took(tag);
    return links;
  });
}
