import { citationsWithKeys, type CitablePaper, type Citation } from '../model/citation.ts';
import { fold } from '../model/fold.ts';
import { toBibtex } from './bibtex.ts';
import { toCslJson } from './csl-json.ts';
import { toMarkdownList } from './markdown-list.ts';
import { toRis } from './ris.ts';

/** Forms in which a list of papers can be saved, by the ending of the file. */
export type FileFormat = 'bib' | 'ris' | 'json' | 'md';

/** Media types of the files. */
export const fileTypes: Readonly<Record<FileFormat, string>> = {
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  json: 'application/vnd.citationstyles.csl+json',
  md: 'text/markdown',
};

const writers: Record<FileFormat, (citations: readonly Citation[]) => string> = {
  bib: toBibtex,
  ris: toRis,
  json: toCslJson,
  md: toMarkdownList,
};

/** Letters that no accent makes of others, in small letters. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Writes Latin letters in ASCII; those of other scripts are not in the keys of a list. */
function latinToAscii(text: string): string {
  return fold(text).replace(/[ßæœøđðþłı]/g, (letter) => letters[letter] as string);
}

/**
 * Writes a list of papers in a format, as the site's own bibliographies have them, in a browser. Keys of papers in other scripts than the Latin one
 * are shorter than there.
 */
export function writeList(format: FileFormat, papers: readonly CitablePaper[]): string {
  return writers[format](citationsWithKeys(papers, latinToAscii));
}
