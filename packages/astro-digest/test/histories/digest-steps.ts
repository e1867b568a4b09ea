import type { Random } from '../../../../benchmarks/archive/random.ts';
import { withFile, withoutFile, type AuthoredSite, type NextSite, type Step } from './authored-site.ts';
import {
  arxivId,
  authorLine,
  digestFolder,
  digestNames,
  digestPath,
  digestText,
  sentence,
  type Sources,
} from './sources.ts';

/** A day after the newest digest, or before it. */
function dayFor(sources: Sources, random: Random, isNewest: boolean): string {
  const days = digestNames(sources).filter((name) => /^\d/.test(name));
  const last = Date.parse(`${days.at(-1) ?? '2025-01-01'}T00:00:00Z`);
  const apart = isNewest ? random.between(1, 40) : -random.between(1, 700);
  return new Date(last + apart * 86_400_000).toISOString().slice(0, 10);
}

/** Papers' own files beside digests. */
const paperFiles = (sources: Sources): string[] =>
  [...sources.keys()].filter((path) => path.startsWith(digestFolder) && path.endsWith('.mdx')).sort();

/** Puts something in the place of a part of a digest that is drawn. */
function edit(
  site: AuthoredSite,
  random: Random,
  part: RegExp,
  write: (found: string) => string,
  did: string,
): NextSite {
  const path = digestPath(random.pick(digestNames(site.sources)));
  const text = site.sources.get(path) ?? '';
  const found = [...text.matchAll(part)];
  if (found.length === 0) return { ...site, did: `found nothing to edit in ${path}` };
  const { 0: old, index } = random.pick(found);
  const edited = `${text.slice(0, index)}${write(old)}${text.slice(index + old.length)}`;
  return withFile(site, path, edited, did);
}

/** A paper's own file, with a component in it or without. */
function paperFile(random: Random): string {
  const isLive = random.chance(0.5);
  const code = isLive ? "import Note from '../../../theme/Note.astro';\n\n" : '';
  const note = isLive ? ' <Note>a note</Note>' : '';
  return `---\ntitle: ${sentence(random, 3).slice(0, -1)}\n---\n\n${code}${sentence(random)}${note}\n`;
}

/** What an author does to the digests of a site. */
export const digestSteps: readonly Step[] = [
  (site, random, { papers }) =>
    withFile(site, digestPath(dayFor(site.sources, random, true)), digestText(random, papers), 'added'),
  (site, random, { papers }) =>
    withFile(site, digestPath(dayFor(site.sources, random, false)), digestText(random, papers), 'added'),
  (site, random) =>
    edit(site, random, /(?<= )[a-z]{3,}(?= )/g, () => sentence(random, 1).slice(0, -1), 'edited a word of'),
  (site, random) => edit(site, random, /\d{4}\.\d{5}/g, () => arxivId(random), 'edited an id of'),
  (site, random) => edit(site, random, /^\w+ \w+, \w+ \w+$/gm, () => authorLine(random), 'edited authors of'),
  (site, random) =>
    edit(site, random, /(?<=## \[)[^\]]+/g, () => sentence(random, 4).slice(0, -1), 'edited a title of'),
  (site, random) => edit(site, random, /^## [^#]*/gm, () => '', 'removed a paper of'),
  (site, random) => {
    // A paper of one digest becomes that of another one.
    const [from, to] = [random.pick(digestNames(site.sources)), random.pick(digestNames(site.sources))];
    const entry = /## [^#]*/.exec(site.sources.get(digestPath(from)) ?? '')?.[0] ?? '';
    const text = `${site.sources.get(digestPath(to))}\n${entry}`;
    return withFile(site, digestPath(to), text, `copied a paper of ${from} to`);
  },
  (site, random) => {
    const name = random.pick(digestNames(site.sources));
    const text = site.sources.get(digestPath(name)) ?? '';
    const day = dayFor(site.sources, random, random.chance(0.5));
    return withFile(
      withoutFile(site, digestPath(name), 'renamed'),
      digestPath(day),
      text,
      `renamed ${name} to`,
    );
  },
  (site, random) => withoutFile(site, digestPath(random.pick(digestNames(site.sources))), 'removed'),
  (site, random) => {
    const path = `${digestFolder}${random.pick(digestNames(site.sources))}/own-${random.between(1, 3)}.mdx`;
    return withFile(site, path, paperFile(random), 'wrote');
  },
  (site, random) => {
    const files = paperFiles(site.sources);
    if (files.length === 0) return withFile(site, 'public/extra.txt', sentence(random), 'wrote');
    const path = random.pick(files);
    return random.chance(0.5)
      ? withoutFile(site, path, 'removed')
      : withFile(site, path, paperFile(random), 'edited');
  },
];
