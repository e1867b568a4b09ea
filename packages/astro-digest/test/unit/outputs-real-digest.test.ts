import { XMLValidator } from 'fast-xml-parser';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { readIssues, type ReadIssue } from '../../src/content/read-issue.ts';
import { atom } from '../../src/outputs/atom.ts';
import { excerpt } from '../../src/model/excerpt.ts';
import { feedContent } from '../../src/outputs/feed-content.ts';
import type { Feed } from '../../src/outputs/feed.ts';
import { jsonFeed } from '../../src/outputs/json-feed.ts';
import { mailEml } from '../../src/outputs/mail-eml.ts';
import { mailHtml } from '../../src/outputs/mail-html.ts';
import { mailText } from '../../src/outputs/mail-text.ts';
import { rss } from '../../src/outputs/rss.ts';
import { Html } from '../site/html.ts';
import { hasRealDigest, realDigest, realTitles } from '../site/shared.ts';
import { mailIssue, mailWords } from './mail-issue.ts';
import { readXml, textsAt } from './xml-reader.ts';

describe.skipIf(!hasRealDigest)('the real digest', async () => {
  const { issues } = await readIssues(
    {
      id: '2025-03-12',
      digest: {
        path: '2025-03-12.txt',
        bytes: new TextEncoder().encode(hasRealDigest ? realDigest() : ''),
      },
      papers: [],
    },
    {},
  );
  const { papers } = issues[0] as ReadIssue;
  const folded = (titles: string[]) => titles.map((title) => title.replace(/\s+/g, ' ').trim());
  const titles = papers.map(({ data }) => data.title);
  const addressOf = (id: string) => `https://example.org/papers/${id}/`;
  const feed: Feed = {
    title: 'Daily Papers',
    description: 'Papers of each day',
    id: 'https://example.org/papers/',
    url: 'https://example.org/papers/',
    self: 'https://example.org/papers/feed',
    language: 'en',
    items: papers.map(({ id, data, html, text }) => {
      const links = data.links.map(({ url, kind }) => ({ url, name: kind }));
      return {
        id: addressOf(id),
        url: addressOf(id),
        title: data.title,
        html: feedContent({ html, text, facts: data.authors, links }),
        summary: excerpt(text, 280),
        published: '2025-03-12',
        authors: data.authors,
        categories: [],
        links,
      };
    }),
  };
  const issue = mailIssue({
    papers: papers.map(({ id, data, text }) => ({
      url: addressOf(id),
      title: data.title,
      abstract: text,
      facts: data.authors,
      links: data.links.map(({ url, kind }) => ({ url, name: kind })),
    })),
  });

  test('has as many papers as it should', () => expect(titles).toHaveLength(realTitles().length));

  test('is whole in every feed', () => {
    expect(XMLValidator.validate(rss(feed))).toBe(true);
    const read = readXml(rss(feed));
    expect(textsAt(read, 'rss/channel/item/title')).toEqual(folded(titles));
    expect(textsAt(read, 'rss/channel/item/content:encoded')).toEqual(feed.items.map(({ html }) => html));
    expect(textsAt(read, 'rss/channel/item/description')).toEqual(feed.items.map(({ summary }) => summary));
    expect(textsAt(readXml(atom(feed)), 'feed/entry/content')).toEqual(feed.items.map(({ html }) => html));
    const { items } = JSON.parse(jsonFeed(feed)) as { items: { content_html: string }[] };
    expect(items.map((item) => item.content_html)).toEqual(feed.items.map(({ html }) => html));
  });

  test('has all its titles and no formula as MathML in the mail, which Gmail does not clip', () => {
    const mail = mailHtml(issue, mailWords());
    expect(Buffer.byteLength(mail)).toBeLessThan(100_000);
    const html = new Html(mail);
    expect(html.texts('h2')).toEqual(folded(titles));
    expect(html.names('html')).not.toContain('math');
  });

  test('is whole in the text of the mail', () => {
    const text = mailText(issue, mailWords()).replace(/\s+/g, ' ');
    for (const paper of issue.papers) {
      expect(text).toContain(paper.title.replace(/\s+/g, ' ').trim());
      expect(text).toContain(paper.abstract.replace(/\s+/g, ' ').trim());
    }
  });

  test('comes back from the message', async () => {
    const mail = await new PostalMime().parse(mailEml(issue, mailWords()));
    expect(mail.html?.trimEnd()).toBe(mailHtml(issue, mailWords()));
  });
});
