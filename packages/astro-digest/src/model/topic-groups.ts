import type { PaperTexts } from './paper-texts.ts';

/** So few topics need no groups. */
const mostUngrouped = 15;

/** A topic of this share of all papers is broad itself. */
const broadShare = 0.05;

/** A topic is within another one when this share of its papers speaks of that. */
const leastWithin = 0.3;

/** They speak of it this much more often than all papers do. */
const leastLift = 1.25;

/** What is within a topic is smaller, at most this share of it. */
const largestWithin = 0.6;

/** A topic among those that are put into groups. */
interface GroupedTopic {
  topic: { termNumbers: readonly number[]; papers: readonly number[] };
  /** The single words of its name, as units, without those that papers of any field have. */
  words: readonly number[];
}

/**
 * Finds for each topic the broader one that it is within, if any: that of which its papers speak, whatever they are about; else one that has a
 * word of its name. There are two levels: what is within another topic has none within it.
 *
 * @returns numbers of topics
 */
export function broaderTopics(
  { index: { starts, terms, frequency } }: PaperTexts,
  topics: readonly GroupedTopic[],
): (number | undefined)[] {
  const papers = starts.length - 1;
  const topicsOfTerm = new Map<number, number[]>();
  for (const [number, { topic }] of topics.entries())
    for (const term of topic.termNumbers) topicsOfTerm.set(term, [...(topicsOfTerm.get(term) ?? []), number]);
  const isAsked = new Uint8Array(frequency.length);
  for (const term of topicsOfTerm.keys()) isAsked[term] = 1;
  // In which papers each topic is spoken of.
  const speaking = topics.map(({ topic }) => new Set(topic.papers));
  for (let paper = 0; paper < papers; paper++) {
    for (let at = starts[paper] as number; at < (starts[paper + 1] as number); at++) {
      const term = terms[at] as number;
      if (!isAsked[term]) continue;
      for (const topic of topicsOfTerm.get(term) ?? []) speaking[topic]?.add(paper);
    }
  }
  const found = topics.map((): number | undefined => undefined);
  const sizeOf = (topic: number): number => (topics[topic] as GroupedTopic).topic.papers.length;
  const tops: number[] = [];
  const nearestTo = (topic: number): number | undefined => {
    const {
      topic: { papers: own },
      words,
    } = topics[topic] as GroupedTopic;
    if (topics.length <= mostUngrouped || own.length >= broadShare * papers) return undefined;
    const larger = tops.filter((top) => own.length <= largestWithin * sizeOf(top));
    const near = larger.map((top) => {
      const all = speaking[top] as ReadonlySet<number>;
      const share = own.filter((paper) => all.has(paper)).length / own.length;
      const lift = (share * papers) / all.size;
      // Rounded, so that the last bits decide nothing.
      return share < leastWithin || lift < leastLift ? 0 : Math.round(1000 * share * Math.log(lift));
    });
    const nearest = highestOf(near);
    return nearest === undefined
      ? tops.find((top) => shareWord(words, (topics[top] as GroupedTopic).words))
      : larger[nearest];
  };
  for (const topic of topics.map((_, number) => number).sort((a, b) => sizeOf(b) - sizeOf(a) || a - b)) {
    found[topic] = nearestTo(topic);
    if (found[topic] === undefined) tops.push(topic);
  }
  return found;
}

/** Whether names have a word in common that isn't what ends both: `long videos` and `video generation`, not `image generation` and that. */
function shareWord(words: readonly number[], others: readonly number[]): boolean {
  return words.some((word) => others.includes(word) && !(word === words.at(-1) && word === others.at(-1)));
}

/** The place of the highest number above 0, the first of several. */
function highestOf(numbers: readonly number[]): number | undefined {
  const highest = Math.max(0, ...numbers);
  return highest > 0 ? numbers.indexOf(highest) : undefined;
}
