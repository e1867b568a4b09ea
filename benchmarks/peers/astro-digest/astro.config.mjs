import digest from 'astro-digest';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.org',
  integrations: [
    digest({
      title: 'Papers',
      topics: false,
      related: false,
      routes: {
        byVotes: false,
        archive: false,
        authors: false,
        organizations: false,
        search: false,
        subscribe: false,
        about: false,
        starred: false,
        notFound: false,
        feeds: false,
        bibliographies: false,
        mail: false,
        sitemap: false,
        llms: false,
        images: false,
      },
      components: {
        Page: './src/theme/Page.astro',
        IssueView: './src/theme/IssueView.astro',
        PaperView: './src/theme/PaperView.astro',
      },
    }),
  ],
});
