import { it } from 'vitest';
import { randomFrom, type Random } from '../hostile/random.ts';
import { expectPapers, type Expected } from './compare.ts';
import { makePapers, type MadePaper } from './papers.ts';

/** What a text tells of its papers besides title, address and abstract. */
type Told = 'authors' | 'date' | 'venue' | 'categories' | 'keywords' | 'comment' | 'url';

/** Writes the papers of one topic. */
type Write = (papers: readonly MadePaper[], random: Random) => string;

/** Papers under a heading each. */
function headings(told: ReadonlySet<Told>): Write {
  return (papers, random) => {
    const number = random.below(2) === 0;
    const place = random.pick(['heading', 'label', 'list']);
    const quote = random.below(3) === 0 ? '> ' : '';
    const rule = random.below(3) === 0 ? '\n---\n' : '';
    return papers
      .map((paper, index) => {
        const head = `### ${number ? `${index + 1}. ` : ''}${place === 'heading' ? linked(paper) : paper.title}`;
        const facts = factLines(paper, told, place === 'list' ? '- ' : '');
        if (place === 'list') facts.unshift(`- **PDF:** ${address(paper)}`);
        const label = place === 'label' ? `\n[PDF](${address(paper)})\n` : '';
        const [above, below] = told.has('url') ? [label, ''] : ['', label];
        const lines = facts.length > 0 ? `\n${facts.join(place === 'list' ? '\n' : '  \n')}\n` : '';
        return `${head}\n${above}${lines}\n${quote}${paper.abstract}\n${below}${rule}`;
      })
      .join('\n');
  };
}

/** Papers in the rows of a table. */
function table(told: ReadonlySet<Told>): Write {
  return (papers, random) => {
    const bold = random.below(2) === 0 ? '**' : '';
    const abstract = random.pick(['plain', 'details', 'break']);
    const isLinked = random.below(2) === 0;
    const isBroken = random.below(3) === 0;
    const columns: readonly Column[] = [
      ['Title', (paper) => `${bold}${titleCell(paper, isLinked, isBroken)}${bold}`],
      ...columnIf(told.has('date'), 'Date', ({ date }) => date),
      ...columnIf(told.has('authors'), 'Authors', ({ authors }) => authors.join(', ')),
      ...columnIf(told.has('comment'), 'Comment', ({ comment }) => comment),
      ...columnIf(told.has('keywords'), 'Keywords', ({ keywords }) => keywords.join(', ')),
      ['Abstract', (paper) => abstractCell(paper, abstract)],
      ...columnIf(!isLinked, 'PDF', (paper) => `[link](${address(paper)})`),
    ];
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return [
      row(columns.map(([name]) => `${bold}${name}${bold}`)),
      row(columns.map(() => random.pick(['---', ':---:', '---:']))),
      ...papers.map((paper) => row(columns.map(([, cell]) => cell(paper)))),
      '',
    ].join('\n');
  };
}

type Column = readonly [name: string, cell: (paper: MadePaper) => string];

function columnIf(isThere: boolean, ...column: Column): Column[] {
  return isThere ? [column] : [];
}

function titleCell(paper: MadePaper, isLinked: boolean, isBroken: boolean): string {
  const title = isBroken ? paper.title.replace(' ', '\n  ') : paper.title;
  return isLinked ? `[${title}](${address(paper)})` : title;
}

function abstractCell({ abstract }: MadePaper, form: string): string {
  if (form === 'details') return `<details><summary>Show</summary><p>${abstract}</p></details>`;
  return form === 'break' ? abstract.replace('. ', '.<br>') : abstract;
}

/** Papers as items of a list. */
function bullets(told: ReadonlySet<Told>): Write {
  return (papers, random) => {
    const form = random.pick(['linked', 'bold', 'bold and linked', 'wrapped link']);
    const sign = random.pick(['- ', '* ', '+ ', '1. ']);
    const indent = ' '.repeat(sign.length);
    const blurb = random.pick(['colon', 'dash', 'below']);
    return papers
      .map((paper) => {
        const title = itemTitle(paper, form);
        const facts = factLines(paper, told, `${indent}- `).join('\n');
        const behind =
          blurb === 'below' || facts !== ''
            ? `${facts === '' ? '' : `\n${facts}`}\n\n${indent}${paper.abstract}\n`
            : `${blurb === 'colon' ? ': ' : ' - '}${paper.abstract}`;
        return `${sign}${title}${behind}\n`;
      })
      .join('');
  };
}

function itemTitle(paper: MadePaper, form: string): string {
  if (form === 'bold') return `**${paper.title}** ([paper](${address(paper)}))`;
  if (form === 'bold and linked') return `**${linked(paper)}**`;
  return form === 'wrapped link' ? linked(paper).replace(' ', '\n  ') : linked(paper);
}

