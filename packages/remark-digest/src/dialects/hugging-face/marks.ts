import { sliceText, trimText, type LocatedText } from '../../text/located-text.ts';
import { readDate } from '../../facts/read-date.ts';
import { readPageAddress, type PageAddress } from './addresses.ts';
import { readField, type Field } from './header-lines.ts';
import type { Token } from './tokens.ts';

/** What a thing on a page says, told by its text and its address alone. */
export type Mark =
  /** A line of the header. */
  | { kind: 'field'; field: Field }
  /** `by`, where the curator's name and what follows it stand apart. */
  | { kind: 'by' }
  | { kind: 'community' }
  /** Which papers are shown: `Daily`, `Weekly`, `Monthly`. */
  | { kind: 'period' }
  | { kind: 'navigation' }
  /** What a tool has written above a page that it saved. */
  | { kind: 'capture'; value: LocatedText }
  /** What stands below the last paper. */
  | { kind: 'foot' }
  /** Something that shows nothing, such as an image, or `-` for no votes. */
  | { kind: 'nothing' }
  | { kind: 'dot' }
  | { kind: 'date'; date: LocatedText }
  /** A number with nothing that tells what it counts. */
  | { kind: 'number' }
  | { kind: 'votes'; votes?: LocatedText | undefined; id?: string | undefined }
  | { kind: 'comments' }
  /** `8 authors`. */
  | { kind: 'authorCount' }
  /** `Submitted by`, with the name or before it. */
  | { kind: 'submitted'; name?: LocatedText | undefined }
  | { kind: 'code'; stars?: LocatedText | undefined }
  /** A page of the paper elsewhere. */
  | { kind: 'elsewhere' }
  /** `arxiv:2410.05434`, above the title on a page that is about one paper. */
  | { kind: 'arxiv'; id: LocatedText }
  /** `Authors:`, with their names or above them. */
  | { kind: 'authors'; names?: LocatedText | undefined }
  | { kind: 'abstract' }
  /** That the text above it was written by a machine. */
  | { kind: 'generated' }
  /** What follows the abstract on a page that is about one paper. */
  | { kind: 'section' }
  | { kind: 'text' };

/** Nothing but titles and abstracts is longer, in UTF-16 units. */
const longestMark = 200;

