import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { getCollection } from 'astro:content';

export async function GET({ site }: APIContext) {
  const posts = await getCollection('blog');
  return rss({
    title: 'Field Notes',
    description: 'What a reading group sees outdoors and reads indoors.',
    site: site ?? 'https://example.org',
    items: posts.map(({ id, data }) => ({
      title: data.title,
      description: data.description,
      pubDate: data.published,
      link: `/blog/${id}/`,
    })),
  });
}
