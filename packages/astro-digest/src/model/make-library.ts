import { archiveOf, periodOf } from './archive.ts';
import { calendarOf, type CalendarMonth } from './calendar.ts';
import { categoriesOf, haveCategories } from './categories.ts';
import type { Citation } from './citation.ts';
import type { Connections } from './connections.ts';
import { appearances } from './duplicates.ts';
import type { Issue, Paper } from './entries.ts';
import { fold } from './fold.ts';
import type { Beside, Library, Subject, SubjectKind } from './library.ts';
import { once } from './once.ts';
import { latestFirst } from './order.ts';
import type { PageReads } from './page-reads.ts';
import { authorsOf, haveAuthors, haveOrganizations, organizationsOf } from './people.ts';
import { askable } from './questions.ts';
import type { Routes } from './route-kinds.ts';
import type { SharedName } from './shared-names.ts';
import type { Topic } from './topics.ts';
import { bibliographyVolumes, volumesOf } from './volumes.ts';
import type { Watch } from './watches.ts';

/** What a library is made of besides issues and papers. */
export interface LibraryParts {
  /** Which kinds of pages there are: others have no subjects. */
  routes: Pick<Routes, 'authors' | 'organizations' | 'categories'>;
  /** What connects papers, each once. */
  connect(papers: readonly Paper[]): Connections;
  /** The queries that the site watches, with their papers. */
  watch(papers: readonly Paper[], topicsOf: (paper: string) => readonly string[]): Watch[];
  /** The keys of the papers' citations; see `citationKeys`. */
  keys(papers: readonly Paper[]): string[];
  /** The citation of a paper that has that key. */
  cite(paper: Paper, key: string): Citation;
  /** Notes what pages ask. Default: nothing. */
  reads?: PageReads;
}

