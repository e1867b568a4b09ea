/** What may be mended inside titles and abstracts. */
export interface InlineOptions {
  /** Bare addresses become links. */
  links: boolean;
  /** TeX's quotes, dashes, ties, escapes and accents become characters. */
  typography: boolean;
  /** TeX's `\textbf{…}`, `\emph{…}`, `\texttt{…}` and their like become emphasis and code, Markdown's `**…**` strong. */
  markup: boolean;
  /** Text between backticks becomes code. Default: as `markup`. */
  code: boolean;
  /** A run of `bullet …` becomes a list. */
  lists: boolean;
  /** TeX formulas, also those that lost their dollars and backslashes, become maths. */
  maths: boolean;
}

/** Fills in what is not said: everything is mended unless it is turned off. */
export function resolveInline(options: boolean | Partial<InlineOptions> | undefined): InlineOptions {
  const all = options !== false;
  const defaults: InlineOptions = {
    links: all,
    typography: all,
    markup: all,
    code: all,
    lists: all,
    maths: all,
  };
  return typeof options === 'object' ? { ...defaults, code: options.markup ?? all, ...options } : defaults;
}
