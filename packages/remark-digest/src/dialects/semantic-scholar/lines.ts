import type { PageLine } from '../page-lines.ts';

/** The heading of an alert: `Alert: New citations of “Counting Owls”`, `3 new papers matching owls`. */
export const heading =
  /^(?:alert\s?:|(?:\d{1,4} )?new (?:papers?|citations?|research|recommendations?|results?)\b|recommended (?:papers|for you)\b).{0,200}$/i;

/** What begins the sentence that tells what a paper says. */
export const tldr = /^TL;?DR\s?[:.]?\s?/;

const furniture = [
  /^semantic scholar(?: logo)?$/i,
  /^(?:view|read)(?: (?:full|the|this))?(?: (?:paper|abstract|more|all|on semantic scholar|in browser|online|all papers)){0,2}(?:\s?[→›>])?$/i,
  /^(?:save|cite|expand|collapse|share|alert|pdf|ask this paper|save to library|add to library|create alert|view paper|not relevant|relevant|show (?:more|fewer)(?: (?:like this|papers))?|more like this|less like this|see all(?: (?:papers|results|citations|recommendations))?|unsubscribe|manage(?: your)? (?:alerts|preferences|feeds)|edit alert|turn off(?: this)? alert|privacy policy|terms of (?:use|service)|contact us|help)(?:[\s|·•]+(?:save|cite|expand|share|alert|pdf|save to library|view paper|unsubscribe|manage alerts|privacy policy|terms of (?:use|service)))*$/i,
  /^(?:\d{1,6} citations?|highly influential|open access)(?:[\s|·•]+(?:\d{1,6} citations?|open access))?$/i,
  /\b(?:you (?:are receiving|received|have received|get) this|because you (?:signed|are|follow|created|have)|allen institute for (?:ai|artificial intelligence)|unsubscribe|all rights reserved)\b/i,
  /^(?:hi|hello|dear)\b.{0,60},$/i,
  /^(?:papers|research)? ?(?:from|in|on) your (?:research feed|library|alerts?).{0,60}$/i,
];

/** Whether a line stands around the papers of an alert. */
export function isFurniture({ value }: Pick<PageLine, 'value'>): boolean {
  return value === '' || (value.length < 400 && furniture.some((pattern) => pattern.test(value)));
}

const day = String.raw`(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?: \d{1,2},)? (?:19|20)\d{2}|(?:19|20)\d{2}(?:-\d{2}-\d{2})?`;
const date = new RegExp(String.raw`^(?<date>${day})$`);
const whereAndWhen = new RegExp(
  String.raw`^(?:Published in\s)?(?:(?<venue>\S.{0,150}?)(?:\s?[,·•|]\s?|\s[-–—]\s))?(?<date>${day})$`,
);
const whenAndWhere = new RegExp(String.raw`^(?<date>${day})(?:\s?[,·•|]\s?|\s[-–—]\s)(?<venue>\S.{0,150})$`);

/** Where and when a paper came out: `Journal of Owls · 12 March 2025`, `2025, ArXiv`; nothing where a line tells neither. */
export function readPlace(value: string): { venue: string | undefined; date: string } | undefined {
  if (value.length > 250) return undefined;
  const found = (date.exec(value) ?? whereAndWhen.exec(value) ?? whenAndWhere.exec(value))?.groups;
  return found?.['date'] === undefined ? undefined : { venue: found['venue'], date: found['date'] };
}

/** Whether a line is a list of authors: `Mia Tern, Zoe Auk, +2 authors`. */
export function isAuthors(value: string): boolean {
  if (value.length > 600 || /[.!?:;]\s/.test(value.replace(/\b\p{Lu}\.\s/gu, ''))) return false;
  const names = value
    .replace(/,? et al\.?$/, '')
    .split(/\s?(?:,|\band\b|&)\s?/)
    .filter((name) => name !== '');
  return names.every(
    (name) =>
      /^(?:\+\s?\d+ (?:more )?authors?|\d+ (?:more|other)s?(?: authors?)?|…)$/.test(name) ||
      (name.split(' ').length <= 5 &&
        /^(?:\p{Lu}|\p{Lo}|d[e']|v[ao]n)/u.test(name) &&
        /(?:^|\s)[\p{Lu}\p{Lo}]\S*$/u.test(name)),
  );
}