/** Makes a library; what follows from its entries is worked out when it is first asked for, and once. */
export function makeLibrary(
  unsorted: readonly Issue[],
  entries: readonly Paper[],
  { routes, connect, watch, keys, cite, reads = {} }: LibraryParts,
): Library {
  const issues = latestFirst(unsorted);
  const byId = new Map(entries.map((paper) => [paper.id, paper]));
  const issueById = new Map(issues.map((issue) => [issue.id, issue]));
  const places = new Map(issues.map(({ id }, place) => [id, place]));
  const idsOf = (issue: Issue | undefined): string[] =>
    (issue?.data.papers ?? []).map(({ id }) => id).filter((id) => byId.has(id));
  const all = issues.flatMap((issue) => idsOf(issue).map((id) => byId.get(id) as Paper));
  const together = appearances(all);
  const home = new Map([...together].flatMap(([first, ids]) => ids.map((id) => [id, first])));
  const homeId = (id: string): string => home.get(id) ?? id;
  const papers = all.filter(({ id }) => home.get(id) === id);

  const connections = once(() => connect(papers));
  const topicsByPaper = once(() => groupTopics(connections().topics));
  const watches = once(() =>
    watch(papers, (paper) => (topicsByPaper().get(paper) ?? []).map(({ name }) => name)),
  );
  const citationKeys = once(() => {
    const all = keys(papers);
    return new Map(papers.map(({ id }, index) => [id, all[index] as string]));
  });
  const citations = new Map<string, Citation>();
  const counted = issues.map(({ id, data }) => ({ id, date: data.date, papers: data.papers.length }));
  const volumes = once(() => volumesOf(counted));
  const ofBibliographies = once(() => bibliographyVolumes(counted));
  const archive = once(() => archiveOf(issues));
  const calendars = new Map<string, CalendarMonth[]>();
  const people = {
    authors: once(() => (routes.authors ? authorsOf(papers) : [])),
    organizations: once(() => (routes.organizations ? organizationsOf(papers) : [])),
    categories: once(() => (routes.categories ? categoriesOf(papers) : [])),
  };
  const has: Record<SubjectKind, () => boolean> = {
    topics: () => connections().topics.length > 0,
    authors: () => routes.authors && haveAuthors(papers),
    organizations: () => routes.organizations && haveOrganizations(papers),
    categories: () => routes.categories && haveCategories(papers),
  };
  const named = {
    authors: once(() => byName(people.authors())),
    organizations: once(() => byName(people.organizations())),
    categories: once(() => byName(people.categories())),
  };
  const subjects = (kind: SubjectKind): readonly SharedName[] =>
    kind === 'topics' ? connections().topics : people[kind]();
  const bySlug = {
    topics: once(() => new Map(subjects('topics').map((topic) => [topic.slug, topic]))),
    authors: once(() => new Map(subjects('authors').map((author) => [author.slug, author]))),
    organizations: once(() => new Map(subjects('organizations').map((name) => [name.slug, name]))),
    categories: once(() => new Map(subjects('categories').map((name) => [name.slug, name]))),
  };

  // What a page asked when it was rendered may be asked again when it has gone: every question has an answer.
  const ask = askable(
    {
      issues: () => issues,
      papers: () => papers,
      issue: (id) => issueById.get(id),
      paper: (id) => byId.get(id),
      papersOf: (id) => idsOf(issueById.get(id)),
      volumes: () => volumes(),
      volume: (id) => volumes().find((volume) => volume.id === id),
      bibliographyVolumes: () => ofBibliographies(),
      bibliographyVolume: (id) => ofBibliographies().find((volume) => volume.id === id),
      papersOfRun(run) {
        const [latest = '', earliest = ''] = run.split(' ');
        const own = issues.slice(places.get(latest), (places.get(earliest) ?? -1) + 1);
        return own.flatMap((issue) => idsOf(issue).filter((id) => homeId(id) === id));
      },
      besideIssue(id): Beside<string> {
        const place = places.get(id);
        return place === undefined ? {} : beside(issues[place + 1]?.id, issues[place - 1]?.id);
      },
      besidePaper(id): Beside<string> {
        const ids = idsOf(issueById.get(byId.get(id)?.data.issue.id ?? ''));
        const place = ids.indexOf(id);
        return place < 0 ? {} : beside(ids[place - 1], ids[place + 1]);
      },
      home: (id) => homeId(id),
      appearances: (id) => together.get(homeId(id)) ?? [id],
      // What else a citation says is the paper's own.
      citationKey: (id) => citationKeys().get(homeId(id)),
      related: (id) => (connections().related.get(homeId(id)) ?? []).map(({ id, terms }) => ({ id, terms })),
      topicsOf: (id) => (topicsByPaper().get(homeId(id)) ?? []).map(toSubject),
      subjects: (kind) => subjects(kind as SubjectKind),
      has: (kind) => has[kind as SubjectKind](),
      topic: (slug) => bySlug.topics().get(slug) as Topic | undefined,
      author: (slug) => bySlug.authors().get(slug),
      organization: (slug) => bySlug.organizations().get(slug),
      category: (slug) => bySlug.categories().get(slug),
      watches: () => watches(),
      watch: (slug) => watches().find((watch) => watch.slug === slug),
      authorNamed: (name) => subjectOf(named.authors().get(name)),
      organizationNamed: (name) => subjectOf(named.organizations().get(name)),
      categoryNamed: (name) => subjectOf(named.categories().get(name)),
      archive: () => archive(),
      period: (id) => periodOf(archive(), id),
      calendar(subject) {
        const [id = '', firstDay] = subject.split(' ');
        const year = id.slice(0, 4);
        const ofYear =
          calendars.get(`${year} ${firstDay}`) ?? calendarOf(issues, Number(year), Number(firstDay));
        calendars.set(`${year} ${firstDay}`, ofYear);
        return ofYear.filter(
          (month) =>
            month.id.startsWith(id) && month.weeks.flat().some((day) => (day?.issues.length ?? 0) > 0),
        );
      },
    },
    reads,
  );
  const paper = (id: string): Paper | undefined => ask('paper', id);
  const withIds = (ids: readonly string[]): Paper[] => ids.map((id) => paper(id) as Paper);
  const entriesBeside = <Entry>({ previous, next }: Beside<string>, entry: (id: string) => Entry) =>
    beside(previous && entry(previous), next && entry(next)) as Beside<Entry>;

  return {
    get issues() {
      return ask('issues');
    },
    get papers() {
      return ask('papers');
    },
    issue: (id) => ask('issue', id),
    paper,
    get volumes() {
      return ask('volumes');
    },
    volume: (id) => ask('volume', id),
    get bibliographyVolumes() {
      return ask('bibliographyVolumes');
    },
    bibliographyVolume: (id) => ask('bibliographyVolume', id),
    papersOfVolume: ({ issues }) => withIds(ask('papersOfRun', `${issues[0]} ${issues.at(-1)}`)),
    papersOf: ({ id }) => withIds(ask('papersOf', id)),
    issueOf: ({ data }) => ask('issue', data.issue.id) as Issue,
    besideIssue: ({ id }) => entriesBeside(ask('besideIssue', id), (id) => ask('issue', id) as Issue),
    besidePaper: ({ id }) => entriesBeside(ask('besidePaper', id), (id) => paper(id) as Paper),
    homeOf: (own) => paper(ask('home', own.id)) ?? own,
    appearancesOf: ({ id }) => withIds(ask('appearances', id)),
    citationOf(own) {
      const key = ask('citationKey', own.id) as string;
      const home = paper(ask('home', own.id)) ?? own;
      const citation = citations.get(home.id) ?? cite(home, key);
      citations.set(home.id, citation);
      return citation;
    },
    relatedTo: ({ id }) => ask('related', id).map(({ id, terms }) => ({ paper: paper(id) as Paper, terms })),
    get topics() {
      return ask('subjects', 'topics') as readonly Topic[];
    },
    topic: (slug) => ask('topic', slug),
    topicsOf: ({ id }) => ask('topicsOf', id),
    get authors() {
      return ask('subjects', 'authors') as SharedName[];
    },
    author: (slug) => ask('author', slug),
    get organizations() {
      return ask('subjects', 'organizations') as SharedName[];
    },
    organization: (slug) => ask('organization', slug),
    get categories() {
      return ask('subjects', 'categories') as SharedName[];
    },
    category: (slug) => ask('category', slug),
    get watches() {
      return ask('watches');
    },
    watch: (slug) => ask('watch', slug),
    authorNamed: (name) => ask('authorNamed', fold(name)),
    organizationNamed: (name) => ask('organizationNamed', fold(name)),
    categoryNamed: (name) => ask('categoryNamed', fold(name)),
    has: (kind) => ask('has', kind),
    get archive() {
      return ask('archive');
    },
    period: (id) => ask('period', id),
    calendar: (id, firstDay) => ask('calendar', `${id} ${firstDay}`),
  };
}

function beside<Entry>(previous: Entry | undefined, next: Entry | undefined): Beside<Entry> {
  return {
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}

const toSubject = ({ name, slug }: Subject): Subject => ({ name, slug });

const subjectOf = (shared: SharedName | undefined): Subject | undefined => shared && toSubject(shared);

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
