import { largest } from './largest.ts';

/** How much of an issue a mail holds. */
export interface MailCut {
  /** How many characters an abstract may have; 0 for a mail of titles only. */
  abstract: number;
  /** How many papers there are, from the first. */
  papers: number;
}

/** An abstract shorter than this says nothing, and titles alone are better. */
const shortestAbstract = 120;

/** The part of its length that an abstract keeps when the first guess was too long. */
const shorter = 0.97;

/**
 * Finds how much of an issue fits: all of it; else all papers with their abstracts cut to a common length; else all titles;
 * else as many titles as fit.
 *
 * Writing a mail takes much longer than measuring it, so the common length is worked out from two mails, and tried.
 *
 * @param abstracts characters of each paper's abstract
 * @param sizeOf size of the mail that is cut so
 * @param room the size it may have
 */
export function cutThatFits(
  abstracts: readonly number[],
  sizeOf: (cut: MailCut) => number,
  room: number,
): MailCut {
  const papers = abstracts.length;
  const whole = sizeOf({ abstract: Infinity, papers });
  if (whole <= room) return { abstract: Infinity, papers };
  const bare = sizeOf({ abstract: 1, papers });
  const characters = sum(abstracts, (length) => length);
  const perCharacter = (whole - bare) / Math.max(1, characters);
  let abstract = largest(0, Math.max(0, ...abstracts), (common) => {
    return bare + perCharacter * sum(abstracts, (length) => Math.min(length, common)) <= room;
  });
  while (abstract >= shortestAbstract) {
    if (sizeOf({ abstract, papers }) <= room) return { abstract, papers };
    abstract = Math.floor(abstract * shorter);
  }
  const fits = (count: number) => sizeOf({ abstract: 0, papers: count }) <= room;
  return { abstract: 0, papers: fits(papers) ? papers : largest(0, papers, fits) };
}

function sum(lengths: readonly number[], value: (length: number) => number): number {
  return lengths.reduce((total, length) => total + value(length), 0);
}
