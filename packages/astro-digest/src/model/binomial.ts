/**
 * How likely it is that of some papers at least so many fall into a part, when each does so by chance.
 *
 * @param least how many at least
 * @param all how many papers
 * @param share how likely it is for each, more than 0 and less than 1
 */
export function chanceOfAtLeast(least: number, all: number, share: number): number {
  if (least <= 0) return 1;
  let term = Math.exp(logChoose(all, least) + least * Math.log(share) + (all - least) * Math.log1p(-share));
  let sum = 0;
  for (let count = least; count <= all; count++) {
    sum += term;
    term *= ((all - count) / (count + 1)) * (share / (1 - share));
  }
  return Math.min(1, sum);
}

/** The same for at most so many. */
export function chanceOfAtMost(most: number, all: number, share: number): number {
  return chanceOfAtLeast(all - most, all, 1 - share);
}

/** Logarithm of the number of ways to choose some of all. */
function logChoose(all: number, some: number): number {
  let sum = 0;
  for (let count = 1; count <= Math.min(some, all - some); count++)
    sum += Math.log((all - count + 1) / count);
  return sum;
}
