import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request that a service got. */
export interface Asked {
  path: string;
  headers: IncomingMessage['headers'];
}

/** A service on this machine that stands for one on the web. */
export interface Service {
  /** Its address, without a slash at the end. */
  origin: string;
  /** What it was asked, in order. */
  asked: Asked[];
}

/** What a service says to a request; the last of several answers is given again and again. */
export type Say = (response: ServerResponse, request: IncomingMessage) => void;

/** Starts a service, which ends with the test. */
export async function serve(...answers: Say[]): Promise<Service> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const say = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({ path: request.url ?? '', headers: request.headers });
    say?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** An answer with a body. */
export function says(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Say {
  return (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

/** A paper as Hugging Face's API has it. */
export function dailyPaper(title: string, day: string, id = '2503.00001'): unknown {
  return {
    paper: {
      id,
      authors: [{ _id: '67d0', name: 'Mia Tern', hidden: false }],
      publishedAt: '2025-03-10T17:00:00.000Z',
      submittedOnDailyAt: `${day}T00:00:00.000Z`,
      title,
      summary: 'Birds migrate in spring. We count them at night.',
      upvotes: 7,
    },
    publishedAt: '2025-03-10T13:00:00.000Z',
    title,
    numComments: 1,
  };
}

/** The answer of Hugging Face's API. */
export function dailyPapers(day: string, ...titles: string[]): string {
  return JSON.stringify(titles.map((title, index) => dailyPaper(title, day, `2503.${10_000 + index}`)));
}

export const json = { 'content-type': 'application/json; charset=utf-8' };

/** The RSS feed of arXiv, of these titles. */
export function announcement(pubDate: string, ...titles: string[]): string {
  const items = titles.map(
    (title, index) => `<item>
  <title>${title}</title>
  <link>https://arxiv.org/abs/2503.${10_000 + index}</link>
  <description>arXiv:2503.${10_000 + index}v1 Announce Type: new
Abstract: Birds migrate in spring. We count them at night.</description>
  <guid isPermaLink="false">oai:arXiv.org:2503.${10_000 + index}v1</guid>
  <category>q-bio.PE</category>
  <pubDate>${pubDate}</pubDate>
  <arxiv:announce_type>new</arxiv:announce_type>
  <dc:creator>Mia Tern, Zoe Auk</dc:creator>
</item>`,
  );
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
<channel>
<title>q-bio.PE updates on arXiv.org</title>
<link>http://rss.arxiv.org/rss/q-bio.PE</link>
<lastBuildDate>${pubDate.replace('00:00:00 -0400', '04:00:07 +0000')}</lastBuildDate>
<pubDate>${pubDate}</pubDate>
<skipDays>
<day>Saturday</day>
<day>Sunday</day>
</skipDays>
${items.join('\n')}
</channel>
</rss>
`;
}

export const rss = { 'content-type': 'application/rss+xml' };
