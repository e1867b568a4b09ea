import { create, insertMultiple, search } from '@orama/orama';
import type { Engine } from './engine.ts';

/** Orama with its typo tolerance, and titles twice as heavy. */
export const orama: Engine = {
  name: 'Orama',
  package: '@orama/orama',
  settings: '`{ tolerance: 1, boost: { title: 2 } }`, its English stemmer',
  async open({ papers }) {
    const index = create({
      schema: { id: 'string', title: 'string', text: 'string', authors: 'string' },
      components: { tokenizer: { language: 'english', stemming: true } },
    });
    await insertMultiple(
      index,
      papers.map(({ id, title, text, authors }) => ({ id, title, text, authors: authors.join(', ') })),
    );
    return async (term) => {
      const { hits } = await search(index, {
        term,
        properties: ['title', 'text', 'authors'],
        tolerance: 1,
        boost: { title: 2 },
        limit: 10,
      });
      return hits.map(({ id }) => id);
    };
  },
};
