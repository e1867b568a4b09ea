/**
 * What the page that is being rendered has asked of the library. A page that asked the same and got the same is the same page, so a build
 * keeps with each page what it asked.
 */
export interface PageReads {
  /** What the page that is being rendered has asked so far, each once; absent while none is. */
  asked?: Question[] | undefined;
  /** Finds a question by its name, and answers it; absent as long as there is no library. */
  find?: ((name: string) => Question) | undefined;
}

/** A question that pages ask of the library, with its answer. There is one for each name, as long as there is one library. */
export interface Question {
  /** Its kind, a blank, its subject. */
  readonly name: string;
  readonly value: unknown;
  /** Those of the page that asked it last. */
  asked?: Question[] | undefined;
  /** Hash of its name and its answer, once it is known. */
  hash?: string | undefined;
  /** Its place in the list that was written last. */
  place?: number | undefined;
}

/** Notes for the page that is being rendered that it asked a question. */
export function noteAsked({ asked }: PageReads, question: Question): void {
  if (!asked || question.asked === asked) return;
  question.asked = asked;
  asked.push(question);
}

// Pages and the integration have modules of their own, and one process.
const place = Symbol.for('astro-digest.reads');
const reads = ((globalThis as { [place]?: Map<string, PageReads> })[place] ??= new Map());

/** What is asked by the pages of the digest that has its pages below a path of the site. */
export function pageReads(base: string): PageReads {
  return reads.get(base) ?? startPageReads(base);
}

/** Begins anew: one process may build several sites, or one after a change. */
export function startPageReads(base: string): PageReads {
  const own: PageReads = {};
  reads.set(base, own);
  return own;
}

/** What a page asks that may be another one at each build, whatever the library has: nobody can answer it. */
const unanswerable = 'unanswerable ';

/** Has nobody take the page that is being rendered for one that a build made before. */
export function noteUnanswerable(reads: PageReads): void {
  noteAsked(reads, { name: unanswerable, value: undefined });
}

/** Whether all that a page asked has answers. */
export function areAnswerable(asked: readonly Question[]): boolean {
  return asked.every(({ name }) => name !== unanswerable);
}
