import { Charset, Document } from 'flexsearch';
import type { Engine } from './engine.ts';

/** FlexSearch with its own answer to misspellings, which is its encoder, with prefixes, and with partial matches. */
export const flexSearch: Engine = {
  name: 'FlexSearch',
  package: 'flexsearch',
  settings:
    "`{ tokenize: 'forward', encoder: Charset.LatinBalance, resolution: 9 }`, `{ suggest: true, merge: true }`",
  async open({ papers }) {
    const index = new Document({
      tokenize: 'forward',
      encoder: Charset.LatinBalance,
      resolution: 9,
      document: { id: 'id', index: ['title', 'text', 'authors'] },
    });
    for (const { id, title, text, authors } of papers) {
      index.add({ id, title, text, authors: authors.join(', ') });
    }
    return async (query) => {
      const found = await index.search(query, { limit: 10, suggest: true, merge: true });
      return (found as { id: string }[]).map(({ id }) => id);
    };
  },
};
