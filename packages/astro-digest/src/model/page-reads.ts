/**
 * What the page that is being rendered has asked of the library. A page that asked the same and got the same is the same page, so a build
 * keeps with each page what it asked.
 */
export interface PageReads {
  /** Questions of the page that is being rendered, each as `kind subject`; absent while none is. */
  asked?: Set<string> | undefined;
  /** Answers a question as a text, the same as long as the answer is; absent as long as there is no library. */
  answer?: ((question: string) => string) | undefined;
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
export const unanswerable = 'unanswerable ';
