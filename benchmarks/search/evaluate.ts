// `pnpm evaluate:search`: how well papers are found, beside other searches. Names of corpora may follow; all are the default. A corpus for which there is a file in `readers/` is asked in the words of readers, too.
// `--write` puts the tables into docs/search.md; `--misses` prints the queries whose paper does not come first.
// `--digests <folder>` takes the digests of a folder of your own in place of the corpora, and `--readers <file>` your queries for them, as JSON: see
// `ReaderQuery` in `readers.ts`.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildCorpus, corpora, corpusOf } from './corpora.ts';
import { placesOf, scoresOf, type Result } from './measures.ts';
import { astroDigest } from './peers/astro-digest.ts';
import type { Engine } from './peers/engine.ts';
import { flexSearch } from './peers/flexsearch.ts';
import { miniSearch } from './peers/minisearch.ts';
import { orama } from './peers/orama.ts';
import { pagefindDefaults } from './peers/pagefind-defaults.ts';
import { makeQueries } from './queries.ts';
import { askAsReaders, readReaderQueries, type ReaderResult } from './readers.ts';
import { readerRowsOf, rowsOf, toMarkdown, toText, withTables, type Rows } from './report.ts';

const mostOfEachRule = 72;
const engines: Engine[] = [astroDigest, miniSearch, flexSearch, orama, pagefindDefaults];
const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    digests: { type: 'string' },
    readers: { type: 'string' },
  },
});
const { write, misses, digests, readers: readersFile } = values;
if (digests === undefined ? readersFile !== undefined : write || names.length > 0)
  throw new Error(
    '`--readers` needs `--digests`, which goes neither with `--write` nor with names of corpora.',
  );

const sections: string[] = [];
for (const corpus of digests === undefined ? corpora(names) : [corpusOf(digests)]) {
  const built = await buildCorpus(corpus);
  const queries = makeQueries(built.papers, mostOfEachRule);
  const asked = await readReaderQueries(corpus.name, built.papers, readersFile);
  const results = new Map<string, Result>();
  const readers = new Map<string, ReaderResult>();
  for (const engine of engines) {
    const start = performance.now();
    const search = await engine.open(built);
    const places = await placesOf(queries, search);
    results.set(engine.name, scoresOf(queries, places));
    if (asked.length > 0) readers.set(engine.name, await askAsReaders(asked, search));
    console.log(`${engine.name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
    if (misses && engine === astroDigest) {
      for (const [index, { rule, query, paper }] of queries.entries()) {
        if (places[index] !== 1) console.log(`${places[index]}  ${rule}: ${query}  (${paper})`);
      }
    }
  }
  const title = `${corpus.name}: ${built.papers.length} papers`;
  tell(`${title}, ${queries.length} queries`, rowsOf(results));
  if (asked.length > 0) tell(`${title}, ${asked.length} queries of readers`, readerRowsOf(readers));
}

function tell(title: string, rows: Rows): void {
  console.log(`\n${title}\n${toText(rows)}`);
  sections.push(`### ${title}\n\n${toMarkdown(rows)}`);
}

if (write) {
  const page = new URL('../../docs/search.md', import.meta.url);
  await writeFile(page, withTables(await readFile(page, 'utf8'), sections, await versionsOf(engines)));
}

async function versionsOf(engines: readonly Engine[]): Promise<string[]> {
  return Promise.all(
    engines.map(async ({ name, package: packageName, settings }) => {
      const folder =
        packageName === 'astro-digest' ? '../../packages/astro-digest/' : `../node_modules/${packageName}/`;
      const text = await readFile(new URL(`${folder}package.json`, import.meta.url), 'utf8');
      const { version } = JSON.parse(text) as { version: string };
      return `- ${name} ${version}: ${settings}`;
    }),
  );
}
