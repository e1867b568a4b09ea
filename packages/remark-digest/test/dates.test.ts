import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromDigest, type FromDigestOptions } from '../src/index.ts';

describe('the text of a date', () => {
  it.each([
    ['Mar 12', '2025-03-12'],
    ['mar 12', '2025-03-12'],
    ['Mar. 12', '2025-03-12'],
    ['March 2', '2025-03-02'],
    ['March 02', '2025-03-02'],
    ['Sept. 30', '2025-09-30'],
    ['12 Mar', '2025-03-12'],
    ['12. March', '2025-03-12'],
    ['Mar 12th', '2025-03-12'],
    ['March 12, 2024', '2024-03-12'],
    ['March 12th, 2024', '2024-03-12'],
    ['Mar 12 2024', '2024-03-12'],
    ['12 Mar 2024', '2024-03-12'],
    ['2024-03-12', '2024-03-12'],
    ['2024-2-29', '2024-02-29'],
    ['Dec 31', '2025-12-31'],
    ['Jan 1', '2025-01-01'],
  ])('%s is read as %s', (text, date) => {
    expect(read(text, { year: 2025 })).toEqual({ date, dateText: text, messages: [] });
  });

  it.each(['Decoder 12', 'Mario 64', 'Octopus 8', 'Augmented 3', 'Marlin 7'])('%s is a title', (title) => {
    const tree = fromDigest(`${title}\n\nIt plays games. It wins.`, { path: '2025-03-12.txt' });
    expect(tree.children).toMatchObject([{ type: 'digestEntry', title }]);
    expect(tree.data?.digest?.messages).toEqual([]);
  });

  it.each(['Feb 29', 'Feb 30', 'Apr 31', 'Mar 0', 'Mar 32'])('%s is no day of 2025', (text) => {
    expect(read(text, { path: '2025-03-12.txt' })).toEqual({
      date: '2025-03-12',
      dateText: text,
      messages: [
        `invalid-date: “${text}” is not a day of the calendar: write it as YYYY-MM-DD, such as 2025-03-12.`,
      ],
    });
  });

  it('that is no day has no missing year', () => {
    expect(read('Feb 30', { year: 2025 }).messages).toEqual([
      'invalid-date: “Feb 30” is not a day of the calendar: write it as YYYY-MM-DD, such as 2025-03-12.',
    ]);
  });

  it('that is no day of any year is no day without a year either', () => {
    expect(read('Feb 30', {}).messages.map((message) => message.split(':')[0])).toContain('invalid-date');
  });

  it('may be a leap day', () => {
    expect(read('Feb 29', { year: 2024 }).date).toBe('2024-02-29');
    expect(read('Feb 29', {}).messages).toEqual([expect.stringMatching(/^undated: “Feb 29” has no year: /)]);
  });
});

describe('the year', () => {
  it('is the file name’s, else the front matter’s, else the option’s', () => {
    const text = '---\nyear: 2024\n---\nMar 12';
    expect(read(text, { path: '2025.txt', year: 2023 }).date).toBe('2025-03-12');
    expect(read(text, { path: 'birds.txt', year: 2023 }).date).toBe('2024-03-12');
    expect(read('Mar 12', { path: 'birds.txt', year: 2023 }).date).toBe('2023-03-12');
  });

  it('is the text’s own where it has one', () => {
    expect(read('Mar 12, 2024', { path: 'birds-2024.txt', year: 2022 })).toMatchObject({
      date: '2024-03-12',
      messages: [],
    });
  });

  it('is never guessed', () => {
    expect(read('Mar 12', {})).toEqual({
      date: undefined,
      dateText: 'Mar 12',
      messages: [
        'undated: “Mar 12” has no year: name the file after its day (2025-03-12.txt), or write `date: 2025-03-12` in its front matter, or set the option `year`.',
      ],
    });
  });
});

