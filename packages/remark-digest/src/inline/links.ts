import type { LinkKind } from '../types.ts';

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
const run = String.raw`[^\s<>"\x60{}|\\^\p{Ps}\p{Pe}\p{Pi}\p{Pf}\u2010-\u2027\u3000-\u3003\uFF00-\uFF0F\uFF1A-\uFF20]*`;

// Without a scheme only what begins with `www.`, and the hosts that papers name most, with a path.
const host = 'github|gitlab|arxiv|doi|openreview|codeberg|bitbucket|huggingface|youtu';
const noNameBefore = String.raw`(?<![\p{L}\p{N}@/.\-])`;

// It begins at what is rare in a text, and looks back for the word before that: V8 skips quickly to `://` and full stops,
// but not to one of many words.
const address = new RegExp(
  String.raw`(?:(?<=\b(?<scheme>https?))://|(?<=${noNameBefore}(?<host>${host}))\.(?:com|org|net|co|be)/|` +
    String.raw`(?<=${noNameBefore}(?<www>www))\.(?=[\p{L}\p{N}]))${run}(?:[()[\]]${run})*`,
  'giu',
);

const sign = /:\/\/|www\.|\.(?:com|org|net|co|be)\//i;

/** Whether a text has what every address has; most texts don't. */
export function mayHoldLinks(text: string): boolean {
  return sign.test(text);
}

/** Finds the bare `http:` and `https:` addresses in a text, without the punctuation of the sentence around them. */
export function findLinks(text: string): FoundLink[] {
  const found: FoundLink[] = [];
  if (!mayHoldLinks(text)) return found;
  for (const match of text.matchAll(address)) {
    const { scheme, host, www } = match.groups ?? {};
    const before = scheme ?? host ?? www ?? '';
    const start = match.index - before.length;
    const raw = before + match[0];
    const end = start + addressLength(raw);
    const address = text.slice(start, end);
    const url = scheme === undefined ? `https://${address}` : address;
    const parsed = parseUrl(url);
    if (parsed) found.push({ start, end, url, kind: linkKind(parsed) });
  }
  return found;
}

/** How much of a run without white space is the address: not the full stop after it, nor the bracket around it. */
function addressLength(run: string): number {
  let depth = 0;
  for (const character of run) depth += character === '(' ? 1 : character === ')' ? -1 : 0;
  let end = run.length;
  for (; end > 0; end--) {
    const last = run[end - 1] as string;
    if (last === ')' && depth < 0) depth++;
    else if (!/[.,;:!?'’\]*_~…]/.test(last)) break;
  }
  return end;
}

function parseUrl(text: string): URL | undefined {
  // A host needs a dot: `http://localhost` in a paper's text leads nowhere for its reader.
  const url = URL.canParse(text) ? new URL(text) : undefined;
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
