import { once } from '../model/once.ts';
import { stem } from '../model/stem.ts';
import type { PagefindData } from './pagefind-api.ts';
import { isRun, type Query, type Term } from './query.ts';
import { isTitle } from './title-key.ts';
import { bare, lineOf, smallestWords, splitForms } from './words.ts';
import { strengthOf, weightOf, type Field } from './worth.ts';

/** How a paper answers a query. */
export interface Match {
  /** The higher, the better. */
  score: number;
  /** How often it has the words for its length, from 0 to 1: which of two that are as good otherwise is the better. */
  frequency: number;
  /** Whether its title is what was typed. */
  isTitle: boolean;
  /** Whether it has all phrases of the query. */
  hasPhrases: boolean;
  /** Fields that have each word of the query, in the order of its terms; empty for a word that the paper lacks. */
  fields: Field[][];
  /** How much each word of the query is in the paper, in the order of its terms: from 0 for not at all to 1. */
  strengths: number[];
  /** The same of the asides together, from 0 to 1. */
  asides: number;
  /** Whether it has others that stand for a word in place of it, in the order of the terms; absent where nobody has looked for any. */
  likened?: boolean[];
}

/** What a word counts for in each field. */
const weights: Record<Field, number> = { title: 3, authors: 3, id: 4, text: 1 };

/** Fields as they are searched for words. */
interface FieldWords {
  forms: Set<string>;
  /** How often each stem is there, worked out when it is first asked for. */
  stems(): Map<string, number>;
  text: string;
  /** How many words it has. */
  length: number;
}

/** Lengths of titles and texts, in words, as they usually are: the same for all sites, so that papers stand alike in all. */
const usualLengths = { title: 10, text: 200 };

/** Tells how a paper answers a query. */
export function matchOf(query: Query, data: PagefindData): Match {
  const title = data.meta.title ?? '';
  const fields = fieldsOf(data);
  const qualities = query.terms.map((term) =>
    (Object.keys(weights) as Field[]).map((field) => ({ field, quality: qualityIn(fields[field], term) })),
  );
  const titleLine = lineOf(title);
  const line = lineOfAll(data);
  const asTyped = lineOf(query.text);
  const isWhole = isTitle(title, query.text);
  let score = isWhole ? 100 : 0;
  for (const found of qualities) {
    // One field counts: a word is no better found for being everywhere.
    score += Math.max(...found.map(({ field, quality }) => quality * weights[field]));
    score += 0.2 * (found.find(({ field }) => field === 'text')?.quality ?? 0);
  }
  for (const aside of query.asides) {
    const values = (['title', 'text'] as const).map(
      (field) => qualityIn(fields[field], aside) * weights[field],
    );
    score += 0.5 * Math.max(...values);
  }
  if (query.terms.length > 1 && line.includes(asTyped)) score += titleLine.includes(asTyped) ? 4 : 2;
  return {
    score,
    frequency: frequencyOf(query.terms, fields),
    isTitle: isWhole,
    hasPhrases: query.phrases.every((phrase) => line.includes(phrase.line)),
    fields: qualities.map((found) => found.filter(({ quality }) => quality > 0).map(({ field }) => field)),
    strengths: query.terms.map((term) => strengthIn(fields, term)),
    asides: mean(query.asides.map((aside) => strengthIn(fields, aside))),
  };
}

/** Whether a paper has all words and phrases of a query, as {@link matchOf} tells, sooner for not asking how well. */
export function hasEverything({ terms, phrases }: Query, data: PagefindData): boolean {
  const line = phrases.length > 0 ? lineOfAll(data) : '';
  if (!phrases.every((phrase) => line.includes(phrase.line))) return false;
  const fields = Object.values(fieldsOf(data));
  return terms.every((term) => fields.some((field) => qualityIn(field, term) > 0));
}

/** Whether a paper has some words one after another in one of its fields, each in any of its forms. */
export function hasStems(words: string, { content, meta }: PagefindData): boolean {
  const asked = stemLine(words);
  return [meta.title ?? '', content, meta.authors ?? ''].some((text) => stemLine(text).includes(asked));
}

function stemLine(text: string): string {
  return ` ${smallestWords(text).map(stem).join(' ')} `;
}

function fieldsOf({ content, meta }: PagefindData): Record<Field, FieldWords> {
  return {
    title: read(meta.title ?? ''),
    authors: read(meta.authors ?? ''),
    id: read(`${meta.id ?? ''} ${meta.doi ?? ''}`),
    text: read(`${content} ${meta.forms ?? ''}`),
  };
}

/** All that phrases are looked for in. */
function lineOfAll({ content, meta }: PagefindData): string {
  return [meta.title ?? '', content, meta.authors ?? ''].map(lineOf).join('|');
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function strengthIn(fields: Record<Field, FieldWords>, term: Term): number {
  const weights = (Object.keys(fields) as Field[]).map((name) => {
    const field = fields[name];
    return weightOf(name, field.length) * (timesIn(field, term) || qualityIn(field, term));
  });
  return strengthOf(weights.reduce((sum, weight) => sum + weight, 0));
}

function read(text: string): FieldWords {
  const words = splitForms(text);
  const all = words.flatMap(({ whole, parts }) => [whole, ...parts]);
  const stems = once(() => {
    const stems = new Map<string, number>();
    for (const form of all) {
      const root = stem(form);
      stems.set(root, (stems.get(root) ?? 0) + 1);
    }
    return stems;
  });
  return { forms: new Set(all), stems, text: bare(text), length: words.length };
}

/** How often titles and texts have words: each further time counts for less, and less in a long text. */
function frequencyOf(terms: readonly Term[], { title, text }: Record<Field, FieldWords>): number {
  if (terms.length === 0) return 0;
  const share = (field: FieldWords, term: Term, usualLength: number): number => {
    const times = timesIn(field, term);
    return times / (times + 0.5 + (0.5 * field.length) / usualLength);
  };
  const sum = terms.reduce(
    (sum, term) => sum + share(title, term, usualLengths.title) + share(text, term, usualLengths.text),
    0,
  );
  return sum / (2 * terms.length);
}

function timesIn({ stems }: FieldWords, { whole, parts }: Term): number {
  const times = stems().get(stem(whole)) ?? 0;
  return parts.length === 0
    ? times
    : Math.max(times, Math.min(...parts.map((part) => stems().get(stem(part)) ?? 0)));
}

/** How well a field has a word: 1 as it was typed, less in another form or as the beginning of a longer word, 0 not. */
function qualityIn({ forms, stems, text }: FieldWords, term: Term): number {
  const { whole, parts, typed } = term;
  if (isRun(term)) return text.includes(whole) ? 1 : 0;
  // `CIFAR10` is `CIFAR-10`, but where both are, it is rather `CIFAR10`.
  if (forms.has(whole)) return text.includes(bare(typed)) ? 1 : 0.95;
  if (parts.length > 1 && parts.every((part) => forms.has(part))) return 0.9;
  if (stems().has(stem(whole))) return 0.8;
  if (parts.length > 1 && parts.every((part) => stems().has(stem(part)))) return 0.7;
  for (const form of forms) if (form.startsWith(whole)) return 0.4 + (0.2 * whole.length) / form.length;
  return 0;
}
