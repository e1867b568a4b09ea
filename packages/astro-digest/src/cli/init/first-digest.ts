/**
 * Name of the file with the first digest: a day before that of any digest there is, so that it stands below all of them and never becomes
 * the latest issue of a site that has others.
 */
export const firstDigestName = '1900-01-01.txt';

/** The text of a digest to begin with, of papers that don't exist. */
export function firstDigest(): string {
  const blocks = [
    'byYou and the research community',
    'Jan 1',
    'This Paper Is Made Up, and So Are the Other Two',
    'They show how a digest is written: above the papers who made it and its day, then a title and an abstract for each paper, ' +
      'with an empty line between all of them. Put a digest of your own into this folder, named after its day. This file may be deleted; ' +
      'its day is that old so that it never stands before a digest of yours.',
    'Counting Birds From a Moving Train',
    'We count birds on 40 km of wires from the window of a train that travels at v = 120 km/h. A bird that sits still is seen in ' +
      '92% of all passes, one that flies in 31%. The number of birds that were missed grows as O(v^2), so that slow trains are ' +
      'the better observatories. All counts and the timetable are in the appendix.',
    'Shelves That Sort Themselves: A Study of One Library',
    'Readers put books back where they find room, and a library slowly forgets its order. We let each reader swap two books that ' +
      'stand next to each other, once a visit, and ask how long it takes until n books are sorted. With 1,200 readers a week it ' +
      'takes a winter, which is slower than a librarian but needs no meetings.',
  ];
  return `${blocks.join('\n\n')}\n`;
}