const number = /^\d[\d,.]*[kKmM]?$/;
const navigation =
  /^(?:models|datasets|spaces|buckets(?: new)?|storage|kernels|posts|docs|enterprise|pricing|log ?in|sign ?up|website|tasks|huggingchat|collections|languages|organizations|community|blog|learn|hardware|discord|forum|github|solutions|team & enterprise|hugging face pro|enterprise support|inference providers|inference endpoints|storage buckets|daily papers(?: - hugging face)?|trending papers(?: - hugging face)?|papers|hugging face(?:'s logo)?|search|search papers|skip to content|#\d+ paper of the (?:day|week|month)|search models, datasets, users\.\.\.|ask huggingchat about this paper|extracted text|content|web source|more|new)$/i;
const foot =
  /^(?:previous|next|system theme|company|tos|privacy|about|careers|jobs|brand assets|terms of service|status|trending papers ranked by github stars activity|\[?content truncated\]?)$/i;
const section =
  /^(?:community|models citing this paper|datasets citing this paper|spaces citing this paper|collections including this paper|get this paper in your agent:?)(?: \d+)?$/i;
const imageMark =
  /^!?\[?(?:图片|圖片|画像|이미지|image|img|picture|photo|avatar|thumbnail|logo)(?:[\s:：]?.{0,120})?\]$|^(?:image|avatar|thumbnail)(?: \d+)?$/i;
const capture =
  /^(?:\[\d+\] )?\**(?:page |source |url |published |crawled |)?(?:url|title|source|html|sha256|captured(?: \(utc\))?|retrieved|exported|fetched|saved|accessed|archived|description|time|at|generated from|converted from|extraction|markdown content|domain|timestamp|path)\**:\**(?:\s+(?<value>\S.*))?$/is;

/** A token with what it says. */
export interface Marked {
  token: Token;
  address: PageAddress | undefined;
  mark: Mark;
}

/** Reads a token that stands in front matter in the middle of a text, or on a line with a fence. */
export function readMarkAbove(token: Token): Marked {
  const { value } = token.text;
  const at = /^[\w-]+:\s*/.exec(value)?.[0].length ?? 0;
  return { token, address: undefined, mark: { kind: 'capture', value: sliceText(token.text, at) } };
}

/** Tells what a token says. */
export function readMark(token: Token): Marked {
  const address = token.address && readPageAddress(token.address.value);
  return { token, address, mark: markOf(token, address) };
}

function markOf({ text, level }: Token, address: PageAddress | undefined): Mark {
  const value = text.value.replace(/^LINK: /, '');
  if (value.length > longestMark) return { kind: 'text' };
  const flat = value.replace(/\s+/g, ' ');
  const votes = /^(?:upvote\s*|\[-\]\s+)(?<votes>\d[\d.,]*[km]?)?-?(?: \+\d+)?$/i.exec(flat);
  if (address?.to === 'vote' && (votes || number.test(flat) || /^(?:upvote|-|\[-\])?$/i.test(flat))) {
    return {
      kind: 'votes',
      votes: partOf(text, votes?.groups?.['votes'] ?? (number.test(flat) ? flat : '')),
      id: address.id,
    };
  }
  if (votes) return { kind: 'votes', votes: partOf(text, votes.groups?.['votes'] ?? '') };
  if (showsNothing(flat)) return { kind: 'nothing' };
  if (/^[·•]$/.test(flat)) return { kind: 'dot' };
  if (number.test(flat))
    return address?.to === 'paper' && address.place !== ''
      ? { kind: 'comments' }
      : address?.to === 'code'
        ? { kind: 'code', stars: text }
        : { kind: 'number' };
  if (/^\d+ authors?$/i.test(flat)) return { kind: 'authorCount' };
  const submitted = /^submitted by:?(?: (?<name>\S.*?)(?: on [A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)?)?$/i.exec(
    flat,
  );
  if (submitted) return { kind: 'submitted', name: partOf(text, submitted.groups?.['name'] ?? '') };
  const published = /^(?:published|on|updated)(?: on)? (?<date>\S.*)$/i.exec(flat)?.groups?.['date'] ?? flat;
  if (isDate(published)) {
    return published === flat && address === undefined && readField(flat)
      ? { kind: 'date', date: text }
      : { kind: 'date', date: partOf(text, published) ?? text };
  }
  // arXiv's own mails and pages write its name with a capital X.
  const arxiv = /^(?:[Pp]apers )?arxiv:\s?(?<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/.exec(
    flat,
  )?.groups?.['id'];
  if (arxiv !== undefined) return { kind: 'arxiv', id: partOf(text, arxiv) ?? text };
  const authors = /^authors(?::|$)\s?(?<names>.*)$/i.exec(flat)?.groups;
  if (authors) return { kind: 'authors', names: partOf(text, authors['names'] ?? '') };
  if (/^abstract:?$/i.test(flat)) return { kind: 'abstract' };
  if (/^(?:AI-generated summary|generated by\b.*)$/is.test(flat)) return { kind: 'generated' };
  if (section.test(flat) && (level !== undefined || /paper/i.test(flat))) return { kind: 'section' };
  const code = /^(?:github|gitlab|code)(?: (?<stars>\d[\d.,]*[km]?))?(?: auto)?$/i.exec(flat);
  if (code && (address?.to === 'code' || (address === undefined && code.groups?.['stars'] !== undefined))) {
    return { kind: 'code', stars: partOf(text, code.groups?.['stars'] ?? '') };
  }
  if (
    /^(?:(?:view )?arxiv(?: page| explained)?|(?:view )?pdf|project(?: page)?|add to collection|copy markdown|view explanation|html)$/i.test(
      flat,
    )
  )
    return { kind: 'elsewhere' };
  const field = readField(flat);
  if (field && field.name !== 'date') return { kind: 'field', field };
  if (/^by$/i.test(flat)) return { kind: 'by' };
  if (/^and the .*\b(?:community|group|team)$/.test(flat)) return { kind: 'community' };
  if (/^(?:daily|weekly|monthly)(?:[\s|/·]*(?:daily|weekly|monthly))*$/i.test(flat))
    return { kind: 'period' };
  if (foot.test(flat)) return { kind: 'foot' };
  if (navigation.test(flat) && (address === undefined || address.to === 'site' || address.to === 'papers'))
    return { kind: 'navigation' };
  if (level === 1 && /\bhugging face\b|^paper page - /i.test(flat)) return { kind: 'navigation' };
  const told = capture.exec(flat);
  if (told) return { kind: 'capture', value: partOf(text, told.groups?.['value'] ?? '') ?? text };
  if (address?.to === 'site' || address?.to === 'papers') return { kind: 'navigation' };
  return { kind: 'text' };
}

/** Whether a text stands for an image, is a tag of HTML, counts the pictures that are not shown (`+11`), or is a hyphen. */
function showsNothing(text: string): boolean {
  return (
    /^(?:-+|[–—*+]|\+ ?\d+|\*Page \d+\*)?$/.test(text) ||
    imageMark.test(text) ||
    /^(?:<\/?[a-z][^<>]*> ?)+$/i.test(text)
  );
}

/** `Oct 7`, `Oct 7, 2024`. */
function isDate(text: string): boolean {
  return (
    /^[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?$|^\d{4}-\d\d-\d\d$/.test(text) &&
    readDate(text, '2000-12-31') !== undefined
  );
}

/** The part of a text that says this; nothing for nothing. */
function partOf(text: LocatedText, part: string): LocatedText | undefined {
  const at = part === '' ? -1 : text.value.lastIndexOf(part);
  return at < 0 ? undefined : trimText(sliceText(text, at, at + part.length));
}
