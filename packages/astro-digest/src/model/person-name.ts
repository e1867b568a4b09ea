import { fold } from './fold.ts';
import { singleLine } from './single-line.ts';

/**
 * The name of an author in the terms of CSL-JSON
 * (https://docs.citationstyles.org/en/stable/specification.html#name-variables).
 *
 * Either `literal` alone, or `family` with what else the name has.
 */
export interface CitationName {
  family?: string;
  given?: string;
  /** Such as `van der`: in lower case, before the family name. */
  'non-dropping-particle'?: string;
  /** Such as `Jr.` or `III`. */
  suffix?: string;
  /** The whole name, where it must not or can't be split: of an organization, of a person with one name. */
  literal?: string;
}

/** Words that begin a family name, in the languages of Europe and in Arabic, where they have no capital. */
const particles = wordSet(
  'af al av bin da das de degli dei del della den der des di do dos du el ibn la las le los op ten ter till van vom von zu zum zur',
);

/** Those of them that begin a family name with a capital, too, and are hardly ever a second given name. */
const capitalParticles = wordSet(
  'Al Da De Degli Dei Del Della Den Der Des Di Dos Du El La Las Le Los Ten Ter Van Von',
);

/** Words between the two family names of Catalan, Portuguese and Spanish. */
const joints = new Set(['e', 'i', 'y']);

/** Family names before which `Van` and the like are middle names, as in `Tuan Van Nguyen`. */
const vietnamese = wordSet(
  'bui cao dang dao dinh do doan duong hoang ho huynh le luong ly mai ngo nguyen pham phan ta thai tran trinh truong vo vu',
);

/** `V` and `I` are left out: they are initials more often. */
const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?$/i;

/** Words that no person's name has; `AI` and the like in capitals only. */
const organization =
  /(?:^|[\s-])(?:Academy|AI|Alliance|Association|Authors|Center|Centre|Collaboration|Committee|Community|Company|Consortium|Corp\.?|Corporation|Council|Department|Foundation|GmbH|Group|Inc\.?|Initiative|Institute|Institution|Lab|Laboratories|Laboratory|Labs|Ltd\.?|Network|Organization|Project|Research|School|Society|Team|Technologies|University)(?:$|[\s,])|^The\s|\s(?:and|of|for)\s|[&\d@/:;()[\]{}<>]/;

/** Han, Kana and Hangul: in these the family name comes first. */
const eastAsian =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}々ー・\s]+$/u;

/**
 * Splits a name as a digest has it into its parts.
 *
 * Understands `Given Family`, `Family, Given`, `Family, Jr., Given`, `Family, Given, Jr.`, and family name first, with a
 * blank, in Chinese, Japanese and Korean letters. Without a blank such a name is left whole, since only a dictionary can
 * tell where it is to be split. A particle in lower case counts as such; one with a capital is part of the family name
 * (`Van Gool`), as it is sorted there. Where a name can't be split with care, it stays whole.
 *
 * @param organizations names that are of no person; others are known by words such as `Team`
 */
export function toName(text: string, organizations: readonly string[] = []): CitationName {
  const name = singleLine(text);
  if (isOrganization(name, organizations)) return { literal: name };
  const parts = name.split(',').map((part) => part.trim());
  if (parts.includes('') || parts.length > 3) return { literal: name };
  if (parts.length === 1) return splitAtFamily(name);
  const [first = '', second = '', third] = parts;
  if (third !== undefined) {
    if (suffix.test(second)) return familyFirst(first, third, second);
    if (suffix.test(third)) return familyFirst(first, second, third);
    return { literal: name };
  }
  if (!suffix.test(second)) return familyFirst(first, second);
  const split = splitAtFamily(first);
  const one = split.literal === undefined && split.suffix === undefined;
  return one ? { ...split, suffix: second } : { literal: name };
}

/**
 * Whether a name is of an organization: one of those given, or one with a word or a sign that no person's name has.
 *
 * @param name on one line
 */
export function isOrganization(name: string, organizations: readonly string[]): boolean {
  return organization.test(name) || organizations.some((other) => singleLine(other) === name);
}

/** The name in the order in which it is spoken, such as `Jan van der Berg`. */
export function spokenName({ literal, given, family, suffix: end, ...rest }: CitationName): string {
  if (literal !== undefined) return literal;
  if (family !== undefined && given !== undefined && eastAsian.test(family + given)) {
    return `${family} ${given}`;
  }
  return [given, rest['non-dropping-particle'], family, end].filter(Boolean).join(' ');
}

/** Family name first, as in a list that is sorted, such as `van der Berg`: particle and family name. */
export function fullFamilyName({ literal, family, ...rest }: CitationName): string {
  return literal ?? [rest['non-dropping-particle'], family].filter(Boolean).join(' ');
}

/** Splits a name without commas. */
function splitAtFamily(name: string): CitationName {
  const words = name.split(' ');
  if (words.length === 1) return { literal: name };
  if (eastAsian.test(name)) {
    const [family = '', ...given] = words;
    return { family, given: given.join(' ') };
  }
  const end = words.length > 2 && suffix.test(words.at(-1) ?? '') ? words.pop() : undefined;
  let start = words.length - 1;
  // Never the first word, so that somebody called `Di Wu` or `Al Gore` keeps a given name.
  while (start > 1 && belongsToNext(words[start - 1] ?? '', words[start] ?? '')) start--;
  if (start > 2 && joints.has(words[start - 1] ?? '')) start -= 2;
  return familyFirst(words.slice(start).join(' '), words.slice(0, start).join(' '), end);
}

function belongsToNext(word: string, next: string): boolean {
  if (particles.has(word)) return true;
  return capitalParticles.has(word) && !vietnamese.has(fold(next).replaceAll('đ', 'd'));
}

/** Takes the particle off a family name; `Berg, Jan van der` has it behind the given name. */
function familyFirst(family: string, given: string, end?: string): CitationName {
  const before = family.split(' ');
  const after = given.split(' ');
  const particle: string[] = [];
  while (before.length > 1 && isParticle(before[0])) particle.push(before.shift() as string);
  while (particle.length === 0 && after.length > 1 && isParticle(after.at(-1))) {
    const from = after.findLastIndex((word) => !isParticle(word)) + 1;
    particle.push(...after.splice(Math.max(from, 1)));
  }
  return {
    family: before.join(' '),
    given: after.join(' '),
    ...(particle.length > 0 ? { 'non-dropping-particle': particle.join(' ') } : {}),
    ...(end === undefined ? {} : { suffix: end }),
  };
}

function isParticle(word: string | undefined): boolean {
  return word !== undefined && particles.has(word);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
