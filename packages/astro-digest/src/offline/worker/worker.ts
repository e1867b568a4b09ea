import { cacheNames, type DigestPlace } from '../saved/place.ts';
import { makeAnswer } from './answer.ts';
import { workerScope } from './worker-scope.ts';

/** Stands above this script where a site has it. */
declare const digestPlace: DigestPlace;

const scope = workerScope();
const answer = makeAnswer(digestPlace);

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(begin()));
scope.addEventListener('fetch', (event) => {
  const response = answer(event);
  if (response) event.respondWith(response);
});

/** Takes away what an older form of this worker has left, and answers for the pages that are open. */
async function begin(): Promise<void> {
  const { prefix, saved, read } = cacheNames(digestPlace);
  const old = (await caches.keys()).filter(
    (name) => name.startsWith(prefix) && name !== saved && name !== read,
  );
  await Promise.all(old.map((name) => caches.delete(name)));
  await scope.clients.claim();
}
