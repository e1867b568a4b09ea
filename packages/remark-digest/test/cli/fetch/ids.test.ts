import { describe, expect, it } from 'vitest';
import { match } from '../../../src/cli/fetch/ids/match.ts';
import { titleKey } from '../../../src/cli/fetch/ids/title-key.ts';
import { fromDigest } from '../../../src/index.ts';
import { testFolder, type TestFolder } from '../in-folder.ts';
import { fetchIdsIn } from './fetching.ts';
import { json, says, serve, type Service } from './service.ts';

const owls = 'Counting Owls: A Night-Time Survey of $\\mathcal{N}$ Birds';
const bats = 'Hearing of Bats in the Dark';
const foxes = 'Seeing Foxes in the Morning';

const digest = [owls, bats, foxes]
  .map((title) => `${title}\n\n${title} is what this paper is about. We count them at night.\n`)
  .join('\n');

interface Told {
  title: string;
  id: string;
  authors?: string[];
  doi?: string;
}

/** The answer of arXiv's API. */
function atom(...papers: Told[]): string {
  const entries = papers.map(
    ({ title, id, authors = ['Zoë Auk', 'Mia Tern'], doi }) => `<entry>
    <id>http://arxiv.org/abs/${id}v2</id>
    <title>${title}</title>
    <published>2025-03-10T17:59:59Z</published>
    <summary>Birds migrate in spring. We count them at night.</summary>
    ${authors.map((name) => `<author><name>${name}</name></author>`).join('')}
    ${doi === undefined ? '' : `<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">${doi}</arxiv:doi>`}
    <link href="http://arxiv.org/abs/${id}v2" rel="alternate" type="text/html"/>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: search_query=ti</title>
  <id>http://arxiv.org/api/abc</id>
  <updated>2025-03-12T00:00:00-04:00</updated>
  ${entries.join('\n  ')}
</feed>
`;
}

const isAtom = { 'content-type': 'application/atom+xml; charset=utf-8' };

function works(...items: { title: string; DOI: string; venue?: string; family?: string }[]): string {
  return JSON.stringify({
    status: 'ok',
    'message-type': 'work-list',
    message: {
      'total-results': items.length,
      items: items.map(({ title, DOI, venue, family = 'Tern' }) => ({
        DOI,
        type: venue === undefined ? 'posted-content' : 'journal-article',
        title: [title],
        author: [{ given: 'Mia', family }],
        ...(venue === undefined ? {} : { 'container-title': [venue] }),
        issued: { 'date-parts': [[2025, 3, 1]] },
      })),
    },
  });
}

function envOf(arxiv: Service, crossref: Service): Record<string, string> {
  return { ARXIV_API_ENDPOINT: arxiv.origin, CROSSREF_ENDPOINT: crossref.origin };
}

function folderOfDigests(): TestFolder {
  const folder = testFolder();
  folder.write('digests/2025-03-12.txt', digest);
  return folder;
}

const slugs = {
  owls: 'counting-owls-a-night-time-survey-of-mathcal-n-birds',
  bats: 'hearing-of-bats-in-the-dark',
  foxes: 'seeing-foxes-in-the-morning',
};

describe('fetch ids', () => {
  it('asks arXiv for all titles at once, Crossref for each that is left, and writes what it finds', async () => {
    const folder = folderOfDigests();
    const arxiv = await serve(
      says(
        atom(
          { title: 'Counting owls – a night time survey of N birds', id: '2503.00001', doi: '10.1000/owl.1' },
          { title: `${bats} and in the Light`, id: '2503.00002' },
        ),
        isAtom,
      ),
    );
    const crossref = await serve(
      says(
        works({ title: `${bats}, Revisited`, DOI: '10.1000/no' }, { title: bats, DOI: '10.1000/bat.1' }),
        json,
      ),
      says(works(), json),
    );
    const ran = await fetchIdsIn(folder, '--mail me@example.org', { env: envOf(arxiv, crossref) });
    expect(ran).toEqual({
      status: 0,
      err: '',
      out: [
        `digests/2025-03-12/${slugs.owls}.mdx: arxivId, doi, authors of arXiv`,
        `digests/2025-03-12/${slugs.bats}.mdx: doi, authors of Crossref`,
        '3 papers: 0 had all, 2 found and written, 1 not found',
        '',
      ].join('\n'),
      waits: [1000],
    });
    expect(folder.read(`digests/2025-03-12/${slugs.owls}.mdx`)).toBe(
      '---\narxivId: "2503.00001"\ndoi: "10.1000/owl.1"\nauthors: ["Zoë Auk","Mia Tern"]\n---\n',
    );
    expect(folder.read(`digests/2025-03-12/${slugs.bats}.mdx`)).toBe(
      '---\ndoi: "10.1000/bat.1"\nauthors: ["Mia Tern"]\n---\n',
    );
    expect(folder.files('digests/2025-03-12')).toHaveLength(2);

    const asked = new URL(arxiv.asked[0]?.path ?? '', arxiv.origin);
    expect(arxiv.asked).toHaveLength(1);
    expect(asked.pathname).toBe('/api/query');
    expect(asked.searchParams.get('search_query')).toBe(
      'ti:"counting owls a night time survey of n birds" OR ti:"hearing of bats in the dark" OR ti:"seeing foxes in the morning"',
    );
    const queries = crossref.asked.map(({ path }) => new URL(path, crossref.origin).searchParams);
    expect(queries.map((query) => query.get('query.title'))).toEqual(
      [bats, foxes].map((title) => title.toLowerCase()),
    );
    expect(queries[0]?.get('mailto')).toBe('me@example.org');
    expect(crossref.asked[0]?.headers['user-agent']).toMatch(/^remark-digest\/\d/);
  });

  it('asks nothing again that was found, or that was not found within a week', async () => {
    const folder = folderOfDigests();
    const arxiv = await serve(says(atom({ title: bats, id: '2503.00002' }), isAtom));
    const first = await fetchIdsIn(folder, '--from arxiv', { env: envOf(arxiv, arxiv) });
    expect(first.out).toContain('1 found and written, 2 not found');
    const second = await fetchIdsIn(folder, '--from arxiv', { env: envOf(arxiv, arxiv) });
    expect(second.out).toBe('3 papers: 1 had all, 0 found and written, 2 not found\n');
    expect(arxiv.asked).toHaveLength(1);
    await fetchIdsIn(folder, '--from arxiv', { env: envOf(arxiv, arxiv), now: '2025-03-20T12:00:00Z' });
    expect(arxiv.asked).toHaveLength(2);
    expect(decodeURIComponent(arxiv.asked[1]?.path ?? '')).not.toContain('bats');
  });

  it('adds to the file of a paper, and changes nothing that stands there', async () => {
    const folder = folderOfDigests();
    const owlFile = `digests/2025-03-12/${slugs.owls}.mdx`;
    const batFile = `digests/2025-03-12/${slugs.bats}.mdx`;
    folder.write(
      owlFile,
      '\uFEFF---\r\n# by hand\r\nauthors: [M. Tern]\r\n---\r\n\r\nOwls are <b>counted</b>.\r\n',
    );
    folder.write(batFile, 'Bats are heard.\n');
    const arxiv = await serve(
      says(atom({ title: owls, id: '2503.00001' }, { title: bats, id: '2503.00002' }), isAtom),
    );
    const ran = await fetchIdsIn(folder, '--from arxiv', { env: envOf(arxiv, arxiv) });
    expect(ran.status).toBe(0);
    expect(folder.read(owlFile)).toBe(
      '\uFEFF---\r\n# by hand\r\nauthors: [M. Tern]\r\narxivId: "2503.00001"\r\n---\r\n\r\nOwls are <b>counted</b>.\r\n',
    );
    expect(folder.read(batFile)).toBe(
      '---\narxivId: "2503.00002"\nauthors: ["Zoë Auk","Mia Tern"]\n---\n\nBats are heard.\n',
    );
  });

  it('leaves a file alone whose front matter it can’t add to', async () => {
    const folder = folderOfDigests();
    const files = {
      owls: '---\n{ venue: Owls }\n---\n',
      bats: '---\nvenue: Bats\n',
      foxes: '---\na: [\n---\n',
    };
    for (const [name, text] of Object.entries(files))
      folder.write(`digests/2025-03-12/${slugs[name as keyof typeof slugs]}.mdx`, text);
    const before = folder.snapshot('digests');
    const arxiv = await serve(says(atom({ title: owls, id: '2503.00001' }), isAtom));
    const ran = await fetchIdsIn(folder, '--from arxiv', { env: envOf(arxiv, arxiv) });
    expect(ran.status).toBe(1);
    expect(ran.err.match(/\(unreadable-file\)/g)).toHaveLength(3);
    expect(ran.err).toContain('because its front matter has no end: write one `key: value` a line');
    expect(folder.snapshot('digests')).toEqual(before);
  });

  it('takes none of several papers of one title', async () => {
    const folder = folderOfDigests();
    const arxiv = await serve(
      says(atom({ title: owls, id: '2503.00001' }, { title: owls, id: '2401.00009' }), isAtom),
    );
    const ran = await fetchIdsIn(folder, '--from arxiv', { env: envOf(arxiv, arxiv) });
    expect(ran.status).toBe(0);
    expect(ran.err).toContain(
      `${slugs.owls}.mdx:1:1 arXiv has several papers that are called “Counting Owls`,
    );
    expect(folder.has(`digests/2025-03-12/${slugs.owls}.mdx`)).toBe(false);
  });

  it.each([
    [
      'a web page',
      says('<!doctype html><title>Log in</title>', { 'content-type': 'text/html' }),
      'A web page came',
    ],
    ['half an answer', says(atom({ title: bats, id: '2503.00002' }).slice(0, -20), isAtom), 'cut off'],
    ['a refusal', says('no', {}, 403), 'The server refuses (403 forbidden)'],
    [
      'an error of arXiv',
      says(atom().replace('arxiv.org/api/abc', 'arxiv.org/api/errors#x'), isAtom),
      'an error',
    ],
  ])('%s is an error, and the next service is asked all the same', async (_, say, reason) => {
    const folder = folderOfDigests();
    const arxiv = await serve(say);
    const crossref = await serve(says(works({ title: bats, DOI: '10.1000/bat.1' }), json));
    const ran = await fetchIdsIn(folder, '', { env: envOf(arxiv, crossref) });
    expect(ran.status).toBe(1);
    expect(ran.err).toContain(reason);
    expect(ran.out).toContain(`${slugs.bats}.mdx: doi, authors of Crossref`);
    expect(crossref.asked).toHaveLength(3);
  });

  it('asks arXiv every three seconds for ten titles, and stops when its time is over', async () => {
    const folder = testFolder();
    const titles = Array.from({ length: 25 }, (_, index) => `Counting the Owls of Year ${1900 + index}`);
    folder.write(
      'digests/2025-03-12.txt',
      titles.map((title) => `${title}\n\nWe count them at night, and write down what we see.\n`).join('\n'),
    );
    const arxiv = await serve(says(atom(), isAtom));
    const env = envOf(arxiv, arxiv);
    const ran = await fetchIdsIn(folder, '--from arxiv --timeout 4', { env });
    expect(ran.waits).toEqual([3000, 3000]);
    expect(arxiv.asked).toHaveLength(3);
    const more = testFolder();
    more.write('digests/2025-03-12.txt', folder.read('digests/2025-03-12.txt'));
    const cut = await fetchIdsIn(more, '--from arxiv --timeout 2', { env });
    expect(cut.err).toContain('The time is over before 5 papers were looked for');
    expect(cut.status).toBe(0);
  });

  it('asks Semantic Scholar where it is told to, whose 404 is no error', async () => {
    const folder = folderOfDigests();
    const scholar = await serve(
      says('{"error":"Title match not found"}', json, 404),
      says(
        JSON.stringify({
          data: [
            {
              paperId: '0f',
              externalIds: { ArXiv: '2503.00002', DOI: '10.1000/bat.1' },
              title: bats,
              authors: [{ authorId: '1', name: 'M. Tern' }],
              matchScore: 300.1,
            },
          ],
        }),
        json,
      ),
    );
    const env = { SEMANTIC_SCHOLAR_ENDPOINT: scholar.origin };
    const ran = await fetchIdsIn(folder, '--from semantic-scholar', { env });
    expect(ran.status).toBe(0);
    expect(folder.read(`digests/2025-03-12/${slugs.bats}.mdx`)).toBe(
      '---\narxivId: "2503.00002"\ndoi: "10.1000/bat.1"\nauthors: ["M. Tern"]\n---\n',
    );
    const asked = new URL(scholar.asked[1]?.path ?? '', scholar.origin);
    expect(asked.pathname).toBe('/graph/v1/paper/search/match');
    expect(asked.searchParams.get('query')).toBe(bats.toLowerCase());
  });
});

describe('a title', () => {
  it.each([
    ['Counting Owls: A Survey', 'counting owls - a survey'],
    ['Naïve  Bayes', 'Naive Bayes'],
    ['$\\mathcal{O}(n)$ Sorting', 'O(n) sorting'],
    ['Few-Shot Learning', 'Fewshot Learning'],
  ])('%s is %s', (one, other) => expect(titleKey(one)).toBe(titleKey(other)));

  it.each([
    ['Counting Owls', 'Counting Owls 2'],
    ['Counting Owls', 'Counting Owl'],
  ])('%s is not %s', (one, other) => expect(titleKey(one)).not.toBe(titleKey(other)));
});

describe('a paper of that title', () => {
  const answer = (...papers: Told[]) =>
    fromDigest(atom(...papers), { path: 'answer.xml' }).children.filter(
      (node) => node.type === 'digestEntry',
    );

  it('is another one when none of its authors is known', () => {
    const papers = answer({ title: owls, id: '2503.00001', authors: ['Zoë Auk'] });
    expect(match({ title: owls, authors: ['Auk, Z.'] }, papers).is).toBe('found');
    expect(match({ title: owls, authors: ['Zoë Auk-Tern'] }, papers).is).toBe('nothing');
    expect(match({ title: owls, authors: ['Kim Lark'] }, papers).is).toBe('nothing');
  });

  it('is another one when it has another identifier', () => {
    const papers = answer({ title: owls, id: '2503.00001' });
    expect(match({ title: owls, arxivId: '2503.00001' }, papers).is).toBe('found');
    expect(match({ title: owls, arxivId: '2503.00002' }, papers).is).toBe('nothing');
  });
});
