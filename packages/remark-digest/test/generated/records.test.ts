import { it } from 'vitest';
import { randomFrom, type Random } from '../hostile/random.ts';
import { expectPapers, type Expected } from './compare.ts';
import { makePapers, type MadePaper } from './papers.ts';

/** How the records of one text are written. */
interface Layout {
  /** The names of the keys, by what they say. */
  names: Record<Key, string>;
  /** A key and its value. */
  line: (name: string, value: string) => string;
  /** What stands between two records. */
  between: string;
  /** What stands above a record. */
  above: (number: number) => string;
  /** The keys in their order. */
  order: readonly Key[];
  /** Whether long values go over lines. */
  wrapped: boolean;
}

type Key =
  | 'title'
  | 'link'
  | 'authors'
  | 'date'
  | 'categories'
  | 'keywords'
  | 'doi'
  | 'venue'
  | 'comment'
  | 'abstract';

const english: Layout['names'] = {
  title: 'Title',
  link: 'PDF',
  authors: 'Authors',
  date: 'Published',
  categories: 'Categories',
  keywords: 'Keywords',
  doi: 'DOI',
  venue: 'Journal',
  comment: 'Comments',
  abstract: 'Summary',
};
const chinese: Layout['names'] = {
  title: '标题',
  link: '论文链接',
  authors: '作者',
  date: '发布日期',
  categories: '分类',
  keywords: '关键词',
  doi: 'DOI',
  venue: '期刊',
  comment: '备注',
  abstract: '摘要',
};

it('300 generated texts of records are read whole', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const papers = makePapers(seed, 1 + random.below(6));
    const layout = makeLayout(random);
    const written = papers.map((paper, index) => write(paper, index + 1, layout));
    const head = random.below(2) === 0 ? '' : 'Papers of 2025-12-31\n\n';
    const text =
      head +
      written.map(({ text }) => text).join(layout.between) +
      (random.below(2) === 0 ? '\n' : layout.between);
    expectPapers(
      text,
      'records',
      written.map(({ expected }) => expected),
      `seed ${seed}\n${text}`,
    );
  }
});

function makeLayout(random: Random): Layout {
  const optional: Key[] = ['authors', 'date', 'categories', 'keywords', 'doi', 'venue', 'comment'];
  const order: Key[] = ['title', 'link', ...optional.filter(() => random.below(2) === 0), 'abstract'];
  if (random.below(3) === 0) order.push(order.shift() as Key);
  const bold = random.pick(['none', 'name', 'colon']);
  const colon = random.pick([': ', ':', '： ']);
  return {
    names: random.pick([english, chinese]),
    line: (name, value) =>
      ({
        none: `${name}${colon}${value}`,
        name: `**${name}**${colon}${value}`,
        colon: `**${name}:** ${value}`,
      })[bold] as string,
    between: random.pick([
      '\n\n',
      '\n\n---\n\n',
      '\n---\n',
      '\n\n***\n\n',
      `\n${'='.repeat(20)}\n`,
      '\n\n-----\n',
    ]),
    above: random.pick([() => '', (number: number) => `${number}.\n`, (number: number) => `[${number}]\n`]),
    order,
    wrapped: random.below(2) === 0,
  };
}

function write(paper: MadePaper, number: number, layout: Layout): { text: string; expected: Expected } {
  const values: Record<Key, string> = {
    title: paper.title,
    link: `https://arxiv.org/abs/${paper.arxivId}`,
    authors: paper.authors.join(', '),
    date: paper.date,
    categories: paper.categories.join(', '),
    keywords: paper.keywords.join('; '),
    doi: paper.doi,
    venue: paper.venue,
    comment: paper.comment,
    abstract: paper.abstract,
  };
  const lines = layout.order.map((key) => {
    const value =
      layout.wrapped && key === 'abstract' ? values[key].replace(/(.{20,40}) /g, '$1\n  ') : values[key];
    return layout.line(layout.names[key], value);
  });
  const expected: Expected = { title: paper.title, abstract: paper.abstract, arxivId: paper.arxivId };
  const { authors, date, categories, keywords, doi, venue, comment } = paper;
  const told = { authors, date, categories, keywords, doi, venue, comment };
  for (const key of Object.keys(told) as (keyof typeof told)[]) {
    if (layout.order.includes(key)) Object.assign(expected, { [key]: told[key] });
  }
  return { text: layout.above(number) + lines.join('\n'), expected };
}
