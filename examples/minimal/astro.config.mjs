import { defineConfig } from 'astro/config';
import digest from 'astro-digest';

export default defineConfig({
  site: 'https://example.org',
  integrations: [
    digest({
      title: 'Daily Papers',
      description: 'Four days of papers worth reading again, from a machine-learning reading group.',
      base: '/',
      topics: {
        'Few-shot learning': ['few-shot', 'one-shot', 'meta-learning'],
        Optimization: ['optimizer', 'stochastic gradient descent', 'stochastic optimization'],
      },
      watch: [
        { name: 'Few examples', query: 'few examples' },
        { name: 'Attention in translation', query: 'attention translation' },
      ],
    }),
  ],
});
