import type { Logger } from '../content/printable-logger.ts';
import { readFronts } from '../content/sync-files.ts';
import { makeAddresses } from '../model/addresses.ts';
import { serveDevIndex } from '../search/dev-index.ts';
import { serveDevSocialImages } from './dev-social-images.ts';
import type { DigestSetup } from './digest-setup.ts';
import { toIndexRequest } from './index-request.ts';
import { socialImageIssues } from './social-image-issues.ts';

/** What answers in the dev server for the files that a build makes beside its pages: the search index and the pictures. */
export function devMiddlewares(setup: DigestSetup, logger: Logger) {
  const { files, config, hasIndex, imageSite } = setup;
  const addresses = makeAddresses(config);
  const onError = (error: Error): void => logger.error(error.message);
  const index =
    hasIndex && serveDevIndex(toIndexRequest(setup, false), addresses.searchIndexes()[0] as string, onError);
  const images =
    config.routes.images &&
    serveDevSocialImages(
      `${addresses.file('images')}/`,
      async () => socialImageIssues(await readFronts(files.fronts), config),
      imageSite,
      onError,
    );
  return [index, images].filter((middleware) => middleware !== false);
}
