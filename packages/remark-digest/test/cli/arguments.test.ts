import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { helpText } from '../../src/cli/help.ts';
import { dialects } from '../../src/index.ts';

const read = (line: string) => readArguments(line.split(' ').filter(Boolean));

describe('the arguments', () => {
  it('of convert', () => {
    expect(read('convert a.txt --out papers b.txt')).toEqual({
      name: 'convert',
      files: ['a.txt', 'b.txt'],
      out: 'papers',
      force: false,
      quiet: false,
    });
    expect(read('convert --out=papers --year 2025 --dialect hugging-face --force --quiet -- -a.txt')).toEqual(
      {
        name: 'convert',
        files: ['-a.txt'],
        out: 'papers',
        force: true,
        quiet: true,
        year: 2025,
        dialect: 'hugging-face',
      },
    );
  });

  it('of fetch ids', () => {
    expect(read('fetch ids a.txt digests')).toEqual({
      name: 'fetch ids',
      files: ['a.txt', 'digests'],
      from: ['arxiv', 'crossref'],
      quiet: false,
    });
    expect(
      read('fetch ids digests --from semantic-scholar,arxiv --mail me@example.org --timeout 9 --quiet'),
    ).toEqual({
      name: 'fetch ids',
      files: ['digests'],
      from: ['semantic-scholar', 'arxiv'],
      mail: 'me@example.org',
      timeout: 9,
      quiet: true,
    });
    expect(read('fetch ids --help')).toEqual({ name: 'help', of: 'fetch ids' });
  });

  it('of check', () => {
    expect(read('check a.txt')).toEqual({ name: 'check', files: ['a.txt'], json: false });
    expect(read('check --json --year=1999 a.txt')).toEqual({
      name: 'check',
      files: ['a.txt'],
      json: true,
      year: 1999,
    });
  });

  it('of fetch', () => {
    expect(read('fetch hugging-face --out digests')).toEqual({
      name: 'fetch',
      source: { kind: 'hugging-face' },
      out: 'digests',
      force: false,
      quiet: false,
    });
    expect(
      read('fetch --quiet arxiv --out=d cs.LG+stat.ML --date 2025-03-12 --name ml --timeout 2.5 --force'),
    ).toEqual({
      name: 'fetch',
      source: { kind: 'arxiv', category: 'cs.LG+stat.ML' },
      out: 'd',
      day: '2025-03-12',
      suffix: '-ml',
      timeout: 2.5,
      force: true,
      quiet: true,
    });
    expect(read('fetch https://owls.example.org/today.txt --out d')).toMatchObject({
      source: { kind: 'address', address: new URL('https://owls.example.org/today.txt') },
    });
  });

  it('for help and the version', () => {
    expect(read('--help')).toEqual({ name: 'help' });
    expect(read('-h')).toEqual({ name: 'help' });
    expect(read('convert --help')).toEqual({ name: 'help', of: 'convert' });
    expect(read('check -h a.txt')).toEqual({ name: 'help', of: 'check' });
    expect(read('fetch --help')).toEqual({ name: 'help', of: 'fetch' });
    expect(read('--version')).toEqual({ name: 'version' });
  });
});

