import digest from 'astro-digest';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.org',
  integrations: [digest({ title: 'Papers' })],
});
