/** Elements that begin a line and end it. */
const lineElements = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol option p pre section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);

/** Those of them that are set apart by more than a line. */
const paragraphElements = new Set(
  'article blockquote details dl figure h1 h2 h3 h4 h5 h6 hr menu ol p pre section table ul'.split(' '),
);

/** Elements whose content nobody sees. */
const hiddenElements = new Set(
  'audio canvas datalist head iframe map noembed noframes noscript object script select style svg template video'.split(
    ' ',
  ),
);

/** Elements that have no content, and so no closing tag. */
const voidElements = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
);

/** Elements that the next one of their kind closes. */
const unclosedElements = new Set('dd dt li option p tbody td tfoot th thead tr'.split(' '));

/** What the elements of HTML are to somebody who reads a page as text. */
export const elements = {
  /** Whether it stands on lines of its own. */
  isLine: (name: string): boolean => lineElements.has(name),
  /** Whether blank lines set it apart. */
  isParagraph: (name: string): boolean => paragraphElements.has(name),
  /** Whether nobody sees its content. */
  isHidden: (name: string): boolean => hiddenElements.has(name),
  /** Whether it has no content. */
  isVoid: (name: string): boolean => voidElements.has(name),
  /** Whether it may stay unclosed. */
  isUnclosed: (name: string): boolean => unclosedElements.has(name),
};

/** Whether attributes hide an element from readers. */
export function isHiddenBy(attributes: ReadonlyMap<string, string>): boolean {
  return (
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    /(?:^|;)\s*display\s*:\s*none/i.test(attributes.get('style') ?? '')
  );
}
