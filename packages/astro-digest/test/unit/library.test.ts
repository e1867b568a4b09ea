import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CitedPaper } from '../../src/model/citation.ts';
import { citationKeys, toCitation } from '../../src/model/keyed-citation.ts';
import { connectionsOf } from '../../src/model/connections.ts';
import type { Issue, Paper } from '../../src/model/entries.ts';
import type { Library } from '../../src/model/library.ts';
import { makeLibrary } from '../../src/model/make-library.ts';
import type { PageReads } from '../../src/model/page-reads.ts';

/** An issue with papers of these titles; those of authors have them after a bar. */
function issue(id: string, titles: readonly string[]): { issue: Issue; papers: Paper[] } {
  const papers = titles.map((text, index): Paper => {
    const [title = '', author] = text.split('|');
    const slug = title.toLowerCase().replaceAll(' ', '-');
    const data = {
      title,
      authors: author === undefined ? [] : [author],
      organizations: [],
      links: [],
      position: index + 1,
      issue: { collection: 'issues', id },
      issueDate: id,
      source: { file: `${id}.txt`, start: 1, end: 2 },
    } as unknown as Paper['data'];
    return { id: `${id}/${slug}`, body: `What ${title} are about.`, rendered: { html: '' }, data };
  });
  const data = { date: id, messages: [], papers: papers.map(({ id }) => ({ collection: 'papers', id })) };
  return { issue: { id, data: data as unknown as Issue['data'] }, papers };
}

const toCited = ({ id, data, body = '' }: Paper): CitedPaper => ({
  id,
  data,
  abstract: body,
  url: `/${id}`,
});

function libraryOf(issues: readonly { issue: Issue; papers: Paper[] }[], reads: PageReads = {}): Library {
  return makeLibrary(
    issues.map(({ issue }) => issue),
    issues.flatMap(({ papers }) => papers),
    {
      routes: { authors: true, organizations: true, categories: true },
      connect: (papers) =>
        connectionsOf(papers, { topics: true, named: { Owls: ['owls'] }, found: false, related: 3 }),
      watch: (papers) => [
        { name: 'Night', slug: 'night', query: 'night', papers: papers.slice(0, 1).map(({ id }) => id) },
      ],
      keys: (papers) => citationKeys(papers.map(toCited)),
      cite: (paper, key) => toCitation(toCited(paper), key),
      reads,
    },
  );
}

const monday = issue('2025-03-10', ['Owls|Ann Lee', 'Bats']);
const tuesday = issue('2025-03-11', ['Terns|Ann Lee', 'Owls at night']);
const wednesday = issue('2025-03-12', ['Newts']);

describe('a library', () => {
  const library = libraryOf([monday, wednesday, tuesday]);

  test('has what stands before and after an issue, and a paper', () => {
    const found = library.issue('2025-03-11') as Issue;
    const { previous, next } = library.besideIssue(found);
    expect([previous?.id, next?.id]).toEqual(['2025-03-10', '2025-03-12']);
    const [first, second] = library.papersOf(found) as [Paper, Paper];
    expect(library.besidePaper(first)).toEqual({ next: second });
    expect(library.besidePaper(second)).toEqual({ previous: first });
  });

  test('finds subjects by name and by slug', () => {
    expect(library.authorNamed('ann  lee')).toBeUndefined();
    expect(library.authorNamed('ANN LEE')).toEqual({ name: 'Ann Lee', slug: 'ann-lee' });
    expect(library.author('ann-lee')?.papers).toEqual(['2025-03-11/terns', '2025-03-10/owls']);
    expect(library.topic('owls')?.papers).toEqual(['2025-03-11/owls-at-night', '2025-03-10/owls']);
    expect(library.has('organizations')).toBe(false);
  });

  test('knows periods and their days', () => {
    const { kind, period, weeks } = library.period('2025-03') ?? {};
    expect([kind, period?.papers, weeks]).toEqual(['month', 5, ['2025-W11']]);
    expect(library.calendar('2025', 1).map(({ id }) => id)).toEqual(['2025-03']);
  });
});

/** Asks what the page of a paper asks. */
function readPaperPage(library: Library, id: string): void {
  const paper = library.paper(id) as Paper;
  library.issueOf(paper);
  library.besidePaper(paper);
  library.relatedTo(paper);
  library.topicsOf(paper);
  library.citationOf(paper);
  library.has('authors');
}

/** What the page of a paper asks, and the answers. */
function answersOf(issues: readonly { issue: Issue; papers: Paper[] }[], id: string): [string, string][] {
  const reads: PageReads = {};
  const library = libraryOf(issues, reads);
  reads.asked = [];
  readPaperPage(library, id);
  return reads.asked.map(({ name, value }) => [name, JSON.stringify(value)]);
}

describe('what a page asks', () => {
  test('has the same answers as long as what it shows is the same', () => {
    const before = answersOf([monday, tuesday], '2025-03-10/bats');
    expect(before.map(([question]) => question)).toEqual(
      expect.arrayContaining(['paper 2025-03-10/bats', 'besidePaper 2025-03-10/bats', 'has authors']),
    );
    expect(answersOf([monday, tuesday, wednesday], '2025-03-10/bats')).toEqual(before);
    const edited = issue('2025-03-10', ['Owls|Ann Lee', 'Bats']);
    (edited.papers[1] as Paper).body = 'Something else.';
    expect(answersOf([edited, tuesday], '2025-03-10/bats')).not.toEqual(before);
  });

  test('does not rest on who asked before', () => {
    const reads: PageReads = {};
    const library = libraryOf([monday, tuesday], reads);
    const askedBy = (id: string): string[] => {
      reads.asked = [];
      readPaperPage(library, id);
      return reads.asked.map(({ name }) => name);
    };
    const alone = answersOf([monday, tuesday], '2025-03-10/owls').map(([question]) => question);
    askedBy('2025-03-11/owls-at-night');
    expect(askedBy('2025-03-10/owls')).toEqual(alone);
  });

  test('can be answered when what it is about has gone', () => {
    assert(
      property(shuffledSubarray([monday, tuesday, wednesday]), (left) => {
        const reads: PageReads = {};
        libraryOf(left, reads);
        for (const id of ['2025-03-10/bats', '2025-03-11/terns']) {
          for (const [question] of answersOf([monday, tuesday, wednesday], id))
            expect(reads.find?.(question).name).toBe(question);
        }
        for (const question of [
          'papersOf 2025-03-12',
          'besideIssue 2025-03-12',
          'period 2025-03',
          'volume all',
        ])
          expect(reads.find?.(question).name).toBe(question);
      }),
      { seed: 16 },
    );
  });
});
