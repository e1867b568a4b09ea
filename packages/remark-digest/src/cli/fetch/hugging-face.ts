import { FetchFault, shownAddress, type Answer } from './answer.ts';
import { dayInText } from './day.ts';
import { isWebPage } from './file-kind.ts';
import { otherDay, perhapsMore, refused, webPage, wrongContent } from './findings.ts';
import type { Reading, Source } from './source.ts';

/** Papers that the API gives in one answer at most; it gives 50 where nothing is said. */
const limit = 100;

const wanted = 'the JSON of Daily Papers';

/**
 * Hugging Face's Daily Papers of one day, by its public API, as https://huggingface.co/docs/hub/api describes it.
 *
 * @param day the day, `YYYY-MM-DD`
 * @param today the day that it is, in UTC, in which the service counts its days
 * @param endpoint where the Hub is
 * @param suffix what follows the day in the file's name
 */
export function huggingFace(day: string, today: string, endpoint: string, suffix: string): Source {
  const address = new URL(`${endpoint.replace(/\/+$/, '')}/api/daily_papers`);
  address.searchParams.set('date', day);
  address.searchParams.set('limit', String(limit));
  return {
    label: 'Hugging Face',
    address,
    accept: 'application/json',
    pause: 0,
    read: (answer) => read(answer, day, today, suffix),
  };
}

function read(answer: Answer, day: string, today: string, suffix: string): Reading {
  const text = Buffer.from(answer.body).toString('utf8');
  const value = parse(text, answer);
  if (answer.status >= 400) {
    // A day that has not begun for the service is a wrong request to it.
    if (answer.status === 400 && day >= today) return { is: 'nothing', why: `has no papers of ${day} yet` };
    const fix = answer.status === 400 ? 'check the day of --date' : undefined;
    throw new FetchFault(refused(answer.status, errorOf(value), fix));
  }
  if (!Array.isArray(value)) {
    const error = errorOf(value);
    throw new FetchFault(
      error === ''
        ? wrongContent('JSON of another kind', wanted)
        : wrongContent(`an error, “${error}”,`, wanted),
    );
  }
  if (value.length === 0) return { is: 'nothing', why: `has no papers of ${day}` };
  if (!value.some((item) => isRecord(item) && (isRecord(item['paper']) || 'title' in item)))
    throw new FetchFault(wrongContent('a list of something else', wanted));
  const came = otherDayOf(value, day);
  if (came !== undefined)
    throw new FetchFault(otherDay(day, came, `run the command again later, or ask with --date ${came}`));
  return {
    is: 'digest',
    name: `${day}${suffix}.json`,
    ...(value.length >= limit ? { note: perhapsMore(value.length) } : {}),
  };
}

function parse(text: string, answer: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const type = answer.headers['content-type'] ?? '';
    if (answer.status >= 400) return undefined;
    if (isWebPage(text, type)) throw new FetchFault(webPage(wanted, shownAddress(answer.address)));
    const what =
      text.trim() === '' ? 'empty' : /^\s*[[{]/.test(text) ? 'JSON that is broken or cut off' : 'no JSON';
    throw new FetchFault(wrongContent(what, wanted));
  }
}

/** The day under which the papers stand, where none of them stands under the one that was asked for. */
function otherDayOf(items: readonly unknown[], day: string): string | undefined {
  const days = items.flatMap((item) => {
    const paper = isRecord(item) && isRecord(item['paper']) ? item['paper'] : item;
    const at = isRecord(paper) ? paper['submittedOnDailyAt'] : undefined;
    const told = typeof at === 'string' ? dayInText(at) : undefined;
    return told === undefined ? [] : [told];
  });
  return days.length === 0 || days.includes(day) ? undefined : days.toSorted().at(-1);
}

/** What an error object says, in a few words. */
function errorOf(value: unknown): string {
  const error = isRecord(value) ? (value['error'] ?? value['message']) : undefined;
  return typeof error === 'string'
    ? error
        .replace(/[\s.]+/g, ' ')
        .trim()
        .slice(0, 120)
    : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
