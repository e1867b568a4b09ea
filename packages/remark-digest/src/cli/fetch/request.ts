import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { FetchFault } from './answer.ts';
import { brokenOff, tooLarge, tooSlow, unreachable } from './findings.ts';
import { agentFor } from './proxy.ts';
import type { Surroundings } from './surroundings.ts';

/** An answer as it came, its body still in what it was sent in. */
export interface RawAnswer {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

/**
 * Asks an address once. No redirect is followed, and nothing is tried again.
 *
 * @param deadline moment at which all must be done, on the clock of `surroundings.now`
 * @throws {FetchFault} when there is no answer, or none that is whole
 */
export function request(
  address: URL,
  headers: Readonly<Record<string, string>>,
  { env, limits, node, now }: Surroundings,
  deadline: number,
): Promise<RawAnswer> {
  const agent = agentFor(address, env, node);
  const send = address.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise<RawAnswer>((resolve, reject) => {
    const asked = send(address, { agent, headers });
    const clock = new Clock(asked);
    const fail = (fault: FetchFault): void => {
      clock.stop();
      asked.destroy();
      reject(fault);
    };
    clock.all(deadline - now().getTime(), () => fail(new FetchFault(tooSlow('all', limits.total))));
    clock.next(limits.connect, () => fail(new FetchFault(tooSlow('connection', limits.connect))));
    asked.on('socket', (socket) => {
      const connected = (): void =>
        clock.next(limits.answer, () => fail(new FetchFault(tooSlow('answer', limits.answer))));
      if (socket.connecting) socket.once('connect', connected);
      else connected();
    });
    asked.on('error', (error) => fail(new FetchFault(unreachable(error))));
    asked.on('response', (response) => {
      const pieces: Buffer[] = [];
      let size = 0;
      const wait = (): void =>
        clock.next(limits.pause, () => fail(new FetchFault(tooSlow('body', limits.pause))));
      wait();
      response.on('data', (piece: Buffer) => {
        pieces.push(piece);
        size += piece.length;
        if (size > limits.size) fail(new FetchFault(tooLarge(limits.size)));
        else wait();
      });
      response.on('error', () => fail(new FetchFault(brokenOff())));
      response.on('end', () => {
        clock.stop();
        if (!response.complete) return fail(new FetchFault(brokenOff()));
        resolve({
          status: response.statusCode ?? 0,
          headers: headersOf(response),
          body: Buffer.concat(pieces),
        });
      });
    });
    asked.end();
  }).finally(() => agent.destroy());
}

/** The fields of an answer's head; of one that came several times, what Node.js makes of it. */
function headersOf({ headers }: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

/** The time limits of one request: one for all of it, and one for what comes next. */
class Clock {
  #all: NodeJS.Timeout | undefined;
  #next: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(asked: ClientRequest) {
    asked.once('close', () => this.stop());
  }

  all(milliseconds: number, late: () => void): void {
    this.#all = setTimeout(late, Math.max(0, milliseconds));
  }

  next(milliseconds: number, late: () => void): void {
    clearTimeout(this.#next);
    if (!this.#stopped) this.#next = setTimeout(late, milliseconds);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#all);
    clearTimeout(this.#next);
  }
}
