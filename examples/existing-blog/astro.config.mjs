import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import digest from 'astro-digest';

export default defineConfig({
  site: 'https://example.org',
  integrations: [
    sitemap(),
    digest({
      title: 'Papers',
      description: 'What the reading group has read, day by day.',
      layout: './src/layouts/Digest.astro',
      masthead: false,
    }),
  ],
  vite: { plugins: [tailwindcss()] },
});
