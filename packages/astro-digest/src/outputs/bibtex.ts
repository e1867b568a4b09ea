import { arxivIdOf, type Citation } from '../model/citation.ts';
import type { CitationName } from '../model/person-name.ts';
import { onOneLine } from '../model/single-line.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Writes a bibliography in BibTeX (https://ctan.org/pkg/bibtex), which biber reads, too.
 *
 * In UTF-8: letters that are not ASCII stay as they are, as biber and every TeX since 2018 read them; commands in their
 * place would be unreadable to all that is not TeX. A preprint is `@misc`, since an `@article` has to have a journal; its
 * venue, where the digest has one that is no journal and no conference for sure, is `howpublished`.
 *
 * @returns one entry a citation, each with a line feed at its end; empty when there are none
 */
export function toBibtex(citations: readonly Citation[]): string {
  return citations.map(toEntry).join('\n');
}

function toEntry(citation: Citation): string {
  const { id, title, author, issued, abstract } = citation;
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  const venue = citation['container-title'];
  const eprint = arxivIdOf(citation);
  const fields: [name: string, value: string | undefined][] = [
    ['title', braced(titleToTex(title))],
    ['author', author && braced(author.map(nameToTex).join(' and '))],
    [venueField[citation.type], venue && braced(escapeTex(venue))],
    ['year', year === undefined ? undefined : braced(String(year))],
    // BibTeX's own names of months, which each style writes in its language.
    ['month', months[(month ?? 0) - 1]],
    ['day', day === undefined ? undefined : braced(String(day))],
    ['eprint', eprint && braced(eprint)],
    ['archivePrefix', eprint && '{arXiv}'],
    ['doi', citation.DOI && braced(verbatim(citation.DOI))],
    ['url', citation.URL && braced(verbatim(citation.URL))],
    ['keywords', citation.keyword && braced(escapeTex(citation.keyword))],
    ['langid', citation.language && braced(escapeTex(citation.language))],
    ['note', citation.note && braced(escapeTex(citation.note))],
    ['abstract', abstract && braced(escapeTex(onOneLine(abstract)))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []));
  return `@${entryType[citation.type]}{${id},\n${lines.join('')}}\n`;
}

const entryType = { article: 'misc', 'article-journal': 'article', 'paper-conference': 'inproceedings' };
const venueField = { article: 'howpublished', 'article-journal': 'journal', 'paper-conference': 'booktitle' };

function braced(text: string): string {
  return `{${text}}`;
}

/**
 * What stands for a character that means something to TeX.
 *
 * A brace is written as a command, and not as `\{`, because BibTeX and biber count braces without looking at what is
 * before them.
 */
const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** Text that TeX sets as it stands; two quotes or hyphens are kept apart, which TeX would make one character of. */
function escapeTex(text: string): string {
  return text
    .replace(/[\\{}~^&%$#_]/g, (character) => special[character] as string)
    .replace(/-(?=-)|'(?=')|`(?=`)|[?!](?=`)/g, '$&{}');
}

/** Addresses and identifiers, which BibTeX styles write without reading them: no braces and no backslash. */
function verbatim(text: string): string {
  return text.replace(/[\s\\{}]/g, encodeURIComponent);
}

/** A run of letters, marks and digits. */
const word = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * A title with braces around the capitals that matter, since many styles make small letters of those inside a title.
 *
 * A word matters that has a capital after its first character (`GPT`, `iPhone`, `3D`), or is one capital other than `A`;
 * where the title is in sentence case, every word but the first that begins with a capital (`Bayes`). Titles in title case
 * keep the other capitals unprotected, because these come from the case of the title.
 */
function titleToTex(title: string): string {
  const words = [...title.matchAll(word)].map(([text]) => text);
  const later = words.slice(1).filter((text) => text.length > 3 && /^\p{L}/u.test(text));
  const capitals = later.filter((text) => /^\p{Lu}/u.test(text)).length;
  const sentenceCase = later.length > 0 && capitals * 2 <= later.length;
  let end = 0;
  let tex = '';
  for (const [index, match] of [...title.matchAll(word)].entries()) {
    const [text] = match;
    tex += escapeTex(title.slice(end, match.index));
    end = match.index + text.length;
    const matters =
      /^.+\p{Lu}/u.test(text) ||
      (/^\p{Lu}$/u.test(text) && text !== 'A' && index > 0) ||
      (sentenceCase && index > 0 && /^\p{Lu}/u.test(text) && text !== 'A');
    tex += matters ? `{${text}}` : text;
  }
  return tex + escapeTex(title.slice(end));
}

/** A name such as `van der Berg, Jan`, or `{The Team}`, which is not to be split. */
function nameToTex(name: CitationName): string {
  if (name.literal !== undefined) return `{${escapeTex(name.literal)}}`;
  const family = (name.family ?? '').split(' ').some((part) => /^\p{Ll}/u.test(part))
    ? `{${escapeTex(name.family ?? '')}}`
    : namePart(name.family);
  const particle = name['non-dropping-particle'];
  return [particle ? `${particle} ${family}` : family, namePart(name.suffix), namePart(name.given)]
    .filter((part) => part !== '')
    .join(', ');
}

/** Part of a name; braces hold together what is no plain word. */
function namePart(part: string | undefined): string {
  if (part === undefined) return '';
  return /^[\p{L}\p{M}.'’]+(?:[ -][\p{L}\p{M}.'’]+)*$/u.test(part) && !/(?:^| )and(?: |$)|''/i.test(part)
    ? part
    : `{${escapeTex(part)}}`;
}
