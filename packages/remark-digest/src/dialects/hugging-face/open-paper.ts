import { foldText, splitText, type LocatedText } from '../../text/located-text.ts';
import type { FactDrafts, LinkDraft } from '../dialect.ts';
import type { Token } from './tokens.ts';

/** A paper while it is read. */
export interface OpenPaper {
  title: Token[];
  /** Paragraphs of the abstract, each with its lines. */
  abstract: Token[][];
  facts: { -readonly [Name in keyof FactDrafts]: FactDrafts[Name] };
  authors: LocatedText[];
  organizations: LocatedText[];
  links: LinkDraft[];
  id: string | undefined;
  marks: number;
  /** Whether the page is about this paper alone. */
  alone: boolean;
  numbers: LocatedText[];
}

/**
 * Whether a text is one more line of a title: of two lines only the first has the mark of a heading, and where there is but one paper both
 * have it, or neither.
 */
export function continuesTitle(token: Token, { title, abstract, alone }: OpenPaper): boolean {
  const last = title.at(-1) as Token;
  const isBelow = token.address === undefined && token.firstLine === last.lastLine + 1;
  const isAlike =
    token.level === undefined ? last.level !== undefined || alone : alone && token.level === last.level;
  return isBelow && isAlike && abstract.length === 0;
}

/** Adds a line to an abstract: to its last paragraph, or as another one where a line is blank between. */
export function addToAbstract(token: Token, { abstract }: OpenPaper): void {
  const open = abstract.at(-1);
  const last = open?.at(-1);
  if (open && last && token.firstLine - last.lastLine <= 1) open.push(token);
  else abstract.push([token]);
}

/** Adds names with commas between. */
export function addAuthors(names: LocatedText, { authors }: OpenPaper): void {
  for (const name of splitText(names, /,/g)) {
    if (/\p{L}/u.test(name.value)) authors.push(foldText(name));
  }
}
