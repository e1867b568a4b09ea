import { factKeyOf } from '../../facts/fact-keys.ts';
import { extentOf, standFor, type LocatedText } from '../../text/located-text.ts';
import { putLink, type PaperParts } from '../../facts/paper-parts.ts';
import { isLabel } from './evidence.ts';
import { textOfSpans, type Span } from './spans.ts';

const names = [
  'url',
  'u',
  'q',
  'target',
  'to',
  'redirect',
  'redirect_url',
  'redirect_uri',
  'dest',
  'destination',
  'link',
  'r',
];

/** How often an address may be hidden in another one. */
const deepest = 3;

/** The address that a tracking one leads to: in its query, in its path, or there in base64; else the address itself. */
export function realAddress(url: LocatedText): LocatedText {
  let found = url.value;
  for (let depth = 0; depth < deepest; depth++) {
    const hidden = hiddenIn(found);
    if (hidden === undefined) break;
    found = hidden;
  }
  if (found === url.value) return url;
  const { start, end } = extentOf(url) ?? { start: 0, end: 0 };
  return standFor(found, start, end);
}

function hiddenIn(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  // Archives, translators and the like show another page, and are what is meant.
  if (/^(?:web\.archive\.org|translate\.google\.|scholar\.google\.|r\.jina\.ai)/.test(parsed.hostname))
    return undefined;
  for (const name of names) {
    const value = parsed.searchParams.get(name);
    const plain = value === null ? undefined : plainAddress(value);
    if (plain !== undefined) return plain;
  }
  for (const part of parsed.pathname.split('/')) {
    const plain = plainAddress(part);
    if (plain !== undefined) return plain;
  }
  return undefined;
}

/** A value that is an address, escaped or in base64. */
function plainAddress(value: string): string | undefined {
  const text = decodeURIComponentSafely(value);
  if (/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text)) return text;
  // `aHR0cHM6Ly` and `aHR0cDovL` are `https://` and `http://`.
  const coded = /^(?:aHR0cHM6Ly|aHR0cDovL)[\w+/=-]*$/.exec(value)?.[0];
  if (coded === undefined) return undefined;
  const padded = coded.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const decoded = decodeURIComponentSafely(
    atobSafely(padded.slice(0, padded.length - (padded.length % 4 === 1 ? 1 : 0))),
  );
  return /^https?:\/\/[\x21-\x7E]+$/.test(decoded) ? decoded : undefined;
}

function atobSafely(value: string): string {
  try {
    return atob(value);
  } catch {
    return '';
  }
}

function decodeURIComponentSafely(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Adds the addresses of spans, each with the kind that its text tells; those within a site lead nowhere outside of it. */
export function putSpanLinks(
  parts: PaperParts,
  spans: readonly Span[],
  kind?: PaperParts['links'][number]['kind'],
): void {
  for (let index = 0; index < spans.length;) {
    const { url } = spans[index] as Span;
    let end = index + 1;
    while (end < spans.length && spans[end]?.url === url) end++;
    if (url && /^https?:/i.test(url.value))
      putLink(parts, realAddress(url), kindOf(textOfSpans(spans.slice(index, end)).value) ?? kind);
    index = end;
  }
}

function kindOf(label: string): PaperParts['links'][number]['kind'] {
  if (!isLabel(label)) return undefined;
  const plain = label.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (/^(?:paper|papers|论文|論文|논문)$/i.test(plain)) return 'paper';
  return factKeyOf(plain)?.kind;
}
