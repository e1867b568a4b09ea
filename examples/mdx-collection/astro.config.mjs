import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import digest from 'astro-digest';

export default defineConfig({
  site: 'https://example.org',
  integrations: [mdx(), digest({ title: 'Papers as MDX' })],
});
