import { seeded, type Random } from './random.ts';
import { functionWords, realWords, zipf, type Distribution } from './vocabulary.ts';

/** A paper that was made up. */
export interface MadePaper {
  title: string;
  /** One paragraph. */
  abstract: string;
}

/** An issue that was made up. */
export interface MadeIssue {
  /** `YYYY-MM-DD`. */
  date: string;
  papers: MadePaper[];
}

/** What {@link makeArchive} makes. */
export interface ArchiveOptions {
  /** How many papers. */
  papers: number;
  /** How many of them an issue has; the last one may have fewer. Default: 30. */
  perIssue?: number;
  /** The same seed makes the same archive, and a larger archive begins with the smaller one. Default: 1. */
  seed?: number;
}

/** How many words the texts choose from, besides function words. */
const vocabularySize = 40_000;
/** How many subjects the papers are about. */
const subjectCount = 240;
/** How many words a subject prefers. */
const subjectWords = 90;

/**
 * Makes up an archive of papers of English words, an issue a day: words as often as those of a language, about 240 words an abstract, each
 * paper about one of many subjects, which half of its papers name; now and then a name of a method with odd letters, maths, or a link to code.
 */
export function* makeArchive({ papers, perIssue = 30, seed = 1 }: ArchiveOptions): Generator<MadeIssue> {
  const random = seeded(seed);
  const vocabulary = realWords(vocabularySize, random);
  const general = zipf(vocabulary, 1, 20);
  const joining = zipf(functionWords, 0.9);
  const anyWord = (): string => vocabulary[random.between(150, 12_000)] as string;
  const subjects = zipf(
    Array.from({ length: subjectCount }, () => ({
      name: `${anyWord()} ${anyWord()}`,
      words: zipf(Array.from({ length: subjectWords }, anyWord), 0.8),
    })),
    0.6,
  );
  const titles = new Set<string>();
  const day = new Date('2021-01-01T00:00:00Z');
  for (let made = 0; made < papers; made += perIssue) {
    const date = day.toISOString().slice(0, 10);
    day.setUTCDate(day.getUTCDate() + 1);
    yield {
      date,
      papers: Array.from({ length: Math.min(perIssue, papers - made) }, () =>
        makePaper({ random, general, joining, ...subjects.draw(random) }, titles),
      ),
    };
  }
}

interface Writer {
  random: Random;
  general: Distribution<string>;
  joining: Distribution<string>;
  /** The subject as papers call it, two words. */
  name: string;
  /** Other words of the subject. */
  words: Distribution<string>;
}

function makePaper(writer: Writer, titles: Set<string>): MadePaper {
  const { random } = writer;
  const method = random.chance(0.5) ? makeName(writer) : undefined;
  let title: string;
  do title = makeTitle(writer, method);
  while (titles.has(title));
  titles.add(title);
  const sentences = Array.from({ length: random.between(7, 12) }, () => makeSentence(writer));
  if (method) {
    sentences[2] = `In this work we introduce ${method}, ${makePhrase(writer, 12)}.`;
    sentences[5] = `We compare ${method} with ${makePhrase(writer, 14)}.`;
  }
  if (random.chance(0.5))
    sentences[0] = `${capital(makePhrase(writer, 6))} ${writer.name} ${makePhrase(writer, 10)}.`;
  if (random.chance(0.12)) sentences[4] = `It takes $O(n^{1+o(1)})$ time ${makePhrase(writer, 8)}.`;
  if (random.chance(0.3)) {
    sentences.push(`Our code is at https://github.com/${writer.words.draw(random)}/${slug(title)}.`);
  }
  return { title, abstract: sentences.join(' ') };
}

function makeTitle(writer: Writer, method: string | undefined): string {
  const { random } = writer;
  const words = Array.from({ length: random.between(5, 10) }, (_, index) => {
    if (index > 1 && random.chance(0.22)) return random.pick(['for', 'of', 'with', 'in', 'and', 'from']);
    const word = capital(contentWord(writer, 0.75));
    return random.chance(0.08) ? `${word}-${capital(contentWord(writer, 0.75))}` : word;
  });
  if (/^[a-z]/.test(words.at(-1) as string)) words.push(capital(contentWord(writer, 0.75)));
  const text = random.chance(0.3) ? `${words.join(' ')} for ${titled(writer.name)}` : words.join(' ');
  return method ? `${method}: ${text}` : text;
}

/** A name such as methods have: `Prano++`, `TRE-4`, `sharpGLOV`, `Cor4Lum`, `SteaNet`. */
function makeName({ random, general }: Writer): string {
  const root = general.draw(random).slice(0, random.between(3, 6));
  const other = general.draw(random).slice(0, random.between(3, 4));
  return random.pick([
    `${capital(root)}++`,
    `${root.toUpperCase()}-${random.between(1, 9)}`,
    `${other}${root.toUpperCase()}`,
    `${capital(root)}4${capital(other)}`,
    `${capital(root)}Net`,
    `${root.toUpperCase()}${random.between(1, 9)}-${other.toUpperCase()}`,
    `${capital(root)}${capital(other)}`,
  ]);
}

function makeSentence(writer: Writer): string {
  return `${capital(makePhrase(writer, writer.random.between(16, 32)))}.`;
}

function makePhrase(writer: Writer, length: number): string {
  const { random, joining } = writer;
  const words: string[] = [];
  for (let index = 0; index < length; index++) {
    const last = index === length - 1;
    let word = !last && random.chance(0.42) ? joining.draw(random) : contentWord(writer, 0.35);
    if (random.chance(0.02)) word = `${word}-${contentWord(writer, 0.35)}`;
    else if (random.chance(0.008)) word = `${random.between(2, 98)}%`;
    words.push(!last && random.chance(0.06) ? `${word},` : word);
  }
  return words.join(' ');
}

function contentWord({ random, general, words }: Writer, ofSubject: number): string {
  return (random.chance(ofSubject) ? words : general).draw(random);
}

function titled(name: string): string {
  return name.split(' ').map(capital).join(' ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24)
    .replace(/-$/, '');
}
