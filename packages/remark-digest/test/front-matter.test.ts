import { describe, expect, it } from 'vitest';
import { fromDigest, type DigestData } from '../src/index.ts';

describe('a key', () => {
  it.each([
    ['title: Birds', { title: 'Birds' }],
    ['title: "Birds: a # title"', { title: 'Birds: a # title' }],
    ['"title": Birds', { title: 'Birds' }],
    ['title: Birds # a comment', { title: 'Birds' }],
    ['description: Two papers.', { description: 'Two papers.' }],
    ['description: >-\n  Two\n  papers.', { description: 'Two papers.' }],
    ['description: |-\n  Two\n  papers.', { description: 'Two\npapers.' }],
    ['description: "Two\n  papers."', { description: 'Two papers.' }],
    ['curator: Ada', { curator: 'Ada' }],
    ['community: the bird group', { community: 'the bird group' }],
    ['dialect: hugging-face', { dialect: 'hugging-face' }],
    ['date: 2024-02-29', { date: '2024-02-29' }],
    ['year: 2024', { date: '2024-03-12' }],
    ['# nothing but a comment', {}],
    ['', {}],
  ])('%j says %j', (yaml, expected) => {
    const { messages, ...fields } = read(yaml);
    expect(fields).toMatchObject(expected);
    expect(messages.filter((message) => !/ (?:undated|date-mismatch): /.test(message))).toEqual([]);
  });

  it.each([
    ['title: 12', 'title', 'a text'],
    ['title: [a]', 'title', 'a text'],
    ['description:', 'description', 'a text'],
    ['curator: true', 'curator', 'a text'],
    ['community: {a: b}', 'community', 'a text'],
    ['date: 2025', 'date', 'a day such as 2025-03-12'],
    ['year: 2025.5', 'year', 'a year such as 2025'],
    ['year: "2025"', 'year', 'a year such as 2025'],
    ['year: 0', 'year', 'a year such as 2025'],
    ['year: 10000', 'year', 'a year such as 2025'],
    ['dialect: 1', 'dialect', 'a text'],
  ])('with a wrong value is left out, with a message: %s', (yaml, key, expected) => {
    expect(read(yaml, 2025).messages).toEqual([
      `2:1 invalid-front-matter-value: The front matter's \`${key}\` is left out: write ${expected}.`,
    ]);
  });

  it.each(['layout', 'slug', '__proto__', 'constructor', 'toString', 'Title'])('%s is not known', (key) => {
    expect(read(`title: Birds\n${key}: x`, 2025).messages).toEqual([
      `3:1 unknown-front-matter-key: The front matter's “${key}” is not known and is left out: use one of title, description, date, year, curator, community, dialect.`,
    ]);
  });

  it('naming a dialect that is none is left out, with a message', () => {
    const { dialect, messages } = read('dialect: nothing', 2025);
    expect(dialect).toBe('hugging-face');
    expect(messages).toEqual([expect.stringMatching(/^2:1 invalid-front-matter-value: /)]);
  });
});

describe('what a tool has written that saves web pages', () => {
  it.each([
    ['url: https://huggingface.co/papers/date/2024-02-29', { date: '2024-02-29' }],
    ['source: https://huggingface.co/papers/week/2025-W11', { date: '2025-03-16' }],
    ['url: https://huggingface.co/papers/month/2024-02', { date: '2024-02-29' }],
    [
      'url: https://huggingface.co/papers?q=night%20owls\ntitle: Daily Papers - Hugging Face',
      { title: 'night owls' },
    ],
    ['title: Owls\nurl: https://huggingface.co/papers?q=bats', { title: 'Owls' }],
    ['retrieved: 2024-05-01', { date: '2024-03-12' }],
    ['exported: 2024-03-01T10:00:00Z', { date: '2023-03-12' }],
    [
      'source_id: a\nnotebook_id: b\nurl: https://example.org/\nauthor: Mia\nstatusCode: 200\nretrieved: 2025-04-01',
      {},
    ],
  ])('%j tells %j, and warns of nothing', (yaml, expected) => {
    expect(read(yaml)).toMatchObject({ dateText: 'Mar 12', ...expected });
    expect(read(yaml).messages.filter((message) => !/ undated: /.test(message))).toEqual([]);
  });

  it('is the day of a page that tells none, and never contradicts the name of the file', () => {
    const source =
      '---\nretrieved: 2025-04-01\n---\nbyMia and the research community\n\nBirds\n\nThey sing. They fly.';
    expect(fromDigest(source).data?.digest).toMatchObject({ date: '2025-04-01', messages: [] });
    expect(fromDigest(source, { path: '2025-03-12.txt' }).data?.digest).toMatchObject({
      date: '2025-03-12',
      messages: [],
    });
  });
});

describe('what is no list of keys', () => {
  it.each([
    '- a',
    'just words',
    '12',
    '{',
    'title: [',
    'title: "a',
    'title: a: b',
    'title: a\ntitle: b',
    '%',
    '? {',
  ])('gets a message, and the rest is read: %j', (yaml) => {
    const { date, messages } = read(yaml, 2025);
    expect(date).toBe('2025-03-12');
    expect(messages).toEqual([
      expect.stringMatching(
        /^[1-4]:\d+ invalid-front-matter: The front matter is left out because it can't be read \([^\n]+\): write one `key: value` a line\.$/,
      ),
    ]);
  });

  // An asterisk begins an alias in YAML.
  it.each([
    'title: *Birds*',
    'a: &a [x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c]\ne: [*d,*d,*d,*d]',
  ])('never stops the reading: %j', (yaml) => {
    expect(read(yaml, 2025)).toMatchObject({
      date: '2025-03-12',
      messages: expect.arrayContaining([expect.stringMatching(/front-matter/)]),
    });
  });
});

describe('the fences', () => {
  it('may stand after a byte order mark, and before any line end', () => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const source = [
        '\ufeff---',
        'title: Birds',
        'curator: Ada',
        '--- ',
        'Rivers',
        '',
        'They move. They stay.',
      ].join(lineEnd);
      const tree = fromDigest(source, { path: '2025-03-12.txt' });
      expect(tree.data?.digest).toMatchObject({ title: 'Birds', curator: 'Ada', messages: [] });
      expect(tree.children).toMatchObject([
        { type: 'yaml', value: 'title: Birds\ncurator: Ada' },
        { type: 'digestEntry', title: 'Rivers' },
      ]);
    }
  });

  it('stand at the very start or not at all', () => {
    const { children } = fromDigest('Birds\n---\n\nThey sing.\n\n---\ntitle: Rivers\n---\n', {
      path: '2025-03-12.txt',
    });
    expect(children.filter((node) => node.type === 'yaml')).toEqual([]);
  });

  it('that are not closed get a message', () => {
    const tree = fromDigest('---\ntitle: Birds\n\nRivers\n\nThey move. They stay.', {
      path: '2025-03-12.txt',
    });
    expect(tree.data?.digest?.messages.map((message) => message.line)).toContain(1);
  });
});

function read(yaml: string, year?: number): Omit<DigestData, 'messages'> & { messages: string[] } {
  const source = `---\n${yaml}\n---\nMar 12\n\nBirds\n\nThey sing. They fly.`;
  const digest = fromDigest(source, { year }).data?.digest as DigestData;
  return {
    ...digest,
    messages: digest.messages.map(
      ({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId}: ${reason}`,
    ),
  };
}
