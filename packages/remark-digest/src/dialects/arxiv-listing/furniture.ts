// What stands around the papers on arXiv's pages: their head, navigation, tools and foot.
/** Whole lines, several in one where ` / ` parts them. */
const lines = new Set(
  [
    // Head and search
    'Skip to main content / Cornell University / Cornell University Logo / arxiv logo / arXiv.org',
    'Donate / Login / Help / Advanced Search / Help | Advanced Search / the Simons Foundation',
    'member institutions / , and all contributors. / all contributors / Search / Search... / open search',
    'open navigation menu / GO / quick links / Help Pages / About / All fields / Title / Author',
    'Abstract / Comments / Journal reference / ACM classification / MSC classification / Report number',
    'arXiv identifier / DOI / ORCID / arXiv author ID / Full text',
    // Lists
    'fewer / more / all / fewer | more | all / Continue to the next day / Go to page 1 / recent / new',
    'No updates today. / No updates for this time period. / (author list is unavailable)',
    // An abstract's page
    'Access Paper: / Full-text links: / View PDF / Download PDF / View a PDF of the paper / TeX Source',
    'Other Formats / HTML (experimental) / view license / (view license) / Current browse context:',
    'Change to browse by: / < prev / next > / < prev | next > / References & Citations / NASA ADS',
    'Google Scholar / Semantic Scholar / INSPIRE HEP / DBLP - CS Bibliography / DBLP / listing / bibtex',
    'export BibTeX citation / a export BibTeX citation / export BibTeX citation Loading... / Bookmark',
    'BibSonomy logo / Reddit logo / BibSonomy logo Reddit logo / Focus to learn more',
    'Submission history / Bibliographic Tools / Bibliographic and Citation Tools',
    'Bibliographic Explorer Toggle / Bibliographic Explorer (What is the Explorer?)',
    'Connected Papers Toggle / Connected Papers (What is Connected Papers?) / Litmaps Toggle',
    'Litmaps (What is Litmaps?) / scite.ai Toggle / scite Smart Citations (What are Smart Citations?)',
    'Code, Data, Media / Code, Data and Media Associated with this Article / alphaXiv Toggle',
    'alphaXiv (What is alphaXiv?) / Links to Code Toggle',
    'CatalyzeX Code Finder for Papers (What is CatalyzeX?) / DagsHub Toggle / DagsHub (What is DagsHub?)',
    'GotitPub Toggle / Gotit.pub (What is GotitPub?) / Huggingface Toggle',
    'Hugging Face (What is Huggingface?) / Papers with Code (What is Papers with Code?)',
    'ScienceCast Toggle / ScienceCast (What is ScienceCast?) / Demos / Replicate Toggle',
    'Replicate (What is Replicate?) / Spaces Toggle / Hugging Face Spaces (What is Spaces?)',
    'TXYZ.AI (What is TXYZ.AI?) / Related Papers / Recommenders and Search Tools',
    'Influence Flower Toggle / Influence Flower (What are Influence Flowers?) / Core recommender toggle',
    'Link to Influence Flower / CORE Recommender (What is CORE?) / IArxiv recommender toggle',
    'IArxiv Recommender (What is IArxiv?) / Venue / Institution / Topic / About arXivLabs',
    'arXivLabs: experimental projects with community collaborators',
    // Foot
    'About Help / contact arXivClick here to contact arXiv Contact / Contact / Contact arXiv / Subscribe',
    'subscribeClick here to subscribe Subscribe / subscribe to arXiv mailings',
    'Click here to contact arXiv / Click here to subscribe / Copyright / Privacy Policy',
    'Web Accessibility Assistance / arXiv Operational Status',
    'Get status notifications via email or slack / Get status notifications via / email / or slack',
    'slack',
  ].flatMap((row) => row.toLowerCase().split(' / ')),
);

const patterns = [
  /^We (?:gratefully )?acknowledge(?: the)? support from/i,
  /^(?:arxiv(?: logo)? )?> [\w.>: /-]{1,60}$/i,
  /^Authors and titles for recent submissions$/,
  /^See (?:today's new changes|recent articles)$/,
  /^\[? ?Total of \d+ entries\b/i,
  /^\[? ?Showing up to \d+ entries per page/i,
  /^View page: [\d\s]+$/,
  /^(?:No|No further) updates for \w{3}, \d{1,2} \w{3} \d{4}\b/,
  /^(?:\d{1,5}-\d{1,5}|\.{3})(?:\s+(?:\d{1,5}-\d{1,5}|\.{3}))*$/,
  /^(?:new \| )?recent \| \d{4}-\d{2}$/,
  /^(?:cs|math|physics|stat|q-bio|q-fin|eess|econ|astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nlin|nucl-(?:ex|th)|quant-ph)(?:\.[A-Za-z-]{2,10})?$/,
  /^arXivLabs is a framework that allows collaborators/,
  /^Both individuals and organizations that work with arXivLabs/,
  /^Have an idea for a project that will add value for arXiv's community/,
  /^Which authors of this paper are endorsers\?/,
];

/** No such line is longer, in UTF-16 units. */
const longest = 300;

/** Whether a line belongs to the page and not to a paper. */
export function isFurniture(value: string): boolean {
  if (value.length > longest) return false;
  const plain = value.replace(/\s+/g, ' ').replace(/^[-*•]\s/, '');
  return lines.has(plain.toLowerCase()) || patterns.some((pattern) => pattern.test(plain));
}

const pageParts = [
  /^(?:View PDF|Download PDF|HTML \(experimental\)|TeX Source|Other Formats|Focus to learn more|Submission history)$/,
  /^View a PDF of the paper titled /,
  /^\(or arXiv:\S+ \[[\w.-]+\] for this version\)$/,
  /^https?:\/\/doi\.org\/\S+$/,
  /^arXiv-issued DOI via DataCite/,
];

/** Whether a line stands among the fields of a paper on its own page, and tells nothing of it. */
export function isPagePart(value: string): boolean {
  return pageParts.some((pattern) => pattern.test(value));
}
