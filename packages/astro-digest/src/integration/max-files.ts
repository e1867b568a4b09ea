import type { RouteKind } from '../model/route-kinds.ts';
import type { BuiltFile } from './built-files.ts';

/** From which share of the limit on a site is warned. */
const warnFrom = 0.75;

/** How many ways out are named at most. */
const mostAdvice = 3;

/** How many fragments of the index are advised where there are very many. */
const fewFragments = 500;

/** What is to be said of the number of files of a site. */
export interface FileCountProblem {
  /** Whether there are more than the limit allows. */
  isError: boolean;
  /** One sentence. */
  message: string;
}

/** A setting after which there would be fewer files. */
interface Way {
  setting: string;
  /** Whether a file would be gone. */
  removes(file: BuiltFile): boolean;
}

/** Kinds of which a digest is one without, those that cost a reader least first. */
const dispensable: readonly RouteKind[] = [
  'bibliographies',
  'epub',
  'mail',
  'feeds',
  'images',
  'organizations',
  'categories',
  'authors',
  'byVotes',
  'reviews',
  'topics',
  'archive',
];

/**
 * Judges the number of files of a site.
 *
 * @param limit how many files the host takes
 * @returns what to say, from three quarters of the limit on: the count, the limit, and the settings that help most, as many
 * as it takes to be out of danger and at most three, by what they save in this very site; nothing below
 */
export function findFileCountProblem(
  files: readonly BuiltFile[],
  limit: number,
): FileCountProblem | undefined {
  const aim = limit * warnFrom;
  if (files.length < aim) return undefined;
  const ways = waysOut(files);
  const advice: string[] = [];
  let left = [...files];
  while (left.length >= aim && advice.length < mostAdvice) {
    const [best] = ways
      .map((way) => ({ way, kept: left.filter((file) => !way.removes(file)) }))
      .sort((a, b) => a.kept.length - b.kept.length);
    if (!best || best.kept.length === left.length) break;
    advice.push(`\`${best.way.setting}\` (${number(left.length - best.kept.length)} fewer)`);
    left = best.kept;
    ways.splice(ways.indexOf(best.way), 1);
  }
  const isError = files.length > limit;
  const count = isError
    ? `The site has ${number(files.length)} files, more than the ${number(limit)} of \`maxFiles\``
    : `The site has ${number(files.length)} files, ${Math.floor((100 * files.length) / limit)} % of the ${number(limit)} of \`maxFiles\``;
  const way =
    advice.length === 0
      ? 'none of them can be spared, so it needs a host that takes more'
      : `set ${listOf(advice)} in digest() of astro.config`;
  return { isError, message: `${count}: ${way}.` };
}

function waysOut(files: readonly BuiltFile[]): Way[] {
  return [
    { setting: "pages: 'issue'", removes: ({ kind }) => kind === 'paper' },
    fewerFragments(files),
    ...dispensable.map((off) => ({
      setting: `routes: { ${off}: false }`,
      removes: ({ kind, within }: BuiltFile) => kind === off || within === off,
    })),
  ];
}

/** Pagefind has a fragment a paper; told to have fewer, it puts several papers into each. */
function fewerFragments(files: readonly BuiltFile[]): Way {
  const fragments = files.filter(({ path, kind }) => kind === 'search' && path.includes('/fragment/'));
  const kept = Math.min(fewFragments, Math.ceil(fragments.length / 4));
  const gone = new Set(fragments.slice(kept));
  return { setting: `search: { maxFragments: ${kept} }`, removes: (file) => gone.has(file) };
}

function listOf(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
