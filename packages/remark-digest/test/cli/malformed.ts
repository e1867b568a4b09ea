import { createRandom, type Random } from './random.ts';

/** A digest with something wrong in it, and the titles of the papers in it that are right. */
export interface Malformed {
  /** What is wrong with it. */
  name: string;
  fileName: string;
  bytes: Uint8Array;
  good: string[];
}

const header = ['new', '', 'Mar 12', ''];
const words = ['rivers', 'birds', 'stones', 'lanterns', 'harbours', 'orchards', 'signals', 'meadows'];

/** Makes a malformed digest from a seed; seeds that follow each other go through all the kinds of wrong. */
export function malformedDigest(seed: number): Malformed {
  const random = createRandom(seed);
  const papers = Array.from({ length: 3 + random.below(4) }, (_, index) => paper(random, index));
  const lines = (before: string[], after: string[] = []): string =>
    [...before, ...papers.flatMap(({ title, abstract }) => [title, '', abstract, '']), ...after].join('\n');
  const good = papers.map(({ title }) => title);
  const text = (name: string, content: string, fileName = '2025-03-12.txt'): Malformed => ({
    name,
    fileName,
    bytes: Buffer.from(content),
    good,
  });
  const kinds: (() => Malformed)[] = [
    () => text('front matter without an end', `---\ntitle: Songs\n\n${lines(header)}`),
    () => text('front matter that is no YAML', `---\n[${words[random.below(8)]}\n---\n${lines(header)}`),
    () => text('front matter that is a list', `---\n- a\n- b\n---\n${lines(header)}`),
    () => text('front matter with an alias', `---\ntitle: *${random.pick(words)}\n---\n${lines(header)}`),
    () => text('front matter with a wrong value', `---\nyear: soon\n---\n${lines(header)}`),
    () => text('front matter with an unknown key', `---\nauthor: somebody\n---\n${lines(header)}`),
    () => text('a dialect that is none', `---\ndialect: klingon\n---\n${lines(header)}`),
    () => text('a day that is none', lines(['new', '', 'Feb 30', ''])),
    () => text('another day than the file name', lines(['new', '', 'Mar 13', ''])),
    () => text('a file name with a day that is none', lines(header), '2025-02-30.txt'),
    () => text('no year', lines(header), 'papers.txt'),
    () => text('no date', lines([]), 'papers.txt'),
    () => text('a header line of another page', lines(['new', '', 'Readers: 30', '', 'Mar 12', ''])),
    () => text('a title without an abstract at the end', lines(header, ['Alone at the End', ''])),
    () =>
      text('an abstract without a title', lines([...header, 'It stands alone. It has no title at all.', ''])),
    () => {
      const again = random.pick(papers);
      return text('a paper that is there twice', lines(header, [again.title, '', again.abstract, '']));
    },
    () =>
      text(
        'two digests in one, one of them without a day',
        lines(header, ['new', '', 'Subscribe', '', 'Late', '', 'It is late. It ends.', '']),
      ),
    () => {
      const bytes = Buffer.from(
        lines(header, ['Caf', '', 'It closes at n\u00e9on. It opens.', '']),
        'latin1',
      );
      return { name: 'Windows-1252', fileName: '2025-03-12.txt', bytes, good };
    },
    () => {
      const bytes = Buffer.from(lines(header, ['Né', '', 'It has a broken byte ÿ here. It goes on.', '']));
      bytes[bytes.lastIndexOf(0xbf)] = 0xff;
      return { name: 'a broken byte', fileName: '2025-03-12.txt', bytes, good };
    },
    () => ({
      name: 'bytes that are no text',
      fileName: '2025-03-12.txt',
      bytes: Uint8Array.from({ length: 200 + random.below(2000) }, () => 128 + random.below(128)),
      good: [],
    }),
    () => ({ ...text('nothing', ''), good: [] }),
    () => ({ ...text('nothing but white space', ' \n\t\r\n\u3000\n'.repeat(1 + random.below(9))), good: [] }),
    () => ({ ...text('nothing but a header', header.join('\n')), good: [] }),
    () => ({ ...text('nothing but front matter', `---\ntitle: ${random.pick(words)}\n---\n`), good: [] }),
    () => ({ ...text('half a front matter', '---'), good: [] }),
  ];
  return (kinds[seed % kinds.length] as () => Malformed)();
}

function paper(random: Random, index: number): { title: string; abstract: string } {
  const word = (): string => random.pick(words);
  const [first, second] = [word(), word()];
  return {
    title: `Paper ${index}: ${first} and ${second}`,
    abstract: `We look at ${first} beside ${second}. They ${random.pick(['move', 'stay', 'sing'])} in ${word()}.`,
  };
}
