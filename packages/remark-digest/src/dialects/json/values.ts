import { decodeTex } from '../../text/decode-tex.ts';
import type { KeyedValue } from '../../text/keyed-values.ts';
import { joinTexts, trimText } from '../../text/located-text.ts';
import type { FieldText } from '../../text/record-fields.ts';
import { familyLast, splitNames } from '../../facts/split-names.ts';

/** Keys under which a record that stands for one text has it, the likeliest first. */
const textKeys = [
  'name',
  'text',
  '#text',
  '$t',
  'value',
  'displayname',
  'fullname',
  'title',
  'term',
  'en',
  'content',
  'label',
  'user',
  'username',
  'source',
  '$',
];
const addressKeys = ['url', 'href', 'landingpageurl', 'pdfurl', 'link', '$', 'primary'];
const nameKeys = [
  'name',
  'fullname',
  'displayname',
  'text',
  '#text',
  'author',
  'value',
  'authorname',
  '姓名',
  '$t',
];
const givenKeys = ['given', 'givenname', 'first', 'firstname', 'forenames', 'forename'];
const familyKeys = ['family', 'familyname', 'last', 'lastname', 'keyname', 'surname'];
const workplaceKeys = [
  'affiliation',
  'affiliations',
  'institutions',
  'institution',
  'organization',
  'organizations',
  'org',
];

/** How deep a text may stand in what stands for it. */
const deepest = 4;

/** The text of a value: its own, that of the first value of a list, or that under the likeliest key of a record. */
export function textOf(value: KeyedValue): FieldText | undefined {
  return textUnder(value, textKeys);
}

/** The address of a value. */
export function addressOf(value: KeyedValue): FieldText | undefined {
  return textUnder(value, addressKeys);
}

function textUnder(value: KeyedValue, keys: readonly string[]): FieldText | undefined {
  let at: KeyedValue | undefined = value;
  for (let depth = 0; at?.isContainer; depth++) {
    if (depth === deepest) return undefined;
    at = at.kind === 'list' ? firstOf(at) : memberOf(at, keys);
  }
  return at && at.kind !== 'nothing' ? { text: trimText(at.text), use: () => at.use() } : undefined;
}

function firstOf(list: KeyedValue): KeyedValue | undefined {
  for (const child of list.children()) if (!child.isEmpty) return child;
  return undefined;
}

/** The value under the first of the keys that has one. */
function memberOf(record: KeyedValue, keys: readonly string[]): KeyedValue | undefined {
  const members = [...record.children()].filter((member) => !member.isEmpty);
  for (const key of keys) {
    const found = members.find((member) => member.key === key);
    if (found) return found;
  }
  return undefined;
}

/** The texts of a list, or the one of what is none. */
export function textsOf(value: KeyedValue): FieldText[] {
  return eachOf(value)
    .flatMap((one) => textOf(one) ?? [])
    .filter(({ text }) => text.value !== '');
}

function eachOf(value: KeyedValue): KeyedValue[] {
  return value.kind === 'list' ? [...value.children()] : [value];
}

/** Names of places of work, in full where there is a short one, too. */
export function organizationsOf(value: KeyedValue): FieldText[] {
  return eachOf(value).flatMap((one) => textUnder(one, ['fullname', ...textKeys]) ?? []);
}

/** A date: a text, or Crossref's numbers in a row. */
export function dateOf(value: KeyedValue): FieldText | undefined {
  const parts = value.kind === 'record' ? memberOf(value, ['dateparts']) : undefined;
  const day = parts && firstOf(parts);
  if (day?.kind !== 'list')
    return value.kind === 'record' ? textUnder(value, ['datetime', ...textKeys]) : textOf(value);
  const numbers = [...day.children()];
  return {
    text: joinTexts(
      numbers.map(({ text }) => text),
      '-',
    ),
    use: () => day.use(),
  };
}

/** Who wrote a paper, and where they work. */
export interface People {
  authors: FieldText[];
  organizations: FieldText[];
}

/** The people of a value: one text with several names, a list of names, or a list of records. */
export function peopleOf(value: KeyedValue): People {
  const people: People = { authors: [], organizations: [] };
  if (value.kind === 'list') {
    for (const one of value.children()) addPerson(one, people);
  } else if (value.kind === 'record') {
    const inner = memberOf(value, ['author', 'authors', 'name', 'names']);
    // `authors: { author: [ … ] }`, or one author.
    if (inner?.isContainer && inner.kind === 'list') return peopleOf(inner);
    addPerson(value, people);
  } else if (value.kind !== 'nothing') {
    const { names, organizations } = splitNames(decodeTex(value.text));
    const use = (): void => value.use();
    people.authors.push(...names.map((text) => ({ text, use })));
    people.organizations.push(...organizations.map((text) => ({ text, use })));
  }
  return people;
}

function addPerson(value: KeyedValue, people: People): void {
  if (value.kind === 'list') {
    // Kaggle's dump of arXiv has `["Tern", "Mia", ""]` for each.
    const [family, given] = [...value.children()].filter((part) => !part.isEmpty);
    if (family && given) people.authors.push(fieldOf([given, family], () => value.use()));
    else if (family) people.authors.push(fieldOf([family], () => value.use()));
    return;
  }
  if (value.kind !== 'record') {
    const single = textOf(value);
    if (single && single.text.value !== '') {
      people.authors.push({ ...single, text: decodeTex(familyLast(single.text)) });
    }
    return;
  }
  const [given, family] = [memberOf(value, givenKeys), memberOf(value, familyKeys)];
  const whole = textUnder(value, nameKeys);
  if (family && !family.isContainer) people.authors.push(fieldOf(given ? [given, family] : [family]));
  else if (whole && whole.text.value !== '') people.authors.push({ ...whole, text: decodeTex(whole.text) });
  for (const member of value.children()) {
    if (workplaceKeys.includes(member.key)) people.organizations.push(...organizationsOf(member));
  }
}

function fieldOf(parts: readonly KeyedValue[], use?: () => void): FieldText {
  return {
    text: decodeTex(
      joinTexts(
        parts.map(({ text }) => trimText(text)),
        ' ',
      ),
    ),
    use: () => (use ? use() : parts.forEach((part) => part.use())),
  };
}
