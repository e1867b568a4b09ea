import { once } from '../../model/once.ts';
import type { Facets } from '../facets/open-facets.ts';
import type { Indexes } from '../indexes.ts';
import { quoted, toPhrase } from '../phrase.ts';
import { hasRun } from '../runs.ts';
import type { VolumeList } from '../volume-list.ts';
import type { WordLists } from '../word-lists/open-word-lists.ts';
import { smallestWords } from '../words.ts';
import { authorFile, authorFileCount, readAuthors } from './author-files.ts';
import { keyFile, keyOf, readKeys } from './key-file.ts';
import { authorFits, dateFits, hasName, topicFits, wordsOfName } from './operator-rules.ts';
import type { Operator, OperatorName } from './read-operators.ts';

/** The papers that operators ask for. */
export interface Scope {
  /** Ids in the indexes of those that all operators ask for; absent for all papers. */
  ids?: ReadonlySet<string>;
  /** Operators that no paper answers to, as typed: they are left out. */
  unknown: readonly string[];
}

/** Gives the ids of the papers that a reader has marked. */
export type MarkedPapers = (mark: 'starred' | 'read') => Iterable<string>;

/** Where it is told which papers answer to an operator. Each is read when it is first asked for. */
export interface ScopeSources {
  facets: Facets;
  indexes: Indexes;
  words: WordLists;
  volumes: Pick<VolumeList, 'indexes' | 'lists'>;
  /** Gives the text at an address; the empty text where there is none. */
  loadText(address: string): Promise<string>;
  /** Absent where nobody has marked any. */
  marked?: MarkedPapers | undefined;
}

type Ids = ReadonlySet<string>;

/** Finds the papers that operators ask for. */
export function openScope(sources: ScopeSources): (operators: readonly Operator[]) => Promise<Scope> {
  const { facets, indexes, marked, volumes } = sources;
  const all = once(async () => new Set((await indexes.ids()).flat()));
  const keys = once(() =>
    Promise.all(volumes.indexes.map(async (folder) => readKeys(await sources.loadText(folder + keyFile)))),
  );
  async function inDays(name: 'in' | 'before' | 'after', value: string): Promise<Ids> {
    const { dates } = await facets.read();
    const fits = dateFits(name, value);
    return new Set([...dates].filter(([, date]) => fits(date)).map(([id]) => id));
  }
  async function withMark(mark: 'starred' | 'read'): Promise<Ids> {
    const own = new Set([...(marked?.(mark) ?? [])].map(keyOf));
    if (own.size === 0) return own;
    const [ids, inOrder] = await Promise.all([indexes.ids(), keys()]);
    return new Set(
      ids.flatMap((volume, index) => volume.filter((_, place) => own.has(inOrder[index]?.[place] ?? ''))),
    );
  }
  const finders: Record<OperatorName, (value: string) => Promise<Ids>> = {
    in: (value) => inDays('in', value),
    before: (value) => inDays('before', value),
    after: (value) => inDays('after', value),
    async topic(value) {
      const { values } = await facets.read();
      const named = [...values.topic].filter(([topic]) => topicFits(value)(topic));
      return new Set(named.flatMap(([, papers]) => [...papers]));
    },
    has: async (value) => new Set((await facets.read()).values.has.get(hasName(value))),
    author: (value) => ofAuthor(value, sources),
    async is(value) {
      const state = value.toLowerCase();
      if (state === 'starred' || state === 'read') return withMark(state);
      if (state !== 'unread' || !marked) return new Set();
      return without(await all(), await withMark('read'));
    },
    word: (value) => withWords(value, sources),
  };
  return async (operators) => {
    const asked = await Promise.all(
      operators.map(async (operator) => ({ operator, papers: await finders[operator.name](operator.value) })),
    );
    const known = asked.filter(({ papers }) => papers.size > 0);
    const unknown = asked.filter(({ papers }) => papers.size === 0).map(({ operator }) => operator.typed);
    if (known.length === 0) return { unknown };
    let ids: Ids = await all();
    for (const { operator, papers } of known)
      ids = operator.isNot ? without(ids, papers) : within(ids, papers);
    return { ids, unknown };
  };
}

function within(ids: Ids, others: Ids): Ids {
  return new Set([...ids].filter((id) => others.has(id)));
}

function without(ids: Ids, others: Ids): Ids {
  return new Set([...ids].filter((id) => !others.has(id)));
}

async function ofAuthor(value: string, { indexes, volumes, loadText }: ScopeSources): Promise<Ids> {
  const [longest = ''] = wordsOfName(value).sort((a, b) => b.length - a.length);
  if (longest.length < 2) return new Set();
  const fits = authorFits(value);
  const ids = await indexes.ids();
  const found = await Promise.all(
    volumes.indexes.map(async (folder, index) => {
      const file = authorFile(longest, authorFileCount(volumes.lists[index] ?? 0));
      const authors = readAuthors(await loadText(folder + file)).filter(({ words }) => fits(words));
      return authors.flatMap(({ places }) => places.map((place) => ids[index]?.[place] ?? ''));
    }),
  );
  return new Set(found.flat());
}

/** Papers that have some words one after another, in their forms; of letters without blanks between words, all pairs. */
async function withWords(value: string, { indexes, words }: ScopeSources): Promise<Ids> {
  const pairs = smallestWords(value).filter(hasRun);
  const spaced = toPhrase(
    smallestWords(value)
      .filter((word) => !hasRun(word))
      .join(' '),
  );
  const ids = await indexes.ids();
  const sets: Ids[] = (await words.find(pairs))
    .filter(({ length }) => length === 1)
    .map(
      ({ having }) =>
        new Set(having.flatMap((papers, index) => papers.map(({ place }) => ids[index]?.[place] ?? ''))),
    );
  if (spaced.words.length > 0)
    sets.push(new Set((await indexes.ask(quoted(spaced))).flat().map(({ id }) => id)));
  const [first, ...others] = sets;
  return others.reduce(within, first ?? new Set());
}
