import type { Logger } from '../content/printable-logger.ts';
import { liveDigest } from '../model/live-entries.ts';
import { probeDevPages, renewPages, type DevServer } from '../seams/dev-pages.ts';
import type { OfflineConfig } from '../offline/page/offline-config.ts';
import { devMiddlewares } from './dev-middlewares.ts';
import { serveRemover } from './dev-remover.ts';
import type { DigestSetup } from './digest-setup.ts';

/** Lets the dev server answer for the files of a digest, and shows a digest that is saved as soon as it is read. */
export function serveDigest(
  setup: DigestSetup,
  place: OfflineConfig,
  server: DevServer,
  logger: Logger,
): void {
  for (const middleware of devMiddlewares(setup, logger)) server.middlewares.use(middleware);
  server.middlewares.use(serveRemover(place));
  const problem = probeDevPages(server);
  if (problem !== undefined) logger.warn(problem);
  liveDigest(setup.liveKey).onChange = () => renewPages(server);
}
