import type { Link, Text } from 'mdast';
import type { LinkKind } from '../types.ts';
import type { Finder, Make, Repair } from './repair.ts';

/** An address found in a text. */
export interface FoundLink {
  /** Index at which it begins. */
  start: number;
  /** Index after its last character. */
  end: number;
  url: string;
  kind: LinkKind;
}

// Letters of every script belong to an address; of the marks, those that URLs have, and none of the typographer's or of
// East Asian punctuation.
const character = String.raw`[^\s<>"\x60{}|\\^\p{Ps}\p{Pe}\p{Pi}\p{Pf}\u2010-\u2027\u3000-\u3003\uFF00-\uFF0F\uFF1A-\uFF20\uFF5B-\uFF65]`;

// Without a scheme only what begins with `www.`, the hosts that papers name most, with a path, and sites on their pages.
const host = 'github|gitlab|arxiv|doi|openreview|codeberg|bitbucket|huggingface|youtu|hf';
const noNameBefore = String.raw`(?<!(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}@/.\-])`;

// It begins at what is rare in a text, and looks back for the word before that: V8 skips quickly to `://` and full stops,
// but not to one of many words.
function addressOf(run: string): RegExp {
  return new RegExp(
    String.raw`(?:(?<=\b(?<scheme>https?))://|(?<=${noNameBefore}(?<host>${host}))\.(?:com|org|net|co|be)/|` +
      String.raw`(?<=${noNameBefore}(?<www>www))\.(?=[\p{L}\p{N}])|` +
      String.raw`(?<=${noNameBefore}(?<pages>[a-zA-Z\d][a-zA-Z\d\-]{0,60}))\.git(?:hub|lab)\.io(?!\.?[\p{L}\p{N}]))` +
      `${run}(?:[()[\\]]${run})*`,
    'giu',
  );
}

const bareAddress = addressOf(`${character}*`);

// TeX escapes some of the marks.
const escapedAddress = addressOf(
  String.raw`(?:(?<=[/.])\{?(?:\$\\sim ?\$|\\textasciitilde|\\~)(?:\{\})?\}? ?|${character}|\\[_%#&~])*`,
);

/** The ways in which TeX writes a tilde in an address. */
const tilde = /\{?(?:\$\\sim ?\$|\\textasciitilde|\\~)(?:\{\})?\}? ?/g;

const sign = /:\/\/|www\.|\.(?:com|org|net|co|be)\/|\.git(?:hub|lab)\.io/i;

/** Whether a text has what every address has; most texts don't. */
export function mayHoldLinks(text: string): boolean {
  return sign.test(text);
}

/**
 * Finds the bare `http:` and `https:` addresses in a text, without the punctuation of the sentence around them.
 *
 * @param escapes whether TeX's escapes in an address belong to it
 */
export function findLinks(text: string, escapes = true): FoundLink[] {
  const found: FoundLink[] = [];
  if (!mayHoldLinks(text)) return found;
  for (const match of text.matchAll(escapes ? escapedAddress : bareAddress)) {
    const { scheme, host, www, pages } = match.groups ?? {};
    const before = scheme ?? host ?? www ?? pages ?? '';
    const start = match.index - before.length;
    const raw = withoutSentence(before + match[0]);
    const end = start + addressLength(raw);
    const url = toUrl(text.slice(start, end), scheme !== undefined);
    if (url) found.push({ start, end, ...url });
  }
  return found;
}

/** The address that a text is, as a whole; a scheme may be lacking where {@link findLinks} needs none. */
export function wholeAddress(text: string): Pick<FoundLink, 'url' | 'kind'> | undefined {
  const [only, more] = findLinks(text);
  if (!only || more || only.start > 0) return undefined;
  // What stands in an argument of its own ends where that ends.
  return /[\s<>"`{}|^]/.test(text) ? undefined : toUrl(text, /^https?:/i.test(text));
}

/** Addresses that stand in the text as they are, and stay as they are. */
export const links: Finder = { mayFind: mayHoldLinks, bySign: true, find: findBareLinks };

function findBareLinks(text: string, start: number, end: number): Repair[] {
  return findLinks(text.slice(start, end), false).map((found) => {
    const [from, to] = [start + found.start, start + found.end];
    return { start: from, end: to, nodes: ({ raw }) => [linkNode(found, [raw(from, to)])] };
  });
}

/** The text of a link: of an address as it leads, without TeX's escapes. */
export function addressText(address: string, make: Make, start: number): Text {
  const plain = unescapeAddress(address);
  const end = start + address.length;
  return plain === address ? make.raw(start, end) : make.text(plain, start, end);
}

/** A link; with its source where it stood in the text as something else than its text. */
export function linkNode(
  { url, kind }: Pick<FoundLink, 'url' | 'kind'>,
  children: Link['children'],
  source?: string,
): Link {
  return {
    type: 'link',
    url,
    title: null,
    children,
    data: source === undefined ? { kind } : { kind, source },
  };
}

function unescapeAddress(address: string): string {
  return address.replace(tilde, '~').replace(/\\([_%#&~])/g, '$1');
}

function toUrl(address: string, hasScheme: boolean): Pick<FoundLink, 'url' | 'kind'> | undefined {
  const plain = unescapeAddress(address);
  const url = hasScheme ? plain : `https://${plain}`;
  const parsed = parseUrl(url);
  return parsed && { url, kind: linkKind(parsed) };
}

/** An address without the letters of a sentence that has no blanks between its words: `…/owls获取`. */
function withoutSentence(run: string): string {
  const at = run.search(/(?<=[a-zA-Z\d])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);
  return at === -1 ? run : run.slice(0, at);
}

/** How much of a run without white space is the address: not the full stop after it, nor the bracket around it. */
function addressLength(run: string): number {
  let depth = 0;
  for (const character of run) depth += character === '(' ? 1 : character === ')' ? -1 : 0;
  let end = run.length;
  for (; end > 0; end--) {
    const last = run[end - 1] as string;
    if (last === ')' && depth < 0) depth++;
    else if (!/[.,;:!?'’\]*_~…\\]/.test(last)) break;
  }
  return end;
}

function parseUrl(text: string): URL | undefined {
  // A host needs a dot: `http://localhost` in a paper's text leads nowhere for its reader.
  const url = URL.parse(text);
  return url && /[^.]\.[^.]/.test(url.hostname) ? url : undefined;
}

const kindOfHost: Record<string, LinkKind> = {
  'github.com': 'code',
  'gitlab.com': 'code',
  'codeberg.org': 'code',
  'bitbucket.org': 'code',
  'arxiv.org': 'paper',
  'doi.org': 'paper',
  'dx.doi.org': 'paper',
  'openreview.net': 'paper',
  'aclanthology.org': 'paper',
  'youtube.com': 'video',
  'youtu.be': 'video',
  'vimeo.com': 'video',
};

/** Tells from an address what it leads to; what is not known is a project page. */
export function linkKind(url: URL): LinkKind {
  const host = url.hostname.replace(/^www\./, '');
  if (host === 'huggingface.co' || host === 'hf.co') {
    const [first = '', second = ''] = url.pathname.split('/').slice(1);
    if (first === 'datasets') return 'dataset';
    if (first === 'spaces') return 'code';
    if (first === 'papers') return 'paper';
    // A model's address is its owner and its name; the site's own pages have a word of their own in the owner's place.
    return second !== '' && !/^(?:blog|docs|learn|tasks|collections|posts|join|pricing)$/.test(first)
      ? 'model'
      : 'project';
  }
  return kindOfHost[host] ?? 'project';
}