describe('the file name', () => {
  it.each([
    ['2025-03-12.txt', '2025-03-12'],
    ['digests/2025-03-12.txt', '2025-03-12'],
    ['C:\\digests\\2025-03-12.txt', '2025-03-12'],
    ['/2019-01-01/2025-03-12.txt', '2025-03-12'],
    ['papers-2025-03-12-evening.md', '2025-03-12'],
    ['papers_2025-03-12.txt', '2025-03-12'],
  ])('%s has the day %s', (path, date) => {
    expect(read('Birds', { path })).toMatchObject({ date, dateText: undefined });
  });

  it.each(['papers-2025.txt', '2025.txt', 'digests/2025 papers.txt'])('%s has the year 2025', (path) => {
    expect(read('Mar 12', { path }).date).toBe('2025-03-12');
  });

  it.each(['papers.txt', 'papers-20250.txt', '12025-03-12.txt', '2025/papers.txt', '2025-03-12/papers.txt'])(
    '%s has neither',
    (path) => {
      expect(read('Mar 12', { path }).date).toBeUndefined();
    },
  );

  it('with an impossible day gives its year and a message', () => {
    expect(read('Mar 12', { path: '2025-02-30.txt' })).toEqual({
      date: '2025-03-12',
      dateText: 'Mar 12',
      messages: [
        'invalid-date: “2025-02-30” is not a day of the calendar: write it as YYYY-MM-DD, such as 2025-03-12.',
      ],
    });
  });

  it('wins over the front matter and the text, and says so of the one that counts', () => {
    expect(read('---\ndate: 2025-03-13\n---\nMar 14', { path: '2025-03-12.txt' })).toEqual({
      date: '2025-03-12',
      dateText: 'Mar 14',
      messages: [
        'date-mismatch: “2025-03-13” is another day than 2025-03-12, which is used: rename the file or correct the date.',
      ],
    });
    expect(read('Mar 14', { path: '2025-03-12.txt' }).messages).toEqual([
      'date-mismatch: “Mar 14” is another day than 2025-03-12, which is used: rename the file or correct the date.',
    ]);
  });

  it('agrees with a date in full of the same day', () => {
    expect(read('---\ndate: 2025-03-12\n---\nMarch 12, 2025', { path: '2025-03-12.txt' }).messages).toEqual(
      [],
    );
  });
});

describe('the front matter', () => {
  it.each(['2025-03-12', 'Mar 12, 2025', '"2025-03-12"', '12 March 2025'])('has the date %s', (date) => {
    expect(read(`---\ndate: ${date}\n---\nBirds\n\nThey sing. They fly.`, {})).toMatchObject({
      date: '2025-03-12',
      messages: [],
    });
  });

  it('wins over the text', () => {
    expect(read('---\ndate: 2025-03-13\n---\nMar 12', {}).date).toBe('2025-03-13');
  });

  it('gives a year to its own date', () => {
    expect(read('---\ndate: Mar 12\nyear: 2025\n---\nBirds\n\nThey sing. They fly.', {}).date).toBe(
      '2025-03-12',
    );
  });

  it('keeps a date without a year as the date text', () => {
    expect(read('---\ndate: Mar 12\n---\nBirds\n\nThey sing. They fly.', {})).toMatchObject({
      date: undefined,
      dateText: 'Mar 12',
    });
  });

  it('has its impossible date named with its place', () => {
    const [message] =
      fromDigest('---\ntitle: Birds\ndate: 2025-02-30\n---\nBirds\n\nThey sing. They fly.', {
        path: '2025-02-28.txt',
      }).data?.digest?.messages ?? [];
    expect(message).toMatchObject({ ruleId: 'invalid-date', line: 3, column: 1 });
  });
});

describe('nothing but the input counts', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    vi.useRealTimers();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tokyo', 'UTC'])(
    'not the time zone: %s',
    (name) => {
      process.env['TZ'] = name;
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(name);
      expect(read('Mar 12', { path: '2025-03-12.txt' })).toMatchObject({ date: '2025-03-12', messages: [] });
      expect(read('Jan 1', { year: 2025 }).date).toBe('2025-01-01');
      expect(read('Dec 31', { year: 2025 }).date).toBe('2025-12-31');
    },
  );

  it.each(['1999-12-31', '2031-03-12'])('not the clock: %s', (now) => {
    vi.useFakeTimers({ now: new Date(now) });
    expect(read('Mar 12', {}).date).toBeUndefined();
    expect(read('Mar 12', { year: 2025 }).date).toBe('2025-03-12');
  });
});

/** What a digest that begins so says of its date; messages as `rule: reason`. */
function read(top: string, options: FromDigestOptions) {
  const {
    date,
    dateText,
    messages = [],
  } = fromDigest(`${top}\n\nA Map of Rivers\n\nThey move. They stay.`, options).data?.digest ?? {};
  return {
    date,
    dateText,
    messages: messages
      .filter(({ ruleId }) => ruleId !== 'missing-abstract')
      .map(({ ruleId, reason }) => `${ruleId}: ${reason}`),
  };
}
