import { version } from '../version.ts';
import { FetchFault, type Answer } from './answer.ts';
import { decodeBody } from './decode-body.ts';
import { askedToWait, busy, refused, tooManyRedirects } from './findings.ts';
import { redirectTarget } from './redirect-target.ts';
import { request } from './request.ts';
import { retryAfter } from './retry-after.ts';
import type { Surroundings } from './surroundings.ts';

/** Who asks, so that the people who run a service can see it and know where to complain. */
export const userAgent = `remark-digest/${version()} (+https://www.npmjs.com/package/remark-digest)`;

/** Answers that say that the server would answer another time. */
const busyStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Milliseconds before the second request where the server does not say how long to wait; each further wait is twice as long. */
const firstWait = 2000;

/**
 * Asks an address, follows its redirects, and asks again when the server is busy, after the time that it names.
 *
 * @param headers what the request says besides who asks and what packings are understood
 * @param beforeRequest waits for the service's turn, before each request
 * @returns the answer: a status from 200 to 299, 304, or from 400 to 499 without 429
 * @throws {FetchFault} when there is no such answer in time
 */
export async function ask(
  address: URL,
  headers: Readonly<Record<string, string>>,
  surroundings: Surroundings,
  beforeRequest: (address: URL) => Promise<void> = () => Promise.resolve(),
): Promise<Answer> {
  const { limits, now, sleep } = surroundings;
  const deadline = now().getTime() + limits.total;
  let at = address;
  let redirects = 0;
  let attempts = 0;
  for (;;) {
    await beforeRequest(at);
    const raw = await request(
      at,
      { 'user-agent': userAgent, 'accept-encoding': 'gzip', ...headers },
      surroundings,
      deadline,
    );
    if ([301, 302, 303, 307, 308].includes(raw.status)) {
      if (++redirects > limits.redirects) throw new FetchFault(tooManyRedirects(limits.redirects));
      at = redirectTarget(at, raw.headers['location']);
    } else if (busyStatuses.has(raw.status)) {
      const wanted = retryAfter(raw.headers['retry-after'], now());
      if (++attempts >= limits.attempts) throw new FetchFault(busy(raw.status, attempts));
      const wait = wanted ?? firstWait * 2 ** (attempts - 1);
      if (now().getTime() + wait >= deadline) {
        throw new FetchFault(
          wanted === undefined ? busy(raw.status, attempts) : askedToWait(raw.status, wanted, limits.total),
        );
      }
      await sleep(wait);
    } else if (
      raw.status >= 200 &&
      raw.status < 500 &&
      (raw.status < 300 || raw.status >= 400 || raw.status === 304)
    ) {
      return {
        status: raw.status,
        headers: raw.headers,
        body: decodeBody(raw.body, raw.headers['content-encoding'], limits.size),
        address: at,
      };
    } else {
      throw new FetchFault(refused(raw.status));
    }
  }
}
