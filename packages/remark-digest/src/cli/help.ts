import { dialects } from '../dialects/index.ts';
import type { CommandName } from './arguments.ts';
import { usualTimeout, usualTimeoutOfIds } from './fetch/surroundings.ts';

const indent = ' '.repeat(19);

/** The names of the dialects, in lines of at most 80 characters. */
const names = dialects
  .map(({ name }) => name)
  .join(', ')
  .replace(/(.{1,60})(?: |$)/g, `${indent}$1\n`)
  .trimEnd();

const reading = `  --year N         year of dates that have none and whose file name tells none
  --dialect NAME   grammar to read with instead of the one told from the text:
${names}`;

const general = `remark-digest: reads digests of research papers.

  remark-digest convert FILES --out DIR   writes one .mdx file a paper
  remark-digest check FILES               tells what is in digests
  remark-digest fetch SOURCE --out DIR    saves a digest from the web
  remark-digest fetch ids FILES           looks up what papers lack
  remark-digest --help, --version

FILES are digests (.txt .md .json .xml .bib .ris .eml .html and others), or
folders of which all such files are read.
The options of a command: remark-digest convert --help
`;

const convert = `remark-digest convert FILES --out DIR [options]

Writes each paper of the digests FILES to DIR/<issue>/<paper>.mdx. Files that
you edited or deleted are left as they are, and a second run writes nothing.

  --out DIR        folder to write to; made when it is not there
${reading}
  --force          write files that were edited or deleted, too; what was edited
                   is kept beside them as .mdx.bak
  --quiet          print errors only
  --help           print this

Exit status: 0 all is well, or there are only warnings; 1 something was not read
or not written; 2 the command line is wrong.
`;

const check = `remark-digest check FILES [options]

Prints of each digest its dialect, how many papers, links and maths it has,
every message about it, and the share of its lines that are accounted for.

  --json           print it as JSON
${reading}
  --help           print this

Exit status: 0 all is well, or there are only warnings; 1 there are errors; 2
the command line is wrong.
`;

const fetch = `remark-digest fetch hugging-face --out DIR [options]
remark-digest fetch arxiv CATEGORY --out DIR [options]
remark-digest fetch ADDRESS --out DIR [options]

Asks for one digest and saves it in the folder DIR as it comes, under its day:
Hugging Face's Daily Papers (DIR/2025-03-12.json), what arXiv announces in a
category such as cs.LG (DIR/2025-03-12-cs-lg.xml), or the file at an address.
A file that is there and says something else is left as it is.

  --out DIR        folder to write to; made when it is not there
  --date DAY       day of the digest, such as 2025-03-12: today in UTC for
                   hugging-face; of others the day that they tell themselves
  --name NAME      what follows the day in the name of the file
  --timeout N      seconds that all may take: ${usualTimeout} otherwise
  --force          write a file that is there and says something else, too; it
                   is kept beside it as .bak
  --quiet          print errors only
  --help           print this

Environment: HTTPS_PROXY, HTTP_PROXY and NO_PROXY name a proxy, HF_ENDPOINT and
ARXIV_ENDPOINT a mirror of https://huggingface.co and https://rss.arxiv.org.

Exit status: 0 the digest is there, or there is none on that day; 1 it can't be
had or not be written; 2 the command line is wrong.
`;

const fetchIds = `remark-digest fetch ids FILES [options]

Looks up the papers of the digests FILES that have no identifier or no authors,
each by its whole title, and adds what is found (arxivId, doi, authors) to the
front matter of the paper's own file, <issue>/<paper>.mdx beside the digest.
What stands there already stays as it is.

  --from NAMES     services to ask, in turn, with commas between them:
                   arxiv,crossref otherwise; semantic-scholar is known, too
  --mail ADDRESS   your mail address, which Crossref is told
  --timeout N      seconds after which no more is asked: ${usualTimeoutOfIds} otherwise
  --quiet          print errors only
  --help           print this

Environment: HTTPS_PROXY, HTTP_PROXY and NO_PROXY name a proxy,
ARXIV_API_ENDPOINT, CROSSREF_ENDPOINT and SEMANTIC_SCHOLAR_ENDPOINT a mirror of
https://export.arxiv.org, https://api.crossref.org and
https://api.semanticscholar.org.

Exit status: 0 all was looked for, whether or not it was found; 1 something
can't be read, had or written; 2 the command line is wrong.
`;

/** What `--help` prints. */
export function helpText(of?: CommandName): string {
  return of === undefined ? general : { convert, check, fetch, 'fetch ids': fetchIds }[of];
}
