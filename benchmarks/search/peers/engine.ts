import type { BuiltCorpus } from '../corpora.ts';

/** A search that is measured. */
export interface Engine {
  name: string;
  /** Its npm package, of which the version is told. */
  package: string;
  /** What it was set to, as Markdown. */
  settings: string;
  /** Makes it ready; the function gives the ids of the papers that a query finds, the best first. */
  open(corpus: BuiltCorpus): Promise<(query: string) => Promise<string[]>>;
}
