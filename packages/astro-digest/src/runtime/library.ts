import { getCollection } from 'astro:content';
import config from 'virtual:astro-digest/config';
import { readConnections } from 'virtual:astro-digest/connections';
import { archiveOf, type Archive } from '../model/archive.ts';
import { categoriesOf } from '../model/categories.ts';
import { connectionsOf, keptConnections } from '../model/connections.ts';
import { appearances } from '../model/duplicates.ts';
import type { Issue, Paper } from '../model/entries.ts';
import { fold } from '../model/fold.ts';
import { findLostEntries } from '../model/loaded.ts';
import { once } from '../model/once.ts';
import { latestFirst } from '../model/order.ts';
import { authorsOf, organizationsOf } from '../model/people.ts';
import type { SharedName } from '../model/shared-names.ts';
import type { Topic } from '../model/topics.ts';

/** All issues and papers of the digest, and what follows from them. */
export interface Library {
  /** The latest first. */
  issues: Issue[];
  /** Each paper once, where it appeared first; the latest issue first, each in the order of its digest. */
  papers: Paper[];
  /** The paper of that id, also one that appeared before. */
  paper(id: string): Paper | undefined;
  /** Papers of an issue, in the order of its digest. */
  papersOf(issue: Issue): Paper[];
  /** The issue that a paper is in. */
  issueOf(paper: Paper): Issue;
  /** The paper whose page a paper has: itself, or the same paper in the issue that had it first. */
  homeOf(paper: Paper): Paper;
  /** All appearances of a paper, the first one first. */
  appearancesOf(paper: Paper): Paper[];
  /** Papers that a paper has terms in common with, the nearest first. */
  relatedTo(paper: Paper): RelatedPaper[];
  /** The site's own topics, then those found in the texts; none where topics have no pages. */
  readonly topics: readonly Topic[];
  /** Topics of a paper. */
  topicsOf(paper: Paper): Topic[];
  /** Sorted by name; none where authors have no pages. */
  authors: SharedName[];
  /** Sorted by name; none where organizations have no pages. */
  organizations: SharedName[];
  /** What digests sort papers under, sorted by name; none where categories have no pages. */
  categories: SharedName[];
  /** The author of that name, however it is written; none where authors have no pages. */
  authorNamed(name: string): SharedName | undefined;
  /** The organization of that name, however it is written; none where organizations have no pages. */
  organizationNamed(name: string): SharedName | undefined;
  /** The category of that name; none where categories have no pages. */
  categoryNamed(name: string): SharedName | undefined;
  /** Issues by years, months and weeks. */
  archive: Archive<Issue>;
}

/** A paper beside another one. */
export interface RelatedPaper {
  /** The other paper. */
  paper: Paper;
  /** The terms that both have, those that tell most first. */
  terms: readonly string[];
}

let kept: { state: string; library: Promise<Library> } | undefined;

/** Reads both collections; what follows from them is worked out once, and in the dev server again after a digest has changed. */
export async function getLibrary(): Promise<Library> {
  if (kept && !import.meta.env.DEV) return kept.library;
  const issues = (await entriesOf(config.collections.issues)) as (Issue & Stored)[];
  // An issue's hash rests on all its files, those of its papers included.
  const state = import.meta.env.DEV ? issues.map(({ id, digest }) => `${id} ${digest}`).join('\n') : '';
  if (kept?.state !== state) kept = { state, library: readLibrary(issues) };
  return kept.library;
}

interface Stored {
  digest?: string;
}

// A site's own types know its collections; this package is compiled without them.
const entriesOf = getCollection as unknown as (collection: string) => Promise<unknown[]>;

async function readLibrary(unsorted: Issue[]): Promise<Library> {
  const papers = (await entriesOf(config.collections.papers)) as Paper[];
  const found = { issues: unsorted.length, papers: papers.length };
  const problem = config.loaded && findLostEntries(config.loaded, found);
  // Where it was found says nothing to whoever has to mend it.
  if (problem !== undefined) throw Object.assign(new Error(problem), { stack: '' });
  return makeLibrary(latestFirst(unsorted), papers);
}

function makeLibrary(issues: Issue[], entries: readonly Paper[]): Library {
  const byId = new Map(entries.map((paper) => [paper.id, paper]));
  const issueById = new Map(issues.map((issue) => [issue.id, issue]));
  const paper = (id: string): Paper | undefined => byId.get(id);
  const papersWith = (ids: readonly string[]): Paper[] => ids.flatMap((id) => byId.get(id) ?? []);
  const papersOf = (issue: Issue): Paper[] => papersWith(issue.data.papers.map(({ id }) => id));

  const all = issues.flatMap(papersOf);
  const together = appearances(all);
  const home = new Map([...together].flatMap(([first, ids]) => ids.map((id) => [id, first])));
  const papers = all.filter(({ id }) => home.get(id) === id);
  const homeOf = (paper: Paper): Paper => byId.get(home.get(paper.id) ?? paper.id) ?? paper;

  const { routes } = config;
  // A build has worked them out already, while the pages were bundled.
  const kept = readConnections();
  const connections = kept ? keptConnections(kept) : connectionsOf(papers, config.connections);
  const topicsByPaper = once(() => groupTopics(connections.topics));
  const authors = once(() => (routes.authors ? authorsOf(papers) : []));
  const organizations = once(() => (routes.organizations ? organizationsOf(papers) : []));
  const categories = once(() => (routes.categories ? categoriesOf(papers) : []));
  const authorsByName = once(() => byName(authors()));
  const organizationsByName = once(() => byName(organizations()));
  const categoriesByName = once(() => byName(categories()));
  const archive = once(() => archiveOf(issues));

  return {
    issues,
    papers,
    paper,
    papersOf,
    issueOf: ({ data }) => issueById.get(data.issue.id) as Issue,
    homeOf,
    appearancesOf: (paper) => papersWith(together.get(homeOf(paper).id) ?? [paper.id]),
    relatedTo(paper) {
      return (connections.related.get(homeOf(paper).id) ?? []).map(({ id, terms }) => ({
        paper: byId.get(id) as Paper,
        terms,
      }));
    },
    topicsOf: (paper) => topicsByPaper().get(homeOf(paper).id) ?? [],
    get topics() {
      return connections.topics;
    },
    get authors() {
      return authors();
    },
    get organizations() {
      return organizations();
    },
    get categories() {
      return categories();
    },
    authorNamed: (name) => authorsByName().get(fold(name)),
    organizationNamed: (name) => organizationsByName().get(fold(name)),
    categoryNamed: (name) => categoriesByName().get(fold(name)),
    get archive() {
      return archive();
    },
  };
}

function byName(names: readonly SharedName[]): Map<string, SharedName> {
  return new Map(names.map((shared) => [fold(shared.name), shared]));
}

function groupTopics(topics: readonly Topic[]): Map<string, Topic[]> {
  const groups = new Map<string, Topic[]>();
  for (const topic of topics) {
    for (const id of topic.papers) {
      const group = groups.get(id);
      if (group) group.push(topic);
      else groups.set(id, [topic]);
    }
  }
  return groups;
}
