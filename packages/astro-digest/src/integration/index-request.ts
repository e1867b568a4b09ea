import type { IndexRequest } from '../search/index-thread.ts';
import { pagefindLanguage } from '../search/pagefind-language.ts';
import type { DigestSetup } from './digest-setup.ts';

/**
 * What the search index of a digest is made of.
 *
 * @param cut whether the volumes are indexed each by itself, or as one
 * @param connectionsFile where the topics will be; undefined where the index finds them itself
 */
export function toIndexRequest(
  { options, files, config, shard }: DigestSetup,
  cut: boolean,
  connectionsFile?: string,
): IndexRequest {
  const { search, lang, textLang = lang } = options;
  return {
    recordsFile: files.records,
    recordsFolder: files.recordsFolder,
    frontsFile: files.fronts,
    connections: config.connections,
    connectionsFile,
    folder: files.index,
    shard,
    cut,
    options: {
      addresses: config,
      language: pagefindLanguage(textLang),
      maxFragments: typeof search === 'object' ? search.maxFragments : undefined,
    },
  };
}
