import { parseArgs } from 'node:util';
import { dialects } from '../dialects/index.ts';
import { fetchCommand, fetchIdsCommand, type FetchCommand, type FetchIdsCommand } from './fetch-arguments.ts';
import { quote, UsageError } from './usage-error.ts';

/** How the digests are to be read. */
export interface ReadingOptions {
  year?: number;
  dialect?: string;
}

/** `remark-digest convert`. */
export interface ConvertCommand extends ReadingOptions {
  name: 'convert';
  files: string[];
  out: string;
  force: boolean;
  quiet: boolean;
}

/** `remark-digest check`. */
export interface CheckCommand extends ReadingOptions {
  name: 'check';
  files: string[];
  json: boolean;
}

/** The commands that there are. */
export type CommandName = 'convert' | 'check' | 'fetch' | 'fetch ids';

/** What the command line asks for. */
export type Command =
  | ConvertCommand
  | CheckCommand
  | FetchCommand
  | FetchIdsCommand
  | { name: 'version' }
  | { name: 'help'; of?: CommandName };

const reading = { year: 'a year', dialect: 'the name of a dialect' };

/** The options of each command: those with a value say what it is, the others are switches. */
const optionsOf: Record<CommandName, Record<string, string | undefined>> = {
  convert: { out: 'a folder', ...reading, force: undefined, quiet: undefined, help: undefined },
  check: { json: undefined, ...reading, help: undefined },
  fetch: {
    out: 'a folder',
    date: 'a day',
    name: 'what follows the day in the name of the file',
    timeout: 'a number of seconds',
    force: undefined,
    quiet: undefined,
    help: undefined,
  },
  'fetch ids': {
    from: 'the services to ask',
    mail: 'your mail address',
    timeout: 'a number of seconds',
    quiet: undefined,
    help: undefined,
  },
};

/**
 * Reads the arguments that follow the name of the program.
 *
 * @throws UsageError when they are wrong
 */
export function readArguments(args: readonly string[]): Command {
  const [first, ...rest] = args;
  if (first === '--help' || first === '-h') return { name: 'help' };
  if (first === '--version') return { name: 'version' };
  if (first === undefined) throw new UsageError('There is no command: use convert, check or fetch.');
  if (!isCommandName(first)) {
    throw new UsageError(
      first.startsWith('-')
        ? `${quote(first)} stands where the command belongs: write convert, check or fetch first.`
        : `There is no command ${quote(first)}: use convert, check or fetch.`,
    );
  }
  if (first === 'fetch' && rest[0] === 'ids') {
    const { values, files } = readOptions('fetch ids', rest.slice(1));
    return values.has('help') ? { name: 'help', of: 'fetch ids' } : fetchIdsCommand(values, files);
  }
  const { values, files } = readOptions(first, rest);
  if (values.has('help')) return { name: 'help', of: first };
  if (first === 'fetch') return fetchCommand(values, files);
  if (files.length === 0) {
    throw new UsageError(
      `There is no digest to ${first}: name a file, or a folder of digests, after the command.`,
    );
  }
  if (files.includes('-')) {
    throw new UsageError('Standard input is not read: save the digest and name its file instead of “-”.');
  }
  const options = { files, ...readingOptions(values) };
  if (first === 'check') return { name: 'check', json: values.has('json'), ...options };

  const out = values.get('out');
  if (out === undefined) {
    throw new UsageError('There is no folder to write to: name it with --out DIR.');
  }
  return { name: 'convert', out, force: values.has('force'), quiet: values.has('quiet'), ...options };
}

function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(optionsOf, word) && word !== 'fetch ids';
}

function readOptions(command: CommandName, args: string[]): { values: Map<string, string>; files: string[] } {
  const known = optionsOf[command];
  const { tokens } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(
        Object.entries(known).map(([name, value]) => [
          name,
          { type: value === undefined ? 'boolean' : 'string' } as const,
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
    // Its own messages would not name the fix.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string>();
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (command === 'fetch' && name === 'new') {
      throw new UsageError(
        '--new can’t be had: the feeds of arXiv have new papers, cross-lists and replacements in one file, which is written as it comes.',
      );
    }
    if (!Object.hasOwn(known, name)) {
      const names = Object.keys(known).map((name) => `--${name}`);
      throw new UsageError(
        `${quote(rawName)} is not an option of ${command}: use one of ${names.join(', ')}.`,
      );
    }
    if (values.has(name)) throw new UsageError(`--${name} is given twice: give it once.`);
    const wanted = known[name];
    if (wanted === undefined && value !== undefined) {
      throw new UsageError(`--${name} takes no value: write it without “=${value}”.`);
    }
    // A value that looks like an option is one whose own value was forgotten.
    if (
      wanted !== undefined &&
      (value === undefined || value === '' || (!inlineValue && value.startsWith('-')))
    ) {
      throw new UsageError(`--${name} has no value: write ${wanted} after it.`);
    }
    values.set(name, value ?? '');
  }
  return { values, files };
}

function readingOptions(values: ReadonlyMap<string, string>): ReadingOptions {
  const options: ReadingOptions = {};
  const year = values.get('year');
  if (year !== undefined) {
    if (!/^\d{1,4}$/.test(year) || Number(year) === 0) {
      throw new UsageError(`--year ${quote(year)} is not a year: write one such as 2025.`);
    }
    options.year = Number(year);
  }
  const dialect = values.get('dialect');
  if (dialect !== undefined) {
    const names = dialects.map(({ name }) => name);
    if (!names.includes(dialect)) {
      throw new UsageError(`--dialect ${quote(dialect)} is not known: use one of ${names.join(', ')}.`);
    }
    options.dialect = dialect;
  }
  return options;
}
