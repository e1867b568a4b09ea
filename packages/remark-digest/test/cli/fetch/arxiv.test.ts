import { describe, expect, it } from 'vitest';
import { testFolder } from '../in-folder.ts';
import { fetchInto } from './fetching.ts';
import { announcement, rss, says, serve } from './service.ts';

const wednesday = 'Wed, 12 Mar 2025 00:00:00 -0400';
const asked = 'http://here/rss/q-bio.PE';

describe('the announcement of a category', () => {
  it('is written as it comes, under the day of the feed', async () => {
    const folder = testFolder();
    const feed = announcement(wednesday, 'Counting Owls', 'Hearing Bats');
    const service = await serve(says(feed, rss));
    const ran = await fetchInto(folder, 'arxiv q-bio.PE', {
      env: { ARXIV_ENDPOINT: service.origin },
      // Late in the evening in New York it is tomorrow in UTC.
      now: '2025-03-13T02:00:00Z',
    });
    expect(ran).toEqual({
      status: 0,
      out: `digests/2025-03-12-q-bio-pe.xml: written, ${feed.length} bytes from ${asked}\n`,
      err: '',
      waits: [],
    });
    expect(folder.read('digests/2025-03-12-q-bio-pe.xml')).toBe(feed);
    expect(service.asked.map(({ path }) => path)).toEqual(['/rss/q-bio.PE']);
  });

  it('of several categories is one file', async () => {
    const folder = testFolder();
    const service = await serve(says(announcement(wednesday, 'Owls'), rss));
    await fetchInto(folder, 'arxiv cs.LG+stat.ML', { env: { ARXIV_ENDPOINT: service.origin } });
    expect(service.asked[0]?.path).toBe('/rss/cs.LG+stat.ML');
    expect(folder.files('digests')).toEqual(['2025-03-12-cs-lg-stat-ml.xml']);
  });

  it('of yesterday is not written for today', async () => {
    const folder = testFolder();
    const service = await serve(says(announcement(wednesday, 'Owls'), rss));
    const ran = await fetchInto(folder, 'arxiv q-bio.PE --date 2025-03-13', {
      env: { ARXIV_ENDPOINT: service.origin },
    });
    expect(ran).toMatchObject({
      status: 1,
      out: '',
      err: `${asked} The digest of 2025-03-12 came instead of that of 2025-03-13, and is not written: run the command again when that is the day of the feed, which has one day only. (wrong-answer)\n`,
    });
    expect(folder.has('digests')).toBe(false);
  });

  it('of a weekend is nothing, and that is well', async () => {
    const folder = testFolder();
    const service = await serve(says(announcement('Sat, 15 Mar 2025 00:00:00 -0400'), rss));
    const ran = await fetchInto(folder, 'arxiv q-bio.PE', { env: { ARXIV_ENDPOINT: service.origin } });
    expect(ran).toMatchObject({
      status: 0,
      out: 'arXiv announces no papers of q-bio.PE on 2025-03-15: nothing is written\n',
      err: '',
    });
    expect(folder.has('digests')).toBe(false);
  });

  it.each([
    [
      'a feed that is cut off',
      announcement(wednesday, 'Owls').slice(0, 700),
      'What came is a feed that is cut off',
    ],
    ['a feed without a day', announcement('soon', 'Owls'), 'What came is a feed without a day'],
    [
      'the feed of an error',
      announcement(wednesday).replace('q-bio.PE updates', 'Feed error for query:'),
      'What came is the feed of an error',
    ],
    ['other XML', '<?xml version="1.0"?><owls/>', 'What came is no feed'],
    ['nothing at all', '', 'What came is empty'],
    [
      'a web page',
      '<html><body>Log in</body></html>',
      `A web page came from ${asked} instead of a feed of arXiv`,
    ],
  ])('is not %s', async (_, body, sentence) => {
    const folder = testFolder();
    const service = await serve(says(body, rss));
    const ran = await fetchInto(folder, 'arxiv q-bio.PE', { env: { ARXIV_ENDPOINT: service.origin } });
    expect(ran.status).toBe(1);
    expect(ran.err.split('\n')).toHaveLength(2);
    expect(ran.err).toContain(`${asked} ${sentence}`);
    expect(folder.has('digests')).toBe(false);
  });

  it('of a category that there is not is refused', async () => {
    const folder = testFolder();
    const service = await serve(says('<rss><channel><title>Feed error</title></channel></rss>', rss, 400));
    const ran = await fetchInto(folder, 'arxiv cs.OWL', { env: { ARXIV_ENDPOINT: service.origin } });
    expect(ran).toMatchObject({
      status: 1,
      err: 'http://here/rss/cs.OWL The server refuses (400 bad request): check whether arXiv has the category cs.OWL. (refused-request)\n',
    });
  });
});

