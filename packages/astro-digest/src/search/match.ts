import { stem } from '../model/stem.ts';
import type { PagefindData } from './pagefind-api.ts';
import type { Query, Term } from './query.ts';
import { isTitle } from './title-key.ts';
import { bare, lineOf, splitForms, unspaced } from './words.ts';

/** Where a paper has a word. */
export type Field = 'title' | 'authors' | 'id' | 'text';

/** How a paper answers a query. */
export interface Match {
  /** The higher, the better. */
  score: number;
  /** Whether its title is what was typed. */
  isTitle: boolean;
  /** Whether it has all phrases of the query. */
  hasPhrases: boolean;
  /** Fields that have each word of the query, in the order of its terms; empty for a word that the paper lacks. */
  fields: Field[][];
}

/** What a word counts for in each field. */
const weights: Record<Field, number> = { title: 3, authors: 3, id: 4, text: 1 };

/** Fields as they are searched for words. */
interface FieldWords {
  forms: Set<string>;
  stems: Set<string>;
  text: string;
}

/** Tells how a paper answers a query. */
export function matchOf(query: Query, { content, meta }: PagefindData): Match {
  const title = meta.title ?? '';
  const fields: Record<Field, FieldWords> = {
    title: read(title),
    authors: read(meta.authors ?? ''),
    id: read(`${meta.id ?? ''} ${meta.doi ?? ''}`),
    text: read(`${content} ${meta.forms ?? ''}`),
  };
  const qualities = query.terms.map((term) =>
    (Object.keys(weights) as Field[]).map((field) => ({ field, quality: qualityIn(fields[field], term) })),
  );
  const titleLine = lineOf(title);
  const line = `${titleLine}|${lineOf(content)}|${lineOf(meta.authors ?? '')}`;
  const asTyped = lineOf(query.text);
  const isWhole = isTitle(title, query.text);
  let score = isWhole ? 100 : 0;
  for (const found of qualities) {
    // One field counts: a word is no better found for being everywhere.
    score += Math.max(...found.map(({ field, quality }) => quality * weights[field]));
    score += 0.2 * (found.find(({ field }) => field === 'text')?.quality ?? 0);
  }
  if (query.terms.length > 1 && line.includes(asTyped)) score += titleLine.includes(asTyped) ? 4 : 2;
  return {
    score,
    isTitle: isWhole,
    hasPhrases: query.phrases.every((phrase) => line.includes(phrase.line)),
    fields: qualities.map((found) => found.filter(({ quality }) => quality > 0).map(({ field }) => field)),
  };
}

function read(text: string): FieldWords {
  const forms = new Set<string>();
  const stems = new Set<string>();
  for (const { whole, parts } of splitForms(text)) {
    for (const form of [whole, ...parts]) {
      forms.add(form);
      stems.add(stem(form));
    }
  }
  return { forms, stems, text: bare(text) };
}

/** How well a field has a word: 1 as it was typed, less in another form or as the beginning of a longer word, 0 not. */
function qualityIn({ forms, stems, text }: FieldWords, { whole, parts, typed }: Term): number {
  if (unspaced.test(typed)) return text.includes(bare(typed)) ? 1 : 0;
  // `CIFAR10` is `CIFAR-10`, but where both are, it is rather `CIFAR10`.
  if (forms.has(whole)) return text.includes(bare(typed)) ? 1 : 0.95;
  if (parts.length > 1 && parts.every((part) => forms.has(part))) return 0.9;
  if (stems.has(stem(whole))) return 0.8;
  if (parts.length > 1 && parts.every((part) => stems.has(stem(part)))) return 0.7;
  for (const form of forms) if (form.startsWith(whole)) return 0.4 + (0.2 * whole.length) / form.length;
  return 0;
}
