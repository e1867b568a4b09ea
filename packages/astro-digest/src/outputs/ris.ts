import { arxivIdOf, type Citation } from '../model/citation.ts';
import { fullFamilyName, type CitationName } from '../model/person-name.ts';
import { onOneLine } from '../model/single-line.ts';

/**
 * Writes a bibliography in RIS (https://en.wikipedia.org/wiki/RIS_(file_format), the specification of 2011): UTF-8, CRLF at
 * the end of each line, one value a line.
 *
 * No value has a line break or two blanks in a row, so none can look like a tag to any reader.
 *
 * @returns one entry a citation; empty when there are none
 */
export function toRis(citations: readonly Citation[]): string {
  return citations.map(toEntry).join('');
}

/**
 * `UNPB` for preprints, of which RIS knows nothing: an `unpublished work`, as other tools write them. `CONF`, which every
 * reader knows, and not `CPAPER`, which bibutils does not.
 */
const types = { article: 'UNPB', 'article-journal': 'JOUR', 'paper-conference': 'CONF' };

function toEntry(citation: Citation): string {
  const { id, title, author = [], issued, archive, abstract } = citation;
  const arxivId = arxivIdOf(citation);
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', types[citation.type]],
    ['ID', id],
    ['TI', title],
    ...author.map((name): [string, string] => ['AU', nameToRis(name)]),
    ['T2', citation['container-title']],
    ['PY', year === undefined ? undefined : String(year).padStart(4, '0')],
    // `YYYY/MM/DD/`, and the slashes stay where a part is not known.
    ['DA', year && month ? `${year}/${twoDigits(month)}/${day ? twoDigits(day) : ''}/` : undefined],
    ['DB', archive],
    ['AN', arxivId && `arXiv:${arxivId}`],
    ['DO', citation.DOI],
    ['UR', citation.URL],
    ...(citation.keyword?.split(', ') ?? []).map((word): [string, string] => ['KW', word]),
    ['LA', citation.language],
    ['N1', citation.note],
    ['AB', abstract],
  ];
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${onOneLine(value)}\r\n`] : []));
  return `${written.join('')}ER  - \r\n`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** A name such as `van der Berg, Jan, Jr.`; a comma of a name that is not to be split is left out, as RIS would split it. */
function nameToRis(name: CitationName): string {
  if (name.literal !== undefined) return name.literal.replaceAll(',', ' ');
  return [fullFamilyName(name), name.given, name.suffix].filter(Boolean).join(', ');
}
