import { FetchFault, shownAddress, type Answer } from './answer.ts';
import { dayOfFeed, firstItem } from './day.ts';
import { extensionOf } from './file-kind.ts';
import { otherDay, refused, webPage, wrongContent } from './findings.ts';
import type { Reading, Source } from './source.ts';

const wanted = 'a feed of arXiv';

/**
 * What arXiv announces on a day in some categories: its RSS feed, which alone of its feeds and APIs tells the day of the
 * announcement and is described (https://info.arxiv.org/help/rss_specifications.html). There is a feed of the last day only,
 * and none of new papers alone: it has cross-lists and replacements as well, each paper with its kind.
 *
 * @param category such as `cs.LG`, or several with `+` between them
 * @param day the day that is wanted, `YYYY-MM-DD`; `undefined` takes the one that the feed has
 * @param endpoint where the feeds are
 * @param suffix what follows the day in the file's name
 */
export function arxiv(category: string, day: string | undefined, endpoint: string, suffix: string): Source {
  return {
    label: 'arXiv',
    address: new URL(`${endpoint.replace(/\/+$/, '')}/rss/${category}`),
    accept: 'application/rss+xml, application/xml;q=0.9',
    // https://info.arxiv.org/help/api/tou.html, for all of its APIs and feeds together.
    pause: 3000,
    read: (answer) => read(answer, category, day, suffix),
  };
}

function read(
  { status, headers, body, address }: Answer,
  category: string,
  day: string | undefined,
  suffix: string,
): Reading {
  const text = Buffer.from(body).toString('utf8');
  if (status >= 400) {
    const fix =
      status === 400 || status === 404 ? `check whether arXiv has the category ${category}` : undefined;
    throw new FetchFault(refused(status, '', fix));
  }
  const kind = extensionOf(text, headers['content-type'] ?? '', '');
  if (kind === 'html') throw new FetchFault(webPage(wanted, shownAddress(address)));
  if (!/<(?:rss|feed)[\s>]/.test(text.slice(0, 5000))) {
    throw new FetchFault(wrongContent(text.trim() === '' ? 'empty' : 'no feed', wanted));
  }
  if (!/<\/(?:rss|feed)>\s*$/.test(text.slice(-1000)))
    throw new FetchFault(wrongContent('a feed that is cut off', wanted));
  if (/<title>\s*Feed error/.test(text.slice(0, 5000))) {
    throw new FetchFault(wrongContent('the feed of an error', `one of the category ${category}`));
  }
  const came = dayOfFeed(text);
  if (came === undefined) throw new FetchFault(wrongContent('a feed without a day', wanted));
  if (day !== undefined && came !== day) {
    throw new FetchFault(
      otherDay(day, came, 'run the command again when that is the day of the feed, which has one day only'),
    );
  }
  if (firstItem(text) === undefined)
    return { is: 'nothing', why: `announces no papers of ${category} on ${came}` };
  return { is: 'digest', name: `${came}${suffix}.xml` };
}
