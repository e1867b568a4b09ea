import { it } from 'vitest';
import { randomFrom, type Random } from '../hostile/random.ts';
import { expectPapers, type Expected } from './compare.ts';
import { makePapers, type MadePaper } from './papers.ts';

/** A way in which papers are kept as JSON: the whole text, and what must come of each. */
interface Layout {
  text: string;
  expected: Expected[];
}

/** Some of what a paper has, chosen by the seed. */
type Optional = <Name extends keyof MadePaper>(name: Name) => { [Key in Name]?: MadePaper[Name] };

const layouts: ((papers: MadePaper[], random: Random) => Layout)[] = [
  dailyPapers,
  flatList,
  jsonLines,
  mapById,
  semanticScholar,
  arxivDump,
  openAlex,
  crossref,
  chinese,
];

it('300 generated files of JSON are read whole', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const papers = makePapers(seed, 1 + random.below(6));
    const layout = layouts[seed % layouts.length] as (typeof layouts)[number];
    const { text, expected } = layout(papers, random);
    expectPapers(text, 'json', expected, `seed ${seed}, ${layout.name}`);
  }
});

function dailyPapers(papers: MadePaper[], random: Random): Layout {
  const withCode = random.below(2) === 0;
  const list = papers.map((paper) => ({
    paper: {
      id: paper.arxivId,
      authors: paper.authors.map((name, index) => ({ _id: `a${index}`, name, hidden: false })),
      publishedAt: `${paper.date}T17:59:59.000Z`,
      submittedOnDailyAt: '2025-12-31T00:00:00.000Z',
      title: paper.title,
      summary: paper.abstract,
      upvotes: paper.upvotes,
      discussionId: 'd',
      ...(withCode && { githubRepo: paper.url, githubStars: 7, ai_keywords: paper.keywords }),
    },
    publishedAt: `${paper.date}T17:59:59.000Z`,
    title: paper.title,
    summary: paper.abstract.replaceAll('. ', '.\n'),
    numComments: paper.comments,
    submittedBy: { _id: 'u', name: paper.submittedBy, fullname: 'Somebody' },
    organization: { name: 'lab', fullname: paper.organization },
  }));
  const expected = papers.map(
    ({
      title,
      abstract,
      authors,
      arxivId,
      date,
      upvotes,
      comments,
      submittedBy,
      organization,
      url,
      keywords,
    }) => ({
      title,
      abstract,
      authors,
      arxivId,
      date,
      upvotes,
      comments,
      submittedBy,
      organizations: [organization],
      links: withCode ? [{ url, kind: 'code' as const }] : [],
      ...(withCode && { stars: 7, keywords }),
    }),
  );
  return { text: JSON.stringify(list, null, random.below(3)), expected };
}

function flatList(papers: MadePaper[], random: Random): Layout {
  const some = chooser(random);
  const gathered = random.below(2) === 0;
  const made = papers.map((paper) => {
    const optional = { ...some(paper)('venue'), ...some(paper)('keywords'), ...some(paper)('comment') };
    return { paper, optional };
  });
  const list = made.map(({ paper, optional }) => ({
    paper_title: paper.title,
    abstract: paper.abstract,
    authors: random.below(2) === 0 ? paper.authors : paper.authors.join(', '),
    arxiv_id: random.below(2) === 0 ? paper.arxivId : `arXiv:${paper.arxivId}`,
    upvotes: String(paper.upvotes),
    ...optional,
    ...(optional.keywords && { keywords: optional.keywords.join('; ') }),
  }));
  const text = JSON.stringify(
    gathered ? { date: '2025-12-31', count: list.length, papers: list } : list,
    null,
    2,
  );
  return {
    text,
    expected: made.map(({ paper: { title, abstract, authors, arxivId, upvotes }, optional }) => ({
      title,
      abstract,
      authors,
      arxivId,
      upvotes,
      ...optional,
    })),
  };
}

function jsonLines(papers: MadePaper[]): Layout {
  const lines = papers.map(({ title, abstract, authors, date, doi }) =>
    JSON.stringify({ title, summary: abstract, authors, published: date, doi, score: 0.5 }),
  );
  return {
    text: `${lines.join('\n')}\n`,
    expected: papers.map(({ title, abstract, authors, date, doi }) => ({
      title,
      abstract,
      authors,
      date,
      doi,
    })),
  };
}

function mapById(papers: MadePaper[]): Layout {
  const map = Object.fromEntries(
    papers.map(({ arxivId, title, abstract, categories }) => [
      `${arxivId}v3`,
      { title, details: { abstract, categories: categories.join(' ') } },
    ]),
  );
  return {
    text: JSON.stringify(map, null, 1),
    expected: papers.map(({ title, abstract, arxivId, categories }) => ({
      title,
      abstract,
      arxivId,
      categories,
      arxivVersion: 3,
    })),
  };
}