/** Papers that can be unfolded. */
function details(told: ReadonlySet<Told>): Write {
  return (papers) =>
    papers
      .map(
        (paper) =>
          `<details>\n<summary><b>${paper.title}</b></summary>\n\n[arXiv](${address(paper)})\n\n${factLines(paper, told, '').join('  \n')}\n\n${paper.abstract}\n\n</details>\n`,
      )
      .join('\n');
}

/** Papers whose titles begin paragraphs, as newsletters have them. */
function paragraphs(told: ReadonlySet<Told>): Write {
  return (papers, random) => {
    const form = random.pick(['bold', 'linked', 'quoted']);
    const hides = random.below(2) === 0;
    const between = random.pick(['\n', '\n\n']);
    return papers
      .map((paper) => {
        const url = hides
          ? `https://click.example.com/CL0/${encodeURIComponent(address(paper))}/1/02`
          : address(paper);
        const facts = factLines(paper, told, '').map((line) => `${line}\n\n`);
        if (form === 'quoted')
          return `《${paper.title}》\n\n${facts.join('')}> ${paper.abstract}\n\nLink: ${address(paper)}\n`;
        const title =
          form === 'bold' ? `**[${paper.title} (4 minute read)](${url})**` : `[${paper.title}](${url})`;
        return facts.length > 0
          ? `${title}\n\n${facts.join('')}${paper.abstract}\n`
          : `${title}${between}${paper.abstract}\n`;
      })
      .join('\n');
  };
}

/** The layouts, each with what it can tell. */
const layouts: Record<string, { make: (told: ReadonlySet<Told>) => Write; can: readonly Told[] }> = {
  headings: {
    make: headings,
    can: ['authors', 'date', 'venue', 'categories', 'keywords', 'comment', 'url'],
  },
  table: { make: table, can: ['authors', 'date', 'keywords', 'comment'] },
  bullets: { make: bullets, can: ['authors', 'date', 'categories', 'comment', 'url'] },
  details: { make: details, can: ['authors', 'date', 'categories'] },
  paragraphs: { make: paragraphs, can: ['authors', 'date'] },
};

it.each(Object.entries(layouts))(
  '300 generated digests of Markdown in the layout %s are read whole',
  (name, { make, can }) => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomFrom(seed);
      const told = new Set(can.filter(() => random.below(2) === 0));
      const write = make(told);
      const topics = random.pick([[''], ['Owls and Others'], ['Owls and Others', 'Far Away']]);
      const all = makePapers(seed, topics.length + random.below(6));
      const half = Math.ceil(all.length / topics.length);
      const groups = topics.map((topic, index) => ({
        topic,
        papers: all.slice(index * half, index + 1 === topics.length ? undefined : (index + 1) * half),
      }));
      const expected = groups.flatMap(({ topic, papers }) =>
        papers.map((paper) => expectedOf(paper, told, topic)),
      );
      const text = groups
        .map(({ topic, papers }) => `${topic === '' ? '' : `## ${topic}\n\n`}${write(papers, random)}`)
        .join('\n');
      const head = random.pick(['# Birds, 2025-12-31\n\n', '# Daily Papers\n\nUpdated: 2025-12-31\n\n']);
      expectPapers(head + text, 'markdown', expected, `${name}, seed ${seed}\n${head}${text}`);
    }
  },
);

function expectedOf(paper: MadePaper, told: ReadonlySet<Told>, topic: string): Expected {
  const categories = [...(told.has('categories') ? paper.categories : []), ...(topic === '' ? [] : [topic])];
  const { title, abstract, arxivId, authors, date, venue, keywords, comment, url } = paper;
  return {
    title,
    abstract,
    arxivId,
    ...(categories.length > 0 ? { categories } : {}),
    ...(told.has('authors') ? { authors } : {}),
    ...(told.has('date') ? { date } : {}),
    ...(told.has('venue') ? { venue } : {}),
    ...(told.has('keywords') ? { keywords } : {}),
    ...(told.has('comment') ? { comment } : {}),
    ...(told.has('url')
      ? {
          links: [
            { url: address(paper), kind: 'paper' as const },
            { url, kind: 'code' as const },
          ],
        }
      : {}),
  };
}

/** The facts of a paper, a line each. */
function factLines(paper: MadePaper, told: ReadonlySet<Told>, sign: string): string[] {
  const values: Record<Told, string> = {
    authors: `**Authors:** ${paper.authors.join(', ')}`,
    date: `**Published:** ${paper.date}`,
    venue: `**Venue**: ${paper.venue}`,
    categories: `**Categories:** ${paper.categories.map((category) => `\`${category}\``).join(', ')}`,
    keywords: `**Keywords:** ${paper.keywords.join(', ')}`,
    comment: `**Comment:** ${paper.comment}`,
    url: `**Code:** [GitHub](${paper.url})`,
  };
  return [...told].map((name) => `${sign}${values[name]}`);
}

function address({ arxivId }: MadePaper): string {
  return `https://arxiv.org/abs/${arxivId}`;
}

function linked(paper: MadePaper): string {
  return `[${paper.title}](${address(paper)})`;
}
