import type { PageLine } from '../page-lines.ts';

/** Who wrote a paper, where and when: `M Tern, Z Auk… - Journal of Owls, 2025 - owls.example.org`. */
const byline =
  /^(?<authors>\p{L}[^\r\n]{0,300}?)\s{0,3}[\u00A0 ][-–—]\s(?:(?:(?<venue>\S[^\r\n]{0,200}?),\s)?(?<year>(?:19|20)\d{2})|(?<cut>[^\r\n]{0,200}?(?:…|\.{3})))(?:\s[-–—]\s\S[^\r\n]{0,80})?$/u;

/** No author's name is longer, in UTF-16 units. */
const longestName = 40;

/** The names alone, as Google Scholar shortens them: `M Tern, ORF Finch, N van Dijk…`. */
const names =
  /^(?:\p{Lu}{1,4} (?:(?:d[aeiou]s?|van|von|der|den|la|le|el|al|bin|ter) ){0,2}\p{Lu}[\p{L}'’-]{0,30}(?: \p{Lu}[\p{L}'’-]{1,30})?(?:, |(?=…?$))){1,20}…?$/u;

/** The parts of a byline. */
export interface Byline {
  authors: string;
  venue: string | undefined;
  year: string | undefined;
}

/** Reads a byline; nothing where a line is none. */
export function readByline(value: string): Byline | undefined {
  if (value.length > 400) return undefined;
  if (names.test(value)) return { authors: value, venue: undefined, year: undefined };
  const { authors, venue, cut, year } = (/[-–—]/.test(value) && byline.exec(value)?.groups) || {};
  if (authors === undefined) return undefined;
  const isList = authors
    .split(', ')
    .every(
      (name) =>
        /^(?:\p{Lu}|\p{Lo}|d[e']|v[ao]n|…)/u.test(name) &&
        name.length <= longestName &&
        !/[.!?:]\s/.test(name),
    );
  return isList ? { authors, venue: venue ?? cut, year } : undefined;
}

/** What says of what kind a paper's file is, or that it is a book: `[PDF]`. */
export const kindMarks =
  /^(?:\[(?:PDF|HTML|BOOK|B|CITATION|C|DOCX?|PS|PPT|RTF|TXT|XML|LINK|图书|引用|書籍|引文|LIBRO|LIVRE|LIVRO|BUCH|CITAS?|ZITATION|CITATION)\](?:\s+|$))+/;

/** An address that stands in a text as mail programs write it: `<https://example.org>`. */
export const bareAddress = /[<[(]?(?<url>https?:\/\/[^\s<>\]]{1,3000}[^\s<>\]).,])[>\])]?/;

const furniture = [
  /^(?:(?:save|twitter|linkedin|facebook|x|share|guardar|speichern|enregistrer|salvar|保存|儲存)(?:[\s|·]+|$)){1,6}$/i,
  /^[•*-]?\s?(?:cites|cita|cite|zitiert|cytuje|引用)\s?[:：]/i,
  /\bGoogle (?:Scholar|Académico|Acadêmico|Akademik)\b|Google 学术搜索|Google 學術搜尋/i,
  /^(?:list|cancel|update|manage|create)(?: my| this)? alerts?(?: .{0,60})?$/i,
  /^(?:list alerts|cancel alert)(?:[\s|·]+(?:list alerts|cancel alert))$/i,
  /^see all (?:recommendations|articles|results)$/i,
  /^showing (?:top|most relevant|less relevant) results .{0,100}$/i,
  /^(?:skip to content|saved to|your library|my profile|my citations|settings|unsubscribe|help|recommended articles)\b.{0,3}$/i,
  /^Google (?:LLC|Inc)\b.{0,100}$/i,
];

/** The heading of an alert that has several: `New citations to articles by Mia Tern`. */
export const heading =
  /^(?:new|recommended) (?:articles?|citations?|results?|related research|research)\b.{0,150}$/i;

/** Whether a line stands around the papers of an alert. */
export function isFurniture({ value, links }: Pick<PageLine, 'value' | 'links'>): boolean {
  if (value === '' || value.replace(kindMarks, '') === '') return true;
  return (
    value.length < 400 &&
    (furniture.some((pattern) => pattern.test(value)) ||
      links.some(({ url }) => isShare(url.value) && value.length < 40))
  );
}

function isShare(url: string): boolean {
  return /scholar_(?:share|alerts)|\/citations\?/.test(url);
}
