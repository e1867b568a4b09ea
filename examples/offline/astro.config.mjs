import { defineConfig } from 'astro/config';
import digest from 'astro-digest';

export default defineConfig({
  site: 'https://example.org',
  integrations: [
    digest({
      title: 'Daily Papers',
      description: 'Four days of papers, to read and search on a train.',
      offline: true,
      portable: true,
    }),
  ],
});
