import { it } from 'vitest';
import { randomFrom, type Random } from '../hostile/random.ts';
import { expectPapers, type Expected } from './compare.ts';
import { initials, longDay } from './mails.ts';
import { makePapers, type MadePaper } from './papers.ts';

it('300 generated pages, saved, are read whole', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const papers = makePapers(seed, 1 + random.below(6));
    const { dialect, body, expected } = random.pick([arxivList, hydrated, mailOfScholar])(random, papers);
    const base = random.pick([
      '<base href="https://arxiv.org/">',
      '<link rel=canonical href="https://arxiv.org/list/q-bio/new">',
      '<meta property="og:url" content="https://arxiv.org/list/q-bio/new">',
    ]);
    const doctype = random.pick(['<!DOCTYPE html>\n', '<!doctype html>', '']);
    const head = `<head><meta charset="utf-8"><title>Owls &amp; terns</title>${base}<style>p > a { color: red }</style></head>`;
    const script = '<script>if (1 < 2) document.write("<p>No</p>")</script>';
    const page = `${doctype}<html lang="en">${head}<body>${script}${body}</body></html>\n`;
    expectPapers(page, dialect, expected, `seed ${seed}\n${page}`);
  }
});

interface Made {
  dialect: string;
  body: string;
  expected: Expected[];
}

/** Text as HTML has it, broken over lines now and then. */
function text(random: Random, value: string): string {
  const escaped = value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('é', () => random.pick(['é', '&eacute;', '&#233;', '&#xE9;']));
  return escaped.replaceAll(' ', () => (random.below(12) === 0 ? random.pick(['\n', '\n   ', '  ']) : ' '));
}

function arxivList(random: Random, papers: MadePaper[]): Made {
  const isClosed = random.below(2) === 0;
  const items = papers.map((paper, index) => {
    const { title, abstract, authors, arxivId, categories, comment } = paper;
    const withComment = random.below(2) === 0;
    const subjects = categories.map((code) => `Subject (${code})`).join('; ');
    const names = authors.map((name) => `<a href="/a/owls">${text(random, name)}</a>`).join(', ');
    const comments = withComment
      ? `<div class="meta"><span>Comments:</span> ${text(random, comment)}</div>`
      : '';
    return {
      html:
        `<dt><a name="item${index + 1}">[${index + 1}]</a> <a href="/abs/${arxivId}" title="Abstract">\n arXiv:${arxivId}\n</a> ` +
        `[<a href="/pdf/${arxivId}">pdf</a>, <a href="/format/${arxivId}">other</a>]\n${isClosed ? '</dt>' : ''}` +
        `<dd><div><span>Title:</span>\n ${text(random, title)}\n</div><div class="authors">${names}</div>${comments}` +
        `<div><span>Subjects:</span> <b>${subjects}</b></div><p>${text(random, abstract)}\n${isClosed ? '</p></dd>' : ''}\n`,
      expected: {
        title,
        abstract,
        authors,
        arxivId,
        categories,
        announcement: 'new' as const,
        ...(withComment && { comment }),
      },
    };
  });
  const count = items.length;
  return {
    dialect: 'arxiv-listing',
    body:
      `<h1>Populations and Evolution</h1><ul><li><a href="#item0">New submissions</a><li><a href="#item9">Cross-lists</a></ul>` +
      `<h3>Showing new listings for ${longDay('2025-12-31')}</h3><dl><h3>New submissions (showing ${count} of ${count} entries)</h3>` +
      `${items.map(({ html }) => html).join('')}</dl><footer hidden><p>Owls</p></footer>`,
    expected: items.map(({ expected }) => expected),
  };
}

function hydrated(random: Random, papers: MadePaper[]): Made {
  const dailyPapers = papers.map(({ title, abstract, authors, arxivId, upvotes, submittedBy }) => ({
    paper: { id: arxivId, title, summary: abstract, authors: authors.map((name) => ({ name })), upvotes },
    submittedBy: { fullname: submittedBy },
  }));
  const json = JSON.stringify({ dateString: '2025-12-31', dailyPapers }, null, random.pick([0, 2]));
  const quote = random.pick(['"', "'"]);
  const props = json.replaceAll('&', '&amp;').replaceAll(quote, quote === '"' ? '&quot;' : '&#39;');
  const cards = papers.map(
    ({ title, arxivId }) => `<h3><a href="/papers/${arxivId}">${text(random, title)}</a></h3>`,
  );
  return {
    dialect: 'json',
    body: `<main><div data-target="DailyPapers" data-props=${quote}${props}${quote}>${cards.join('\n')}</div></main>`,
    expected: papers.map(({ title, abstract, authors, arxivId, upvotes, submittedBy }) => ({
      title,
      abstract,
      authors,
      arxivId,
      upvotes,
      submittedBy,
    })),
  };
}

function mailOfScholar(random: Random, papers: MadePaper[]): Made {
  const items = papers.map(({ title, abstract, authors, venue, url }) => {
    const names = authors.map(initials);
    const address = `https://scholar.google.com/scholar_url?url=${encodeURIComponent(url)}&amp;hl=en`;
    return (
      `<h3><span>${random.pick(['', '[PDF] '])}</span><a href="${address}">${text(random, title)}</a></h3>` +
      `<div>${text(random, names.join(', '))}&nbsp;- ${text(random, venue)}, 2025</div><div>${text(random, abstract)} …</div>` +
      `<table><tr><td><a href="https://scholar.google.com/scholar_share?ss=tw"><img alt="Twitter"></a></td></tr></table><br>`
    );
  });
  return {
    dialect: 'google-scholar',
    body: `<div>${items.join('\n')}<p>This message was sent by Google Scholar because you're following new articles by Mia Tern.</p></div>`,
    expected: papers.map(({ title, abstract, venue }) => ({ title, abstract: `${abstract} …`, venue })),
  };
}
