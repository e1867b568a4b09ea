import { describe, expect, it } from 'vitest';
import { fromDigest, readFrontMatterKeys, type DigestData } from '../src/index.ts';

/** Repeats until a text has a length in UTF-16 units. */
function upTo(length: number, piece: (index: number) => string): string {
  let text = '';
  for (let index = 0; text.length < length; index++) text += piece(index);
  return text;
}

/** What makes a careless reader of YAML look at everything again and again, or fall over. */
const shapes: Record<string, (length: number) => string> = {
  keys: (length) => upTo(length, (index) => `key${index}: 1\n`),
  'keys of one mapping': (length) => `a: {${upTo(length, (index) => `key${index}: 1, `)}}`,
  'one key': (length) => upTo(length, () => 'a: 1\n'),
  numbers: (length) => upTo(length, (index) => `${9999 - index}: 1\n`),
  anchors: (length) => `a:\n${upTo(length, (index) => `- &a${index} 1\n`)}`,
  'anchors of keys': (length) => upTo(length, (index) => `a${index}: &a${index} 1\n`),
  'anchors with aliases': (length) => `a:\n${upTo(length, (index) => `- &a${index} 1\n- *a${index}\n`)}`,
  aliases: (length) => `a: &a 1\nb: [${upTo(length, () => '*a, ')}]`,
  'aliases as keys': (length) => `a: &a 1\n${upTo(length, () => '*a : 1\n')}`,
  lists: (length) => `a: ${'['.repeat(length / 2)}${']'.repeat(length / 2)}`,
  'lists without an end': (length) => `a: ${'['.repeat(length)}`,
  mappings: (length) => `a: ${'{a: '.repeat(length / 5)}${'}'.repeat(length / 5)}`,
  dashes: (length) => `a:\n ${'- '.repeat(length / 2)}`,
  'question marks': (length) => '? '.repeat(length / 2),
  steps: (length) => upTo(length, (index) => `${' '.repeat(index)}a:\n`),
  commas: (length) => `a: [${','.repeat(length)}]`,
  quotes: (length) => upTo(length, (index) => `a${index}: "\n`),
  colons: (length) => `a: ${'b: '.repeat(length / 3)}`,
  tags: (length) => upTo(length, (index) => `a${index}: !t${index} 1\n`),
  documents: (length) => upTo(length, () => 'a: 1\n...\n'),
  directives: (length) => upTo(length, () => '%A b\n'),
  blanks: (length) => ' '.repeat(length),
};

describe.each(Object.keys(shapes))('front matter of %s', (name) => {
  const shape = shapes[name] as (length: number) => string;

  // 600 kB took minutes; each of these has five seconds.
  it.each([1000, 95_000, 600_000])('of %i characters is read, or refused with a sentence', (length) => {
    const { title, messages } = read(`${shape(length)}\n`);
    expect(title).toBe('Birds');
    for (const { reason } of messages) {
      expect(reason).toMatch(/^The front matter[^\n]*: [^\n]+\.$/);
      expect(reason.length).toBeLessThan(500);
    }
  });
});

describe('front matter', () => {
  it('that is too long is left out, and the papers are read', () => {
    const { messages } = read((shapes['keys'] as (length: number) => string)(600_000));
    expect(messages.map(({ reason }) => reason)).toEqual([
      "The front matter is left out because it can't be read (it is longer than 100,000 characters): write one `key: value` a line.",
    ]);
  });

  it('that is too deep is left out, whether or not that fits into memory', () => {
    for (const depth of [101, 1000, 40_000]) {
      const { messages } = read(`a: ${'['.repeat(depth)}${']'.repeat(depth)}\n`);
      expect(messages.map(({ reason }) => reason)).toEqual([
        "The front matter is left out because it can't be read (its values stand too deep in one another): write one `key: value` a line.",
      ]);
    }
    expect(readFrontMatterKeys(`a: ${'['.repeat(99)}${']'.repeat(99)}`)).toMatchObject([{ key: 'a' }]);
  });

  it('is told line by line, keys that are numbers included', () => {
    const { messages } = read('b: 1\n"1": 1\n? [a]\n: 1\n"0": 1\n\n# A comment.\n10: 1\n');
    expect(messages.map(({ line, reason }) => [line, /“.*”/.exec(reason)?.[0]])).toEqual([
      [2, '“b”'],
      [3, '“1”'],
      [4, '“["a"]”'],
      [6, '“0”'],
      [9, '“10”'],
    ]);
  });

  it('with a key twice is left out, and the key is told', () => {
    const { messages } = read('title: A\ncurator: Ada\n"title": B\n');
    expect(messages).toMatchObject([
      { line: 1, reason: expect.stringContaining('the key "title" is there twice') },
    ]);
  });

  it('with a text that nobody can see says nothing', () => {
    for (const text of ['""', '" "', '"\\u200b"', '"\\0"']) {
      const digest = read(`title: ${text}\ndescription: ${text}\ncurator: ${text}\n`);
      expect(digest).not.toHaveProperty('curator');
      expect(digest.data).not.toHaveProperty('title');
      expect(digest.messages).toEqual([]);
    }
  });
});

function read(yaml: string) {
  const tree = fromDigest(`---\n${yaml}---\nBirds\n\nThey sing. They fly.\n`, { path: '2025-03-12.txt' });
  const data = tree.data?.digest as DigestData;
  const paper = tree.children.find((node) => node.type === 'digestEntry');
  return { title: paper?.title, data, messages: data.messages };
}
