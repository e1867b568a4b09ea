import { joinTexts, replaceInText, splitText, trimText, type LocatedText } from '../../text/located-text.ts';
import { doiFact } from '../bibliography/identifiers.ts';
import { firstOfList } from '../bibliography/first-of-list.ts';
import { toSpokenName } from '../bibliography/spoken-name.ts';
import type { FactDrafts, PaperDraft } from '../dialect.ts';
import { splitKeywords, takeEach, type Fields } from './fields.ts';
import { taggedDialect } from './tagged-dialect.ts';

const tag = /^(?!FN |VR |EF$)(?<name>[A-Z][A-Z0-9])(?: (?![\s]|-\s)|$)/;

/**
 * Web of Science's own format (“plain text file” or .ciw).
 *
 * @see https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html
 */
export const webOfScience = taggedDialect({
  name: 'web-of-science',
  example: '“PT J” to “ER”',
  firstRecord: /^\uFEFF?(?:FN (?:Clarivate|Thomson|ISI)|PT [JBSPC](?=[ \t]*\r?\n[A-Z][A-Z0-9] ))/gm,
  tagOf: (text, indented) => {
    const match = indented ? undefined : tag.exec(text);
    return match ? { name: match.groups?.['name'] ?? '', value: match[0].length } : undefined;
  },
  start: 'PT',
  end: 'ER',
  blankEnds: false,
  // Web of Knowledge wrapped its lines without indenting them.
  indented: false,
  isFurniture: (text) => /^(?:FN |VR \d|EF$)/.test(text),
  plumbing: new Set(['PT']),
  toPaper,
});

function toPaper(fields: Fields): Omit<PaperDraft, 'extent'> {
  return {
    title: fields.line('TI') ?? { value: '', pieces: [] },
    paragraphs: fields.paragraphs('AB'),
    facts: factsOf(fields),
  };
}

function factsOf(fields: Fields): FactDrafts {
  const venue = fields.line('SO');
  const language = fields.line('LA');
  const doi = fields.line('DI', 'D2');
  const date = dateOf(fields);
  const keywords = fields.line('DE');
  const categories = fields.line('WC');
  const group = fields.line('CA');
  return {
    authors: [...authorsOf(fields), ...(group ? [group] : [])],
    organizations: organizationsOf(fields),
    ...(date && { date }),
    ...(venue && { venue }),
    ...(keywords && { keywords: splitKeywords([keywords]) }),
    ...(categories && { categories: splitKeywords([categories]) }),
    ...(language && { language: firstOfList(language) }),
    ...(doi && doiFact(doi)),
  };
}

/** Full names, else short ones; each line is one. */
function authorsOf(fields: Fields): LocatedText[] {
  const names = fields.peek('AF') ? 'AF' : 'AU';
  fields.took('AU');
  return takeEach(fields, names, () => false).map((name) =>
    toSpokenName(trimText(replaceInText(name, /\([^()@]*@[^()]*\)/g, () => ''))),
  );
}

/** Institutions by their names, or else the addresses of the authors. */
function organizationsOf(fields: Fields): LocatedText[] {
  const names = fields.line('C3');
  if (names) return splitText(names, /;/g);
  return takeEach(fields, 'C1', () => false).map((address) =>
    replaceInText(address, /^\[[^\]]*\]\s/g, () => ''),
  );
}

/** The year with its month and day, which may be `FEB 15`, `JAN-FEB` or `WIN`; or else when it came out ahead of print. */
function dateOf(fields: Fields): LocatedText | undefined {
  const year = fields.line('PY');
  if (!year) return fields.line('EA');
  const within = fields.peek('PD');
  if (!within || !/^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\b/i.test(within.value)) return year;
  fields.took('PD');
  return /\d{4}$/.test(within.value) ? within : joinTexts([year, within], ' ');
}
