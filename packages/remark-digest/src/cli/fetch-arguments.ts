import { dateOfFileName } from '../dates.ts';
import { quote, UsageError } from './usage-error.ts';

/** Where a digest is fetched from. */
export type FetchSource =
  | { kind: 'hugging-face' }
  | { kind: 'arxiv'; category: string }
  | { kind: 'address'; address: URL };

/** `remark-digest fetch`. */
export interface FetchCommand {
  name: 'fetch';
  source: FetchSource;
  out: string;
  /** `YYYY-MM-DD` */
  day?: string;
  /** What follows the day in the file's name, its hyphen included. */
  suffix?: string;
  /** Seconds. */
  timeout?: number;
  force: boolean;
  quiet: boolean;
}

/** Names of the services that know papers by their titles, in the order in which they are asked. */
export const catalogueNames = ['arxiv', 'crossref', 'semantic-scholar'] as const;

/** Name of such a service. */
export type CatalogueName = (typeof catalogueNames)[number];

/** `remark-digest fetch ids`. */
export interface FetchIdsCommand {
  name: 'fetch ids';
  files: string[];
  from: CatalogueName[];
  /** Address under which services can reach the one who asks. */
  mail?: string;
  /** Seconds. */
  timeout?: number;
  quiet: boolean;
}

/** Reads what follows `fetch`. */
export function fetchCommand(values: ReadonlyMap<string, string>, words: readonly string[]): FetchCommand {
  const source = fetchSource(words);
  const out = values.get('out');
  if (out === undefined) throw new UsageError('There is no folder to write to: name it with --out DIR.');
  const command: FetchCommand = {
    name: 'fetch',
    source,
    out,
    force: values.has('force'),
    quiet: values.has('quiet'),
  };
  const day = values.get('date');
  if (day !== undefined) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || dateOfFileName(day).date === undefined)
      throw new UsageError(`--date ${quote(day)} is not a day: write one such as 2025-03-12.`);
    command.day = day;
  }
  const suffix = values.get('name');
  if (suffix !== undefined) {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(suffix))
      throw new UsageError(
        `--name ${quote(suffix)} is not a name: write letters from a to z, digits and hyphens, such as cs-lg.`,
      );
    command.suffix = `-${suffix}`;
  }
  const timeout = timeoutOf(values);
  if (timeout !== undefined) command.timeout = timeout;
  return command;
}

/** Reads what follows `fetch ids`. */
export function fetchIdsCommand(values: ReadonlyMap<string, string>, files: string[]): FetchIdsCommand {
  if (files.length === 0)
    throw new UsageError(
      'There is no digest to look at: name a file, or a folder of digests, after fetch ids.',
    );
  const from = (values.get('from') ?? 'arxiv,crossref').split(',').map((name) => name.trim());
  const unknown = from.find((name) => !(catalogueNames as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new UsageError(
      `--from ${quote(unknown)} is not known: use ${catalogueNames.join(', ')}, or several with commas between them.`,
    );
  const mail = values.get('mail');
  if (mail !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail))
    throw new UsageError(`--mail ${quote(mail)} is no mail address: write one such as you@example.org.`);
  const timeout = timeoutOf(values);
  return {
    name: 'fetch ids',
    files,
    from: [...new Set(from)] as CatalogueName[],
    quiet: values.has('quiet'),
    ...(mail === undefined ? {} : { mail }),
    ...(timeout === undefined ? {} : { timeout }),
  };
}

function timeoutOf(values: ReadonlyMap<string, string>): number | undefined {
  const timeout = values.get('timeout');
  if (timeout === undefined) return undefined;
  if (!/^\d{1,5}(?:\.\d+)?$/.test(timeout) || Number(timeout) === 0)
    throw new UsageError(`--timeout ${quote(timeout)} is no number of seconds: write one such as 60.`);
  return Number(timeout);
}

function fetchSource([source, category, ...rest]: readonly string[]): FetchSource {
  if (source === undefined)
    throw new UsageError(
      'There is nothing to fetch: write hugging-face, arxiv and a category, an address, or ids and your digests after the command.',
    );
  const extra = source === 'arxiv' ? rest[0] : category;
  if (extra !== undefined)
    throw new UsageError(`${quote(extra)} is one too many: fetch one digest at a time.`);
  if (source === 'hugging-face') return { kind: 'hugging-face' };
  if (source === 'arxiv') {
    if (category === undefined)
      throw new UsageError('There is no category of arXiv: write one such as cs.LG after arxiv.');
    if (!isCategory(category))
      throw new UsageError(
        `${quote(category)} is no category of arXiv: write one such as cs.LG or q-bio.PE, or several as cs.LG+stat.ML.`,
      );
    return { kind: 'arxiv', category };
  }
  const address = webAddress(source);
  if (address === undefined)
    throw new UsageError(
      `${quote(source)} is nothing that can be fetched: write hugging-face, arxiv and a category, or an address that begins with https://.`,
    );
  return { kind: 'address', address };
}

/** Whether a text names categories of arXiv: `cs.LG`, `q-bio.PE`, `math`, `cs.LG+stat.ML`. */
function isCategory(text: string): boolean {
  return text.split('+').every((name) => /^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)?$/i.test(name));
}

/** The address that a text is, when it is one of the web. */
export function webAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const address = new URL(text);
  return /^https?:$/.test(address.protocol) && address.hostname !== '' ? address : undefined;
}