describe('the pause of three seconds', () => {
  it('is kept between two runs, into whatever folder', async () => {
    const folder = testFolder();
    const service = await serve(says(announcement(wednesday, 'Owls'), rss));
    const env = { ARXIV_ENDPOINT: service.origin };
    const run = (line: string, now: string, out = 'digests') => fetchInto(folder, line, { env, now, out });
    expect((await run('arxiv cs.LG', '2025-03-12T12:00:00Z')).waits).toEqual([]);
    expect((await run('arxiv cs.CV', '2025-03-12T12:00:01Z', 'digests-of-owls')).waits).toEqual([2000]);
    // The second one asked at 12:00:03.
    expect((await run('arxiv cs.RO', '2025-03-12T12:00:03.500Z')).waits).toEqual([2500]);
    expect((await run('arxiv cs.AI', '2025-03-12T12:00:20Z')).waits).toEqual([]);
  });

  it('is kept between the requests of one run', async () => {
    const folder = testFolder();
    const service = await serve(
      says('', { location: '/rss/cs.LG' }, 301),
      says(announcement(wednesday, 'Owls'), rss),
    );
    const ran = await fetchInto(folder, 'arxiv cs.lg', { env: { ARXIV_ENDPOINT: service.origin } });
    expect(ran).toMatchObject({ status: 0, waits: [3000] });
  });

  it('is kept by commands that begin at the same time', async () => {
    const folder = testFolder();
    const service = await serve(says(announcement(wednesday, 'Owls'), rss));
    const around = { env: { ARXIV_ENDPOINT: service.origin } };
    const ran = await Promise.all(
      ['cs.LG', 'cs.CV', 'cs.RO'].map((category) => fetchInto(folder, `arxiv ${category}`, around)),
    );
    expect(ran.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(ran.flatMap(({ waits }) => waits).toSorted((a, b) => a - b)).toEqual([3000, 6000]);
  });

  it('comes before each request where nothing can be remembered, or what was is broken', async () => {
    const folder = testFolder();
    const service = await serve(says(announcement(wednesday, 'Owls'), rss));
    folder.write('a-file', '');
    const env = { ARXIV_ENDPOINT: service.origin, XDG_CACHE_HOME: folder.at('a-file') };
    expect((await fetchInto(folder, 'arxiv cs.LG', { env })).waits).toEqual([3000]);
    folder.write('cache/remark-digest/fetch.json', '{"version":1,"asked":{');
    const ran = await fetchInto(folder, 'arxiv cs.LG', { env: { ARXIV_ENDPOINT: service.origin } });
    expect(ran).toMatchObject({ status: 0, waits: [3000] });
  });

  it('does not grow by a clock that was wrong', async () => {
    const folder = testFolder();
    const service = await serve(says(announcement(wednesday, 'Owls'), rss));
    const env = { ARXIV_ENDPOINT: service.origin };
    await fetchInto(folder, 'arxiv cs.LG', { env, now: '2035-03-12T12:00:00Z' });
    expect((await fetchInto(folder, 'arxiv cs.CV', { env })).waits).toEqual([]);
  });
});
