import { defineConfig } from 'astro/config';
import digest from 'astro-digest';

export default defineConfig({
  site: 'https://example.org',
  integrations: [
    digest({
      title: 'From Many Sources',
      description:
        'Eight digests, each as its source has it: a web page, an API, a mail, a feed, records, a table, two bibliographies.',
      base: '/',
    }),
  ],
});
