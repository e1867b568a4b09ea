import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { digestCollections } from 'astro-digest/content';

const folder = 'src/content/papers';

export const collections = {
  // The theme's own collections, from a folder of .mdx files instead of digest text.
  ...digestCollections({ base: folder }),
  // The same files, as any Astro site reads them.
  plain: defineCollection({
    loader: glob({ pattern: '**/*.mdx', base: folder }),
    schema: z.object({ title: z.string() }),
  }),
};
