import { it } from 'vitest';
import { randomFrom, type Random } from '../hostile/random.ts';
import { expectPapers, type Expected } from './compare.ts';
import { makePapers, type MadePaper } from './papers.ts';

/** A way in which papers are told in a feed: the whole text, and what must come of each. */
interface Layout {
  text: string;
  expected: Expected[];
}

const layouts: ((papers: MadePaper[], random: Random) => Layout)[] = [
  arxivRss,
  arxivAtom,
  arxivApi,
  arxivOfOld,
  preprints,
  journal,
  jsonFeed,
];

it('300 generated feeds are read whole', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const papers = makePapers(seed, 1 + random.below(6));
    const layout = layouts[seed % layouts.length] as (typeof layouts)[number];
    const { text, expected } = layout(papers, random);
    expectPapers(text, 'feed', expected, `seed ${seed}, ${layout.name}`);
  }
});

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const arxiv = 'xmlns:arxiv="http://arxiv.org/schemas/atom"';
const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const prism = 'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"';
const rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"';
const rfcDay = (date: string): string => new Date(`${date}T04:00:00Z`).toUTCString();
const tex = (name: string): string => name.replace('ë', '\\"e').replace('É', "\\'E").replace('Ø', '{\\O}');

function arxivRss(papers: MadePaper[], random: Random): Layout {
  const kinds = ['new', 'cross', 'replace', 'replace-cross'] as const;
  const announcements = {
    new: 'new',
    cross: 'cross-list',
    replace: 'replacement',
    'replace-cross': 'replacement',
  } as const;
  const made = papers.map((paper) => ({ paper, kind: random.pick(kinds), printed: random.below(2) === 0 }));
  const items = made.map(
    ({ paper, kind, printed }) => `<item>
<title>${paper.title}</title>
<link>https://arxiv.org/abs/${paper.arxivId}</link>
<description>arXiv:${paper.arxivId}v2 Announce Type: ${kind} \nAbstract: ${paper.abstract}</description>
<guid isPermaLink="false">oai:arXiv.org:${paper.arxivId}v2</guid>
${paper.categories.map((name) => `<category>${name}</category>`).join('\n')}
<pubDate>${rfcDay(paper.date)}</pubDate>
<arxiv:announce_type>${kind}</arxiv:announce_type>
<dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
<dc:creator>${paper.authors.map(tex).join(', ')}</dc:creator>
${printed ? `<arxiv:DOI>${paper.doi}</arxiv:DOI>\n<arxiv:journal_reference>${paper.venue}</arxiv:journal_reference>` : ''}
</item>`,
  );
  return {
    text: `${xml}<rss ${arxiv} ${dc} version="2.0"><channel><title>cs</title><pubDate>${rfcDay('2025-12-31')}</pubDate>\n${items.join('\n')}</channel></rss>`,
    expected: made.map(({ paper, kind, printed }) => ({
      ...same(paper, ['title', 'abstract', 'authors', 'arxivId', 'categories', 'date']),
      arxivVersion: 2,
      announcement: announcements[kind],
      doi: printed ? paper.doi : undefined,
      venue: printed ? paper.venue : undefined,
      links: [{ url: `https://arxiv.org/abs/${paper.arxivId}`, kind: 'paper' }],
    })) as Expected[],
  };
}

function arxivAtom(papers: MadePaper[]): Layout {
  const entries = papers.map(
    (paper) => `<entry><id>oai:arXiv.org:${paper.arxivId}v1</id><title>${paper.title}</title>
<updated>2025-12-31T04:00:11.27+00:00</updated><link href="https://arxiv.org/abs/${paper.arxivId}" rel="alternate" type="text/html"/>
<summary>arXiv:${paper.arxivId}v1 Announce Type: new \nAbstract: ${paper.abstract}</summary>
${paper.categories.map((name) => `<category term="${name}"/>`).join('')}<published>${paper.date}T00:00:00-04:00</published>
<dc:creator>${paper.authors.join(', ')}</dc:creator></entry>`,
  );
  return {
    text: `${xml}\n<feed xmlns="http://www.w3.org/2005/Atom" ${dc}><title>cs</title><updated>2025-12-31T04:00:11+00:00</updated>${entries.join('')}</feed>\n`,
    expected: papers.map((paper) => ({
      ...same(paper, ['title', 'abstract', 'authors', 'arxivId', 'categories', 'date']),
      updated: '2025-12-31',
      announcement: 'new',
    })),
  };
}

function arxivApi(papers: MadePaper[], random: Random): Layout {
  const withComment = random.below(2) === 0;
  const entries = papers.map(
    (paper) => `  <entry>
    <id>http://arxiv.org/abs/${paper.arxivId}v3</id>
    <updated>2025-12-30T17:59:59Z</updated>
    <published>${paper.date}T17:59:59Z</published>
    <title>${paper.title.replace(' ', '\n  ')}</title>
    <summary>  ${paper.abstract.replaceAll('. ', '.\n')}
</summary>
${paper.authors.map((name) => `    <author>\n      <name>${name}</name>\n    </author>`).join('\n')}
${withComment ? `    <arxiv:comment ${arxiv}>${paper.comment}</arxiv:comment>\n` : ''}
    <link href="http://arxiv.org/abs/${paper.arxivId}v3" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/${paper.arxivId}v3" rel="related" type="application/pdf"/>
    <arxiv:primary_category ${arxiv} term="${paper.categories[0]}" scheme="http://arxiv.org/schemas/atom"/>
${paper.categories.map((name) => `    <category term="${name}" scheme="http://arxiv.org/schemas/atom"/>`).join('\n')}
  </entry>`,
  );
  return {
    text: `${xml}\n<feed xmlns="http://www.w3.org/2005/Atom">\n  <title type="html">ArXiv Query</title>\n  <updated>2025-12-31T00:00:00-05:00</updated>\n${entries.join('\n')}\n</feed>\n`,
    expected: papers.map((paper) => ({
      ...same(paper, ['title', 'abstract', 'authors', 'arxivId', 'categories', 'date']),
      arxivVersion: 3,
      updated: '2025-12-30',
      comment: withComment ? paper.comment : undefined,
    })) as Expected[],
  };
}

