import { cacheNames, type DigestPlace } from '../saved/place.ts';
import { workerScope } from './worker-scope.ts';

/** Stands above this script where a site has it. */
declare const digestPlace: DigestPlace;

const scope = workerScope();

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(remove()));

/** Takes away what a digest that could be read offline has left, and this worker with it. */
async function remove(): Promise<void> {
  const { prefix } = cacheNames(digestPlace);
  const own = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(own.map((name) => caches.delete(name)));
  await scope.registration.unregister();
}
