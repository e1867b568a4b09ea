/** What may be mended inside titles and abstracts. */
export interface InlineOptions {
  /** Bare addresses become links. */
  links: boolean;
  /** TeX's quotes, dashes, ties, escapes and accents become characters. */
  typography: boolean;
  /** TeX's `\textbf{…}`, `\emph{…}` and their like become emphasis. */
  markup: boolean;
  /** A run of `bullet …` becomes a list. */
  lists: boolean;
  /** TeX formulas, also those that lost their dollars and backslashes, become maths. */
  maths: boolean;
}

/** Fills in what is not said: everything is mended unless it is turned off. */
export function resolveInline(options: boolean | Partial<InlineOptions> | undefined): InlineOptions {
  const all = options !== false;
  const defaults: InlineOptions = { links: all, typography: all, markup: all, lists: all, maths: all };
  return typeof options === 'object' ? { ...defaults, ...options } : defaults;
}
