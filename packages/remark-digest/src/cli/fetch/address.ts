import { dayInText, dayOf, dayOfFeed } from './day.ts';
import { FetchFault, shownAddress, type Answer } from './answer.ts';
import { binaryKind, extensionOf } from './file-kind.ts';
import { refused, webPage, wrongContent } from './findings.ts';
import type { Reading, Source } from './source.ts';

/**
 * The file at any address.
 *
 * @param day its day, `YYYY-MM-DD`; `undefined` takes the one that the file or the answer tells
 * @param now the moment that it is
 * @param suffix what follows the day in the file's name
 */
export function fileAt(address: URL, day: string | undefined, now: Date, suffix: string): Source {
  return {
    label: address.host,
    address,
    accept: '*/*',
    pause: /(?:^|\.)arxiv\.org$/.test(address.hostname) ? 3000 : 0,
    read: (answer) => read(answer, address, day, now, suffix),
  };
}

function read(answer: Answer, asked: URL, day: string | undefined, now: Date, suffix: string): Reading {
  const { status, headers, body, address } = answer;
  if (status >= 400) throw new FetchFault(refused(status));
  const kind = binaryKind(body);
  if (kind !== undefined) throw new FetchFault(wrongContent(kind, 'a text'));
  const text = Buffer.from(body).toString('utf8');
  if (text.trim() === '') throw new FetchFault(wrongContent('empty', 'a digest'));
  const type = headers['content-type'] ?? '';
  const extension = extensionOf(text, type, address.pathname);
  // A page that is wanted is at the address that was given; another host's is one that somebody wants to be seen first.
  const promised = /\b(?:json|xml)\b/.test(type) && !/html/.test(type);
  if (extension === 'html' && (promised || address.host !== asked.host)) {
    throw new FetchFault(webPage('the file', shownAddress(address)));
  }
  if (extension === 'json' && !isJson(text))
    throw new FetchFault(wrongContent('JSON that is broken or cut off', 'a digest'));
  if (extension === 'xml' && !text.trimEnd().endsWith('>'))
    throw new FetchFault(wrongContent('XML that is cut off', 'a digest'));
  const told = [
    day,
    extension === 'xml' ? dayOfFeed(text) : undefined,
    dayInText(headers['last-modified'] ?? ''),
    dayInText(headers['date'] ?? ''),
    dayOf(now),
  ].find((one) => one !== undefined);
  return { is: 'digest', name: `${told as string}${suffix}.${extension}` };
}

/** Whether a text is JSON, or one value of JSON a line. */
function isJson(text: string): boolean {
  return (
    isValue(text) ||
    text
      .trim()
      .split('\n')
      .every((line) => line.trim() === '' || isValue(line))
  );
}

function isValue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
