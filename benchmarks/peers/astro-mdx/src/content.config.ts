import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = {
  papers: defineCollection({ loader: glob({ base: 'src/content/papers', pattern: '**/*.mdx' }) }),
};