function semanticScholar(papers: MadePaper[]): Layout {
  const data = papers.map((paper, index) => ({
    paperId: `p${index}`,
    externalIds: { ArXiv: paper.arxivId, DOI: paper.doi, CorpusId: index },
    title: paper.title,
    abstract: paper.abstract,
    venue: paper.venue,
    year: 2025,
    publicationDate: paper.date,
    authors: paper.authors.map((name) => ({ authorId: null, name })),
    openAccessPdf: { url: 'https://owls.example.org/1.pdf', status: null },
  }));
  return {
    text: JSON.stringify({ total: data.length, offset: 0, data }),
    expected: papers.map(({ title, abstract, arxivId, doi, venue, date, authors }) => ({
      title,
      abstract,
      arxivId,
      doi,
      venue,
      date,
      authors,
      links: [{ url: 'https://owls.example.org/1.pdf', kind: 'paper' }],
    })),
  };
}

function arxivDump(papers: MadePaper[]): Layout {
  const list = papers.map((paper) => ({
    id: `http://arxiv.org/abs/${paper.arxivId}v1`,
    title: paper.title.replace(' ', '\n  '),
    summary: `  ${paper.abstract.replaceAll('. ', '.\n')}\n`,
    authors: paper.authors.map((name) => ({ name })),
    published: `${paper.date}T17:59:59Z`,
    arxiv_comment: paper.comment,
    arxiv_journal_ref: paper.venue,
    tags: undefined,
    categories: paper.categories,
  }));
  return {
    text: JSON.stringify({ feed: { entry: list } }),
    expected: papers.map(({ title, abstract, arxivId, date, authors, comment, venue, categories }) => ({
      title,
      abstract,
      arxivId,
      date,
      authors,
      comment,
      venue,
      categories,
      arxivVersion: 1,
      links: [{ url: `http://arxiv.org/abs/${arxivId}v1`, kind: 'paper' }],
    })),
  };
}

function openAlex(papers: MadePaper[]): Layout {
  const results = papers.map((paper) => {
    const index: Record<string, number[]> = {};
    for (const [at, word] of paper.abstract.split(' ').entries()) (index[word] ??= []).push(at);
    return {
      id: 'https://openalex.org/W1',
      doi: `https://doi.org/${paper.doi}`,
      title: paper.title,
      display_name: paper.title,
      publication_year: 2025,
      publication_date: paper.date,
      authorships: paper.authors.map((display_name) => ({
        author: { id: 'https://openalex.org/A1', display_name },
        institutions: [{ display_name: paper.organization }],
      })),
      primary_location: { source: { display_name: paper.venue } },
      abstract_inverted_index: index,
    };
  });
  return {
    text: JSON.stringify({ meta: { count: results.length }, results }),
    expected: papers.map(({ title, abstract, doi, date, authors, organization, venue }) => ({
      title,
      abstract,
      doi,
      date,
      authors,
      venue,
      organizations: [organization],
    })),
  };
}

function crossref(papers: MadePaper[]): Layout {
  const items = papers.map((paper) => ({
    DOI: paper.doi,
    type: 'journal-article',
    title: [paper.title],
    author: paper.authors.map((name) => ({
      given: name.slice(0, name.indexOf(' ')),
      family: name.slice(name.indexOf(' ') + 1),
      affiliation: [],
    })),
    'container-title': [paper.venue],
    issued: { 'date-parts': [paper.date.split('-').map(Number)] },
    abstract: `<jats:title>Abstract</jats:title><jats:p>${paper.abstract}</jats:p>`,
  }));
  return {
    text: JSON.stringify({ status: 'ok', 'message-type': 'work-list', message: { items } }),
    expected: papers.map(({ title, abstract, doi, date, authors, venue }) => ({
      title,
      abstract,
      doi,
      date,
      authors,
      venue,
    })),
  };
}

function chinese(papers: MadePaper[], random: Random): Layout {
  const list = papers.map(({ title, abstract, authors, keywords, upvotes }) => ({
    标题: title,
    摘要: abstract,
    作者: authors.join('、'),
    关键词: keywords.join('，'),
    点赞数: upvotes,
  }));
  const text = JSON.stringify(list);
  // As programs write it that keep to ASCII.
  const escaped = text.replace(
    /[^\0-\x7F]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return {
    text: random.below(2) === 0 ? text : escaped,
    expected: papers.map(({ title, abstract, authors, keywords, upvotes }) => ({
      title,
      abstract,
      authors,
      keywords,
      upvotes,
    })),
  };
}

function chooser(random: Random): (paper: MadePaper) => Optional {
  return (paper) => (name) => (random.below(2) === 0 ? {} : ({ [name]: paper[name] } as never));
}
