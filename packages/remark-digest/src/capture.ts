import type { Position } from 'unist';
import { readPageAddress } from './dialects/hugging-face/addresses.ts';
import { lastDayOf } from './dialects/hugging-face/periods.ts';
import { readDate } from './facts/read-date.ts';
import type { FrontMatterResult } from './front-matter.ts';

/** A key that a tool which saves web pages has written, and what it says. */
export interface CaptureKey {
  key: string;
  value: unknown;
  place: Position;
}

const addresses = [
  'url',
  'source',
  'sourceurl',
  'originalurl',
  'canonicalurl',
  'link',
  'finalurl',
  'website',
];
const days = [
  'retrieved captured exported fetched accessed saved scraped clipped archived downloaded crawled created timestamp',
  'retrievedat capturedat exportedat fetchedat accessedat savedat scrapedat createdat downloadedat',
  'dateretrieved datesaved dateaccessed published publishedat datepublished',
].flatMap((names) => names.split(' '));
const others = (
  'sourceid notebookid type command statuscode status transport completeness domain site sitename path tags ' +
  'author authors lang language wordcount tool via exporter sha256 contenttype encoding id favicon image cover'
).split(' ');
const ofPages: ReadonlySet<string> = new Set([...addresses, ...days]);
const besideAddress: ReadonlySet<string> = new Set(others);

/**
 * Which keys tools that save web pages write above them. These mean nothing here, and are no mistake; keys that may be meant for a
 * reader, such as `author`, are none of a tool's where no address stands beside them.
 *
 * @param keys all keys of the front matter
 */
export function captureKeys(keys: readonly string[]): (key: string) => boolean {
  const hasAddress = keys.some((key) => addresses.includes(nameOf(key)));
  return (key) => ofPages.has(nameOf(key)) || (hasAddress && besideAddress.has(nameOf(key)));
}

/**
 * Takes from such keys what they tell of the issue: the address of the page its day and what was searched for, the day on which the
 * page was saved the year of a date without one.
 */
export function addCapture({ fields, places }: FrontMatterResult, keys: readonly CaptureKey[]): void {
  for (const { key, value, place } of keys) {
    if (typeof value !== 'string') continue;
    if (addresses.includes(nameOf(key))) {
      const page = readPageAddress(value);
      const date = page.to === 'papers' ? lastDayOf(page.period) : undefined;
      if (date !== undefined && fields.date === undefined) {
        fields.date = date;
        places.date = place;
      }
      if (isHuggingFace(value) && fields.title !== undefined && isTitleOfSite(fields.title))
        delete fields.title;
      if (page.to === 'papers' && page.query) fields.title ??= page.query;
    } else if (days.includes(nameOf(key))) {
      const day = readDate(value);
      if (day?.length === 10) fields.captured ??= day;
    }
  }
}

/** `source_url`, `sourceUrl` and `Source URL` are one. */
function nameOf(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}

function isHuggingFace(address: string): boolean {
  return /^https?:\/\/(?:www\.)?(?:huggingface|hf)\.co\//.test(address);
}

/** Whether a title is that of all pages of their kind. */
function isTitleOfSite(title: string): boolean {
  return /^(?:(?:Daily|Trending) Papers\b.*|Paper page - .*|.* [-–|] Hugging Face)$/s.test(title);
}
