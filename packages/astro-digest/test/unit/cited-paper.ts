import type { PaperData } from '../../src/content/schemas.ts';
import type { CitedPaper } from '../../src/model/citation.ts';

/** A paper for tests, of which only what matters is given. */
export function citedPaper(
  data: Partial<PaperData> = {},
  { id = '2025-03-12/a-paper', abstract = 'It works.', url = 'https://example.org/papers/a-paper/' } = {},
): CitedPaper {
  return {
    id,
    abstract,
    url,
    data: {
      title: 'A Paper',
      issue: { collection: 'issues', id: '2025-03-12' },
      issueDate: '2025-03-12',
      position: 1,
      authors: [],
      organizations: [],
      links: [],
      live: false,
      source: { file: 'src/content/digests/2025-03-12.txt', lines: [1, 3] },
      ...data,
    },
  };
}

/** The paper that introduced Adam, of which the facts are known. */
export const adam = citedPaper(
  {
    title: 'Adam: A Method for Stochastic Optimization',
    authors: ['Diederik P. Kingma', 'Jimmy Ba'],
    date: '2014-12-22',
    arxivId: '1412.6980',
  },
  { id: '2014-12-23/adam', abstract: 'It is fast.\n\nIt needs little memory.' },
);

/** A paper of a conference, with a DOI. */
export const residual = citedPaper({
  title: 'Deep Residual Learning for Image Recognition',
  authors: ['Kaiming He', 'Xiangyu Zhang', 'Shaoqing Ren', 'Jian Sun'],
  date: '2016-06-27',
  arxivId: '1512.03385',
  doi: '10.1109/CVPR.2016.90',
  venue: 'CVPR 2016',
});

/** Titles that look like something else to somebody. */
export const hostileTitles = [
  "\"Quotes\" and 'quotes' and ``quotes''",
  'Open { brace',
  'Closed } brace }}',
  '\\input{/etc/passwd} \\write18{ls}',
  '</script><script>alert(1)</script>',
  '<!-- <script> -->',
  ']]> &amp; &lt;',
  '@article{x, title = {y}}',
  'title}, author = {Nobody',
  'One\nTY  - JOUR\r\nER  - \u2028ER  - ',
  'ER  - ',
  'ER  - x  - y',
  '100% of $x_1^2$ & #1 ~ \\alpha',
  '%',
  '🦉 and 👩‍🔬',
  '\u202eright to left\u202c עברית',
  '注意力就是你所需要的一切',
  'half \ud83e of a character \udd89',
  'bell \u0007 null \0 delete \x7f',
  'dashes -- --- and ?` !`',
  'a, b, and c = d # e',
  '   blanks   everywhere \u00a0 ',
  '__proto__',
];
