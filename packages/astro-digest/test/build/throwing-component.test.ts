import { expect, test } from 'vitest';
import { digestText, plainSite, Site } from '../site/site.ts';

test('a component of the site’s that throws is told with its page', async () => {
  const site = await Site.create('throwing-component', {
    ...plainSite,
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
      ['Owls', 'Owls hunt at dusk.'],
      ['Bats', 'Bats hunt at dusk.'],
      ['Terns', 'Terns hunt at noon.'],
    ]),
    'src/PaperBody.astro': `---
const { paper } = Astro.props;
if (paper.id.endsWith('bats')) throw new Error('No bats here.');
---
<p>{paper.data.title}</p>
`,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({
        site: 'https://example.org',
        integrations: [digest({ title: 'Daily Papers', components: { PaperBody: './src/PaperBody.astro' } })],
      });
    `,
  });
  const { status, output } = await site.astro(['build']);
  expect(status).toBe(1);
  expect(output).toMatch(/\/papers\/2025-03-12\/bats\/? can't be rendered: No bats here\./);
});
