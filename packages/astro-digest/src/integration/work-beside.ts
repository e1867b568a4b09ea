import { join } from 'node:path';
import { joinPaths } from '../model/addresses.ts';
import { hasConnections } from '../model/connection-options.ts';
import { startIndexBuild, type IndexBuild } from '../search/build-index.ts';
import { startConnections, type ConnectionsThread } from './connections-thread.ts';
import type { SiteWriter } from '../kept/site-writer.ts';
import { indexFolder } from './digest-config.ts';
import type { DigestSetup } from './digest-setup.ts';
import { toIndexRequest } from './index-request.ts';

/** What goes on beside the bundling and rendering of a build's pages. */
export interface WorkBeside {
  /** Looks for what connects the papers; absent where nothing does. */
  connections: ConnectionsThread | undefined;
  /** Makes the search index; absent where there is none. */
  index: IndexBuild | undefined;
}

/**
 * Starts what takes longer than the pages do, before they begin.
 *
 * @param writer gives what writes the site, once that is known; `undefined` where Astro does
 */
export function startWorkBeside(setup: DigestSetup, writer: () => SiteWriter | undefined): WorkBeside {
  const { options, files, config, hasIndex, shard } = setup;
  const connections = hasConnections(config.connections)
    ? startConnections({
        recordsFile: files.records,
        recordsFolder: files.recordsFolder,
        connectionsFile: files.connections,
        learntFile: join(files.kept, 'learnt'),
        options: config.connections,
      })
    : undefined;
  const request = toIndexRequest(setup, true, connections && files.connections);
  const path = joinPaths(options.base, indexFolder(shard)).slice(1);
  const index = hasIndex ? startIndexBuild(request, path, writer, connections?.found) : undefined;
  return { connections, index };
}
