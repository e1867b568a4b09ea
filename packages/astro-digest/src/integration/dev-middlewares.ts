import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../content/printable-logger.ts';
import { readFronts } from '../content/sync-files.ts';
import { makeAddresses } from '../model/addresses.ts';
import { headCount } from '../model/head-slot.ts';
import { serveDevIndex } from '../search/dev-index.ts';
import { serveDevSocialImages } from './dev-social-images.ts';
import { findHeadSlotProblem } from './head-slot.ts';
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
  return [index, images, warnOfHeadSlot(setup.options, logger)].filter((middleware) => middleware !== false);
}

/** Says once, after the first page of the digest, what its layout loses. */
function warnOfHeadSlot({ layout, base }: DigestSetup['options'], logger: Logger) {
  let isTold = false;
  return (_: IncomingMessage, response: ServerResponse, next: () => void): void => {
    response.once('finish', () => {
      const problem = isTold ? undefined : findHeadSlotProblem(layout, headCount(base));
      if (problem === undefined) return;
      isTold = true;
      logger.warn(problem);
    });
    next();
  };
}