describe('wrong arguments', () => {
  it.each([
    ['', 'There is no command: use convert, check or fetch.'],
    ['comvert a.txt', 'There is no command “comvert”: use convert, check or fetch.'],
    [
      '--quiet convert a.txt',
      '“--quiet” stands where the command belongs: write convert, check or fetch first.',
    ],
    ['check', 'There is no digest to check: name a file, or a folder of digests, after the command.'],
    [
      'convert --out papers',
      'There is no digest to convert: name a file, or a folder of digests, after the command.',
    ],
    ['convert a.txt', 'There is no folder to write to: name it with --out DIR.'],
    ['convert a.txt --out', '--out has no value: write a folder after it.'],
    ['convert a.txt --out=', '--out has no value: write a folder after it.'],
    ['convert a.txt --out --force', '--out has no value: write a folder after it.'],
    ['convert a.txt --out a --out b', '--out is given twice: give it once.'],
    ['convert a.txt --out a --force=yes', '--force takes no value: write it without “=yes”.'],
    [
      'check a.txt --jsno',
      '“--jsno” is not an option of check: use one of --json, --year, --dialect, --help.',
    ],
    [
      'check a.txt --force',
      '“--force” is not an option of check: use one of --json, --year, --dialect, --help.',
    ],
    ['check a.txt -q', '“-q” is not an option of check: use one of --json, --year, --dialect, --help.'],
    [
      'check a.txt --toString',
      '“--toString” is not an option of check: use one of --json, --year, --dialect, --help.',
    ],
    ['check a.txt --year soon', '--year “soon” is not a year: write one such as 2025.'],
    ['check a.txt --year 0', '--year “0” is not a year: write one such as 2025.'],
    ['check a.txt --year -5', '--year has no value: write a year after it.'],
    [
      'fetch --out d',
      'There is nothing to fetch: write hugging-face, arxiv and a category, an address, or ids and your digests after the command.',
    ],
    ['fetch ids', 'There is no digest to look at: name a file, or a folder of digests, after fetch ids.'],
    [
      'fetch ids a.txt --from arxiv,bing',
      '--from “bing” is not known: use arxiv, crossref, semantic-scholar, or several with commas between them.',
    ],
    ['fetch ids a.txt --mail me', '--mail “me” is no mail address: write one such as you@example.org.'],
    [
      'fetch ids a.txt --out d',
      '“--out” is not an option of fetch ids: use one of --from, --mail, --timeout, --quiet, --help.',
    ],
    ['fetch ids a.txt --timeout x', '--timeout “x” is no number of seconds: write one such as 60.'],
    ['fetch hugging-face', 'There is no folder to write to: name it with --out DIR.'],
    ['fetch hugging-face arxiv --out d', '“arxiv” is one too many: fetch one digest at a time.'],
    ['fetch arxiv cs.LG cs.CV --out d', '“cs.CV” is one too many: fetch one digest at a time.'],
    ['fetch arxiv --out d', 'There is no category of arXiv: write one such as cs.LG after arxiv.'],
    [
      'fetch arxiv ../cs --out d',
      '“../cs” is no category of arXiv: write one such as cs.LG or q-bio.PE, or several as cs.LG+stat.ML.',
    ],
    [
      'fetch owls --out d',
      '“owls” is nothing that can be fetched: write hugging-face, arxiv and a category, or an address that begins with https://.',
    ],
    [
      'fetch ftp://owls.example.org --out d',
      '“ftp://owls.example.org” is nothing that can be fetched: write hugging-face, arxiv and a category, or an address that begins with https://.',
    ],
    [
      'fetch hugging-face --out d --date 2025-02-30',
      '--date “2025-02-30” is not a day: write one such as 2025-03-12.',
    ],
    ['fetch hugging-face --out d --date today', '--date “today” is not a day: write one such as 2025-03-12.'],
    [
      'fetch hugging-face --out d --name ../x',
      '--name “../x” is not a name: write letters from a to z, digits and hyphens, such as cs-lg.',
    ],
    [
      'fetch hugging-face --out d --timeout 0',
      '--timeout “0” is no number of seconds: write one such as 60.',
    ],
    [
      'fetch arxiv cs.LG --new --out d',
      '--new can’t be had: the feeds of arXiv have new papers, cross-lists and replacements in one file, which is written as it comes.',
    ],
    ['check -', 'Standard input is not read: save the digest and name its file instead of “-”.'],
  ])('%s', (line, message) => {
    expect(() => read(line)).toThrow(new UsageError(message));
  });

  it('name the dialects there are', () => {
    expect(() => read('check a.txt --dialect klingon')).toThrow(
      `--dialect “klingon” is not known: use one of ${dialects.map(({ name }) => name).join(', ')}.`,
    );
  });
});

describe('the help', () => {
  it.each(['convert', 'check', 'fetch'] as const)('of %s names every option', (command) => {
    let message = '';
    try {
      readArguments([command, '--wrong']);
    } catch (error) {
      ({ message } = error as Error);
    }
    const options = message.match(/--[a-z]+/g)?.filter((option) => option !== '--wrong') ?? [];
    expect(options.length).toBeGreaterThan(3);
    for (const option of options) expect(helpText(command)).toContain(`  ${option} `);
  });

  it.each([undefined, 'convert', 'check', 'fetch', 'fetch ids'] as const)(
    'of %s fits on a narrow terminal',
    (command) => {
      for (const line of helpText(command).split('\n')) {
        expect(line.length, line).toBeLessThanOrEqual(80);
      }
    },
  );
});
