import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OfflineConfig } from '../offline/page/offline-config.ts';
import { workerScript } from './write-offline.ts';

/**
 * Answers for the worker's script in the dev server, where pages change all the time: a browser that has a worker from a built site at the same
 * address loses it.
 */
export function serveRemover(place: OfflineConfig) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (request.url?.split('?')[0] !== place.worker) return next();
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    response.setHeader('cache-control', 'no-cache');
    response.end(workerScript('remover', place));
  };
}
