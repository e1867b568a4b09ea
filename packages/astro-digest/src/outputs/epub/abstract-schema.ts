import type { Schema } from 'hast-util-sanitize';

const mathElements =
  'math annotation maction menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace ' +
  'msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics';

const mathAttributes =
  'accent accentunder alttext columnalign columnspan depth display displaystyle encoding fence form height largeop linethickness ' +
  'lspace mathvariant maxsize minsize movablelimits notation rowspan rspace scriptlevel separator stretchy symmetric voffset width';

const textElements =
  'a abbr b bdi bdo blockquote br cite code dd del dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img input ins kbd li mark ' +
  'ol p pre q s samp section small span strong sub sup table tbody td tfoot th thead tr u ul var wbr';

/**
 * What an abstract in an EPUB may have: text, and the formulas of the loader. A site's own plugins may put anything into it; of what
 * is not named here only the text stays, and of code nothing.
 */
export const abstractSchema: Schema = {
  tagNames: `${mathElements} ${textElements}`.split(' '),
  attributes: {
    ...Object.fromEntries(mathElements.split(' ').map((name) => [name, mathAttributes.split(' ')])),
    a: ['href'],
    img: ['alt', 'src'],
    input: ['checked', 'type'],
    ol: ['start', 'reversed'],
    span: [['className', 'formula'], 'hidden'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    '*': ['dir', 'id', 'lang'],
  },
  ancestors: {
    ...Object.fromEntries(['dd', 'dt'].map((name) => [name, ['dl']])),
    ...Object.fromEntries(['tbody', 'td', 'tfoot', 'th', 'thead', 'tr'].map((name) => [name, ['table']])),
    figcaption: ['figure'],
    li: ['ol', 'ul'],
  },
  clobber: [],
  strip: ['noscript', 'script', 'style', 'template', 'title'],
};
