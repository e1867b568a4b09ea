import { refusedText, type Report } from '../messages.ts';
import { cut, placeOfText, type DigestText } from '../text/digest-text.ts';
import type { Detection, Dialect, DigestDraft } from './dialect.ts';

/** A format that is known and not read. */
interface Refused {
  /** Found in the beginning of a text. */
  sign: RegExp;
  /** What it is, for people. */
  name: string;
  /** What to do instead. */
  instead: string;
}

const asRis = 'export the same papers in the format `RIS`';
const asPubmed = 'save the same papers in the format `PubMed`, which gives a file `.nbib`';

const formats: readonly Refused[] = [
  {
    sign: /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE PubmedArticleSet[^>]*>\s*)?<Pubmed(?:ArticleSet|Article)\b/,
    name: 'an export of PubMed in XML',
    instead: asPubmed,
  },
  {
    sign: /^\s*"?PMID"?,"?Title"?,"?Authors"?,/,
    name: 'a table of PubMed',
    instead: asPubmed,
  },
  {
    sign: /^\s*(?:<\?xml[^>]*>\s*)?<xml>\s*<records>\s*<record>/,
    name: 'a library of EndNote in XML',
    instead: 'export it from EndNote in the style `RefMan (RIS) Export`',
  },
  {
    sign: /^\s*(?:<\?xml[^>]*>\s*)?<rdf:RDF[^>]*(?:zotero\.org|purl\.org\/net\/biblio)/,
    name: 'a library of Zotero in RDF',
    instead: 'export it from Zotero in the format `BibTeX`, `RIS` or `CSL JSON`',
  },
  {
    sign: /^\s*"?Key"?,"?Item Type"?,"?Publication Year"?,/,
    name: 'a table of Zotero',
    instead: 'export it from Zotero in the format `BibTeX`, `RIS` or `CSL JSON`',
  },
  {
    sign: /^\s*(?:<\?xml[^>]*>\s*)?<(?:mods:)?mods(?:Collection)?\b/,
    name: 'a bibliography in MODS',
    instead: asRis,
  },
  {
    sign: /^[ \t]*VN {1,2}- Ovid Technologies|^\s*<\d{1,6}(?:\. ?)?>\s*\n\s*(?:Unique Identifier|Accession Number|Database|Title|Authors?|Link to the Ovid)\b/m,
    name: 'an export of Ovid',
    instead: asRis,
  },
  {
    sign: /^\s*"?Authors"?,(?:"?Author full names"?,)?(?:"?Author\(s\) ID"?,)?"?Title"?,/,
    name: 'a table of Scopus',
    instead: 'export the same papers from Scopus in the format `RIS` or `BibTeX`',
  },
  {
    sign: /^\s*PT\tAU\t/,
    name: 'a table of Web of Science',
    instead: 'export the same papers as `Plain text file`',
  },
];

/** The longest beginning that has to be looked at, in UTF-16 units. */
const longestBeginning = 4000;

/** Exports of databases and reference managers that are known, and refused with a word on what is read instead. */
export const otherExports: Dialect = { name: 'other-exports', detect, read };

function find({ value }: DigestText): Refused | undefined {
  const beginning = value.slice(0, longestBeginning);
  return formats.find(({ sign }) => sign.test(beginning));
}

function detect(text: DigestText): Detection {
  const format = find(text);
  return format
    ? { score: 1, reason: `it is ${format.name}` }
    : { score: 0, reason: 'no export of PubMed in XML, of Ovid, Scopus or others', failedAt: 0 };
}

function read(text: DigestText, report: Report): DigestDraft {
  const { name, instead } = find(text) ?? { name: 'no export that is known', instead: asRis };
  report(refusedText(name, instead), placeOfText(cut(text, 0, text.value.length), text));
  return { issues: [] };
}
