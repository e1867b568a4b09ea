import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Services on this machine that stand for those on the web that the docs fetch from. */
export interface Services {
  origin: string;
  /** What a program needs in its environment to ask these services. */
  env: Record<string, string>;
  /** The days that Daily Papers were asked for, in order. */
  days: string[];
  /** Days of which there are no Daily Papers, and days of which the service has an error. */
  empty: Set<string>;
  failing: Set<string>;
  stop(): void;
}

/** Titles of the papers that the services have. */
export const fetchedTitles = ['Counting Owls by Their Calls', 'Bats That Hear the Sea'];

const abstract = 'Birds migrate in spring. We count them at night.';

/**
 * Starts the services: Hugging Face's API, arXiv's feeds, its API, which has every paper, and a text at `/digest-of-the-day`.
 *
 * @param cache folder for what `remark-digest fetch` remembers
 */
export async function startServices(cache: string): Promise<Services> {
  const days: string[] = [];
  const empty = new Set<string>();
  const failing = new Set<string>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/api/daily_papers') {
      const day = searchParams.get('date') ?? '';
      days.push(day);
      response.writeHead(failing.has(day) ? 500 : 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(empty.has(day) ? [] : fetchedTitles.map((title) => dailyPaper(title, day))),
      );
    } else if (pathname.startsWith('/rss/')) {
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      response.end(announcement());
    } else if (pathname === '/api/query') {
      response.writeHead(200, { 'content-type': 'application/atom+xml' });
      response.end(papersCalled(searchParams.get('search_query') ?? ''));
    } else {
      response.writeHead(200, {
        'content-type': 'text/plain',
        'last-modified': 'Wed, 12 Mar 2025 04:00:00 GMT',
      });
      response.end(`Mar 12\n\n${fetchedTitles.map((title) => `${title}\n\n${abstract}\n`).join('\n')}`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    env: {
      HF_ENDPOINT: origin,
      ARXIV_ENDPOINT: origin,
      ARXIV_API_ENDPOINT: origin,
      XDG_CACHE_HOME: cache,
    },
    days,
    empty,
    failing,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What arXiv's API answers to a query for titles such as `ti:"owls" OR ti:"bats"`. */
function papersCalled(query: string): string {
  const entries = [...query.matchAll(/ti:"([^"]*)"/g)].map(
    ([, title], index) => `<entry>
<id>http://arxiv.org/abs/2503.${20_000 + index}v1</id>
<title>${title}</title>
<published>2025-03-10T17:00:00Z</published>
<summary>${abstract}</summary>
<author><name>Mia Tern</name></author>
</entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>ArXiv Query</title>
<id>http://arxiv.org/api/abc</id>
<updated>2025-03-12T00:00:00Z</updated>
${entries.join('\n')}
</feed>
`;
}

function dailyPaper(title: string, day: string): unknown {
  const id = `2503.${10_000 + fetchedTitles.indexOf(title)}`;
  return {
    paper: {
      id,
      authors: [{ _id: '67d0', name: 'Mia Tern', hidden: false }],
      publishedAt: '2025-03-10T17:00:00.000Z',
      submittedOnDailyAt: `${day}T00:00:00.000Z`,
      title,
      summary: abstract,
      upvotes: 7,
    },
    publishedAt: '2025-03-10T13:00:00.000Z',
    title,
    numComments: 1,
  };
}

function announcement(): string {
  const date = 'Wed, 12 Mar 2025 00:00:00 -0400';
  const items = fetchedTitles.map(
    (title, index) =>
      `<item><title>${title}</title><link>https://arxiv.org/abs/2503.${10_000 + index}</link>` +
      `<description>arXiv:2503.${10_000 + index}v1 Announce Type: new \nAbstract: ${abstract}</description>` +
      `<category>q-bio.PE</category><pubDate>${date}</pubDate><arxiv:announce_type>new</arxiv:announce_type>` +
      `<dc:creator>Mia Tern</dc:creator></item>`,
  );
  return (
    `<?xml version='1.0' encoding='UTF-8'?>\n<rss xmlns:arxiv="http://arxiv.org/schemas/atom" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">\n<channel><title>q-bio.PE updates on arXiv.org</title>` +
    `<pubDate>${date}</pubDate>\n${items.join('\n')}\n</channel></rss>\n`
  );
}
