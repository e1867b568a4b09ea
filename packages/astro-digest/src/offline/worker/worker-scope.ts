/**
 * What we use of a service worker's scope: TypeScript's own declarations can't be had beside those of a page.
 *
 * @see https://w3c.github.io/ServiceWorker/
 */
export interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  readonly registration: { unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

/** An event that the worker lives for until a promise has ended. */
export interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a page. */
export interface FetchEvent extends LastingEvent {
  readonly request: Request;
  /** The page that asks; empty where there is none yet. */
  readonly clientId: string;
  /** The page that a navigation makes. */
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}

/** The scope that a script runs in, where that is a worker's. */
export function workerScope(): WorkerScope {
  return globalThis as unknown as WorkerScope;
}
