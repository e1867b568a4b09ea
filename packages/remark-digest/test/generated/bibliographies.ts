import type { Random } from '../hostile/random.ts';
import type { Expected } from './compare.ts';
import type { MadePaper } from './papers.ts';

/** A digest in the layout of a format, and its papers as they must be read. */
export interface Written {
  text: string;
  expected: Expected[];
}

/** Which of the optional parts of a paper are written. */
export interface Parts {
  authors: boolean;
  venue: boolean;
  date: 'no' | 'year' | 'month' | 'day';
  keywords: boolean;
  doi: boolean;
  arxiv: boolean;
  url: boolean;
  organization: boolean;
  language: boolean;
  unused: boolean;
}

/** Chooses parts by chance. */
export function chooseParts(random: Random): Parts {
  const maybe = (): boolean => random.below(3) > 0;
  return {
    authors: maybe(),
    venue: maybe(),
    date: random.pick(['no', 'year', 'month', 'day']),
    keywords: maybe(),
    doi: maybe(),
    arxiv: maybe(),
    url: maybe(),
    organization: maybe(),
    language: maybe(),
    unused: maybe(),
  };
}

/** `2025-02-15` as far as it is written. */
export function dateFor({ date }: MadePaper, { date: precision }: Parts): string | undefined {
  return { no: undefined, year: date.slice(0, 4), month: date.slice(0, 7), day: date }[precision];
}

/** The paper as it must be read, with what is always compared and what is listed. */
export function expectedOf(paper: MadePaper, facts: Partial<Expected>): Expected {
  return { title: paper.title, abstract: paper.abstract, ...facts };
}

/** `Tern, Mia`; `van` stays before the family name. */
export function familyFirst(name: string): string {
  const words = name.split(' ');
  const at = words.findIndex((word, index) => index > 0 && /^[a-z]/.test(word));
  const split = at < 0 ? words.length - 1 : at;
  return `${words.slice(split).join(' ')}, ${words.slice(0, split).join(' ')}`;
}

/** Words over several lines, cut at random. */
export function wrap(random: Random, text: string, indent: string): string {
  return text
    .split(' ')
    .map((word, index) =>
      index > 0 && random.below(9) === 0 ? `\n${indent}${word}` : index > 0 ? ` ${word}` : word,
    )
    .join('');
}
