import {
  extentOf,
  replaceInText,
  sliceText,
  standFor,
  trimText,
  type LocatedText,
} from '../../text/located-text.ts';
import { doiFact, doiIn } from '../bibliography/identifiers.ts';
import { linksOfField } from '../bibliography/links.ts';
import { joinName, toSpokenName } from '../bibliography/spoken-name.ts';
import type { FactDrafts, LinkDraft, PaperDraft } from '../dialect.ts';
import { takeEach, type Fields } from './fields.ts';
import { taggedDialect } from './tagged-dialect.ts';

const tag = /^(?<name>[A-Z]{2,4})[ \u00A0]{0,2}- ?/;

/**
 * PubMed's own format, which it calls PubMed, MEDLINE or .nbib.
 *
 * Its titles end with a full stop of PubMed's, and stand in brackets where they are translations; neither is part of a title.
 *
 * @see https://www.nlm.nih.gov/bsd/mms/medlineelements.html
 */
export const medline = taggedDialect({
  name: 'medline',
  example: '“PMID- 30000001”',
  firstRecord: /^[ \t\uFEFF]*(?:PMID[ \t]{0,2}- ?\d|OWN {1,2}- [A-Z])/gm,
  tagOf: (text, indented) => {
    const match = indented ? undefined : tag.exec(text);
    return match ? { name: match.groups?.['name'] ?? '', value: match[0].length } : undefined;
  },
  start: 'PMID',
  // ERIC writes the same format without numbers of PubMed.
  orStart: 'OWN',
  blankEnds: true,
  indented: false,
  isFurniture: (text) => /^[[(]?\d{1,6}[\]).:]?$/.test(text),
  isForeign: (text) => /^(?:TY|ER) {1,2}-/.test(text),
  plumbing: new Set(),
  toPaper,
});

function toPaper(fields: Fields): Omit<PaperDraft, 'extent'> {
  const { title, language } = titleOf(fields);
  return {
    title,
    paragraphs: fields.paragraphs('AB', 'OAB'),
    facts: { ...(language && { language }), ...factsOf(fields) },
    links: linksOf(fields),
  };
}

/** The title without PubMed's full stop and brackets, and the language that it may name: `[Counting owls]. [Article in German]`. */
function titleOf(fields: Fields): { title: LocatedText; language?: LocatedText } {
  let title = fields.line('TI', 'BTI', 'TT') ?? { value: '', pieces: [] };
  const note = /\s?\[(?:Article|Book) in (?<language>[A-Z][a-z]+)(?:[,;][^\]]*)?\]\.?$/.exec(title.value);
  const language = note?.groups?.['language'];
  const at = (note?.index ?? 0) + (note?.[0].indexOf(language ?? '') ?? 0);
  const named = note && language !== undefined ? sliceText(title, at, at + language.length) : undefined;
  if (note) title = trimText(sliceText(title, 0, note.index));
  // The full stop of an abbreviation, as in `the U.S.`, and of an ellipsis stays.
  if (/(?<![.\s]\p{L}|\.)\.$/u.test(title.value)) title = sliceText(title, 0, title.value.length - 1);
  if (/^\[[^[\]]*\]$/.test(title.value)) title = trimText(sliceText(title, 1, title.value.length - 1));
  return { title, ...(named && { language: named }) };
}

function factsOf(fields: Fields): FactDrafts {
  const date = fields.line('DP', 'DEP');
  const venue = fields.line('JT', 'TA', 'BTI');
  const language = fields.line('LA');
  const replaced = fields.peek('UOF', 'RPF');
  const replaces = replaced && doiIn(replaced);
  if (replaces) fields.took(fields.peek('UOF') ? 'UOF' : 'RPF');
  const retracted = fields.all.find(
    ({ tag, lines }) => tag === 'PT' && /^Retracted Publication$/i.test(lines[0]?.text.value ?? ''),
  );
  return {
    authors: authorsOf(fields),
    organizations: takeEach(fields, 'AD', goesOn),
    keywords: [...takeEach(fields, 'OT', goesOn), ...takeEach(fields, 'MH', goesOn).map(withoutStars)],
    ...(date && { date }),
    ...(venue && { venue }),
    ...(language && { language }),
    ...doiOf(fields),
    ...(replaces && { replaces: withoutFullStop(replaces) }),
    ...(retracted && { withdrawn: standFor('true', retracted.start, retracted.end) }),
  };
}

/** Lines are wrapped, whatever they look like: each value has a tag of its own. */
function goesOn(): boolean {
  return true;
}

/** Full names, else short ones such as `Tern MA`, and groups, in their order. */
function authorsOf(fields: Fields): LocatedText[] {
  const full = fields.peek('FAU') !== undefined;
  const wanted = full ? ['FAU', 'CN'] : ['AU', 'CN'];
  for (const tag of ['AU', ...wanted]) fields.took(tag);
  const each = new Map(wanted.map((tag) => [tag, fields.each(tag, goesOn).values()]));
  return fields.all.flatMap(({ tag }) => {
    const name = each.get(tag)?.next().value;
    if (!name || tag === 'CN') return name ?? [];
    return full ? toSpokenName(name) : shortName(name);
  });
}

/** `Tern MA` and `Tern MA Jr`, of which the initials come last. */
function shortName(name: LocatedText): LocatedText {
  const match = /^(?<family>.+) (?<initials>\p{Lu}{1,4})(?: (?:Jr|Sr|2nd|3rd|I{2,3}))?$/u.exec(name.value);
  const { family = '', initials = '' } = match?.groups ?? {};
  if (!match) return toSpokenName(name);
  const end = family.length + 1 + initials.length;
  const parts = [sliceText(name, 0, family.length), sliceText(name, family.length + 1, end)];
  if (end < name.value.length)
    return joinName([parts[0] as LocatedText, sliceText(name, end + 1), parts[1] as LocatedText]) ?? name;
  return joinName(parts) ?? name;
}

/** The star marks what a paper is about most. */
function withoutStars(heading: LocatedText): LocatedText {
  return replaceInText(heading, /\*/g, () => '');
}

function withoutFullStop(text: LocatedText): LocatedText {
  return text.value.endsWith('.') ? sliceText(text, 0, text.value.length - 1) : text;
}

function doiOf(fields: Fields): FactDrafts | undefined {
  for (const tag of ['LID', 'AID']) {
    const found = fields.each(tag, goesOn).find(({ value }) => value.endsWith('[doi]'));
    if (!found) continue;
    fields.took(tag);
    fields.took('AID');
    return doiFact(found);
  }
  return undefined;
}

/** The page of PubMed that its number leads to, and addresses that stand for numbers. */
function linksOf(fields: Fields): LinkDraft[] {
  const links = ['LID', 'AID'].flatMap((tag) => {
    const found = fields.each(tag, goesOn).flatMap((text) => linksOfField(text, 'paper'));
    if (found.length > 0) fields.took(tag);
    return found;
  });
  const number = fields.line('PMID');
  const extent = number && extentOf(number);
  if (!extent || !/^\d+$/.test(number.value)) return links;
  const address = `https://pubmed.ncbi.nlm.nih.gov/${number.value}/`;
  return [...links, { url: standFor(address, extent.start, extent.end), kind: 'paper' }];
}