function arxivOfOld(papers: MadePaper[], random: Random): Layout {
  const made = papers.map((paper) => ({ paper, mark: random.pick(['', ' UPDATED', ' CROSS LISTED']) }));
  const items = made.map(
    ({ paper, mark }) => `<item rdf:about="http://arxiv.org/abs/${paper.arxivId}">
<title>${paper.title}. (arXiv:${paper.arxivId}v1 [${paper.categories[0]}]${mark})</title>
<link>http://arxiv.org/abs/${paper.arxivId}</link>
<description rdf:parseType="Literal">&lt;p&gt;${paper.abstract.replaceAll('. ', '.\n')}
&lt;/p&gt;</description>
<dc:creator> ${paper.authors.map((name) => `&lt;a href="http://arxiv.org/find/x"&gt;${name}&lt;/a&gt;`).join(', ')}</dc:creator>
</item>`,
  );
  return {
    text: `${xml}\n<rdf:RDF\n ${rdf}\n ${dc}\n>\n<channel rdf:about="http://arxiv.org/"><title>cs</title><dc:date>2025-12-31T20:30:00-05:00</dc:date></channel>\n${items.join('\n')}\n</rdf:RDF>\n`,
    expected: made.map(({ paper, mark }) => ({
      ...same(paper, ['title', 'abstract', 'authors', 'arxivId']),
      categories: paper.categories.slice(0, 1),
      announcement: mark === '' ? undefined : mark === ' UPDATED' ? 'replacement' : 'cross-list',
    })) as Expected[],
  };
}

function preprints(papers: MadePaper[], random: Random): Layout {
  const cdata = random.below(2) === 0;
  const put = (text: string): string => (cdata ? `<![CDATA[${text}]]>` : text);
  const items = papers.map(
    (paper, index) => `<item rdf:about="https://owls.example.org/${index}">
<title>${put(paper.title)}</title><link>https://owls.example.org/${index}</link>
<description>${put(`${paper.abstract} `)}</description>
<dc:creator>${put('Tern, M., Auk, Z. O., van Dijk, N.')}</dc:creator>
<dc:date>${paper.date}</dc:date><dc:identifier>doi:${paper.doi}</dc:identifier>
<prism:publicationName>${paper.venue}</prism:publicationName>
${paper.keywords.map((word) => `<dc:subject>${word}</dc:subject>`).join('')}
</item>`,
  );
  return {
    text: `${xml}<rdf:RDF ${rdf} ${dc} ${prism}><channel><title>Owls</title></channel>${items.join('')}</rdf:RDF>`,
    expected: papers.map((paper) => ({
      title: paper.title,
      abstract: paper.abstract,
      doi: paper.doi,
      date: paper.date,
      venue: paper.venue,
      authors: ['M. Tern', 'Z. O. Auk', 'N. van Dijk'],
    })),
  };
}

function journal(papers: MadePaper[], random: Random): Layout {
  const escaped = random.below(2) === 0;
  const html = (text: string): string =>
    escaped ? text.replaceAll('<', '&lt;').replaceAll('>', '&gt;') : `<![CDATA[${text}]]>`;
  const items = papers.map(
    (
      paper,
    ) => `<item><title>${html(`${paper.title}`)}</title><link>https://journal.example.org/doi/full/${paper.doi}?af=R</link>
<description>${html(`${paper.venue}, Volume 3, Issue 2, Page 1-20, March 2025. `)}</description>
<content:encoded>${html(`<h2>ABSTRACT</h2>\n<p>${paper.abstract}</p>`)}</content:encoded>
${paper.authors.map((name) => `<dc:creator>${name}</dc:creator>`).join('')}
<prism:doi>${paper.doi}</prism:doi><prism:publicationName>${paper.venue}</prism:publicationName><pubDate>${rfcDay(paper.date)}</pubDate></item>`,
  );
  return {
    text: `${xml}<rss version="2.0" ${dc} ${prism} xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Owls</title>${items.join('\n')}</channel></rss>`,
    expected: papers.map((paper) => same(paper, ['title', 'abstract', 'authors', 'doi', 'venue', 'date'])),
  };
}

function jsonFeed(papers: MadePaper[], random: Random): Layout {
  const items = papers.map((paper) => ({
    id: `https://arxiv.org/abs/${paper.arxivId}`,
    url: `https://arxiv.org/abs/${paper.arxivId}`,
    title: paper.title,
    ...(random.below(2) === 0
      ? { content_text: paper.abstract }
      : { content_html: `<p>${paper.abstract}</p>` }),
    date_published: `${paper.date}T00:00:00Z`,
    authors: paper.authors.map((name) => ({ name })),
    tags: paper.keywords,
  }));
  return {
    text: JSON.stringify(
      { version: 'https://jsonfeed.org/version/1.1', title: 'Owls', items },
      null,
      random.below(3),
    ),
    expected: papers.map((paper) =>
      same(paper, ['title', 'abstract', 'authors', 'arxivId', 'keywords', 'date']),
    ),
  };
}

/** Some fields of a paper, as they are. */
function same(paper: MadePaper, names: (keyof MadePaper & keyof Expected)[]): Expected {
  return Object.fromEntries(names.map((name) => [name, paper[name]])) as unknown as Expected;
}
