import MiniSearch from 'minisearch';
import type { Engine } from './engine.ts';

/** MiniSearch with what its readme recommends: prefixes, fuzzy terms, titles twice as heavy. */
export const miniSearch: Engine = {
  name: 'MiniSearch',
  package: 'minisearch',
  settings: '`{ prefix: true, fuzzy: 0.2, boost: { title: 2 } }`',
  async open({ papers }) {
    const index = new MiniSearch({
      fields: ['title', 'text', 'authors'],
      searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
    });
    index.addAll(
      papers.map(({ id, title, text, authors }) => ({ id, title, text, authors: authors.join(', ') })),
    );
    return async (query) => index.search(query).map(({ id }) => id as string);
  },
};
