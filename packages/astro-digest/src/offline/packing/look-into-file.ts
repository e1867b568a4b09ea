import { gunzipSync } from 'fflate';
import { hashOf } from '../../kept/hash.ts';
import { partPage } from '../later-parts.ts';
import { hashLength } from '../pack-table.ts';
import type { OfflineRole } from './choose-files.ts';
import type { IssueOrder } from './issue-order.ts';

/** Bytes that a pack has: a file, or what of a page is kept apart from it. */
export interface SeenContent {
  /** The start of their SHA-256, in base64url; see `hashLength`. */
  hash: string;
  size: number;
  /** Id of the newest issue that they lead to; absent where they lead to none. */
  issue?: string | undefined;
}

/** What is known of a file when it has been read. */
export interface SeenFile {
  /** The whole file; of a page that marks parts, the rest of it. */
  whole: SeenContent;
  /** The parts of the page that later issues change; absent where it marks none. */
  parts?: SeenContent | undefined;
  /** Of a page of an issue and of the text of a result: the path of the page, without its ending, and the id of the issue. */
  home?: { path: string; issue: string } | undefined;
  /** Addresses that a page refers to, but for those of pages: styles, scripts, pictures. */
  references: string[];
}

/** What a text is read for. */
export interface Looking extends Pick<IssueOrder, 'issues' | 'leadsTo'> {
  /** Folder of the digest, from that of the site, with a slash at its end; empty where it is the whole site. */
  folder: string;
  /** The address of that folder, with a slash at its end. */
  root: string;
}

/** The bytes of a file that are packed. Pagefind's own are compressed one by one, which takes more room than blocks of them. */
export function packedBytes(path: string, content: Uint8Array): Uint8Array {
  const isCompressed = /\.(?:pf_\w+|pagefind)$/.test(path) && content[0] === 0x1f && content[1] === 0x8b;
  return isCompressed ? gunzipSync(content) : content;
}

/** Reads what packs rest on out of a file. */
export function lookIntoFile(role: OfflineRole, path: string, file: Uint8Array, looking: Looking): SeenFile {
  const content = packedBytes(path, file);
  const parted = role === 'issue' ? partPage(content) : undefined;
  const isMoving = role === 'moving';
  return {
    whole: see(parted?.page ?? content, isMoving ? looking : undefined),
    ...(parted ? { parts: see(parted.parts, looking) } : {}),
    ...(role === 'issue' ? { home: homeOf(path, looking) } : {}),
    ...(role === 'fragment' ? { home: homeOfFragment(textOf(content), looking) } : {}),
    references: path.endsWith('.html') ? referencesOf(textOf(content)) : [],
  };
}

function see(bytes: Uint8Array, looking: Looking | undefined): SeenContent {
  return {
    hash: hashOf(bytes).slice(0, hashLength),
    size: bytes.length,
    ...(looking ? { issue: newestIssue(textOf(bytes), looking) } : {}),
  };
}

/** What a file of an issue is of: its path from the folder of the digest begins with the id of the issue. */
function homeOf(path: string, { folder, issues }: Looking): SeenFile['home'] {
  const page = path.slice(folder.length).replace(/(?:(?:^|\/)index)?\.html$/, '');
  const issue = /^[^/]*/.exec(page)?.[0] as string;
  return issues.has(issue) ? { path: page, issue } : undefined;
}

/** The paper of a result is told by its address, which is written as JSON has it. */
function homeOfFragment(text: string, looking: Looking): SeenFile['home'] {
  const { folder, root } = looking;
  const start = text.indexOf(`"url":"${root}`);
  const address = start < 0 ? undefined : /^[^"#?]*/.exec(text.slice(start + 7 + root.length))?.[0];
  return address === undefined ? undefined : homeOf(folder + decoded(address).replace(/\/$/, ''), looking);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** The newest issue that a page leads to, itself or by a period of the archive. */
function newestIssue(text: string, { root, issues, leadsTo }: Looking): string | undefined {
  let newest: string | undefined;
  let first = Infinity;
  for (let at = text.indexOf(root); at >= 0; at = text.indexOf(root, at + 1)) {
    if (text[at - 1] !== '"') continue;
    const start = at + root.length;
    const place = /^(?:archive\/)?[^"/?#]*/.exec(text.slice(start, start + 200))?.[0].replace(/\.html$/, '');
    const id = leadsTo.get(decoded(place ?? ''));
    const number = id === undefined ? undefined : issues.get(id);
    if (number === undefined || number >= first) continue;
    newest = id;
    first = number;
  }
  return newest;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Elements whose address is of something that the page needs. */
const needed = /<(?:script|link|img|source|video|audio|image|use|iframe|embed|object|track)\b[^>]*>/gi;

const address = /\s(?:src|href|poster|data|srcset|imagesrcset)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** An address within styles. */
export const styleAddress = /\burl\(\s*["']?([^"')\s]+)/g;

/** What a page refers to. */
function referencesOf(html: string): string[] {
  const found = new Set<string>();
  for (const [tag] of html.matchAll(needed)) {
    if (
      /^<link\b/i.test(tag) &&
      !/\brel\s*=\s*["']?(?:\S+ )*(?:stylesheet|icon|preload|modulepreload|manifest|apple-touch-icon)\b/i.test(
        tag,
      )
    )
      continue;
    for (const [attribute, quoted, single] of tag.matchAll(address)) {
      const value = (quoted ?? single ?? '').replaceAll('&amp;', '&');
      const several = /^\s(?:image)?srcset/i.test(attribute);
      for (const one of several ? value.split(/,\s+/) : [value])
        found.add(one.trim().split(/\s/)[0] as string);
    }
  }
  for (const [, value = ''] of html.matchAll(styleAddress)) found.add(value);
  return [...found].filter((one) => one !== '' && !/^(?:data|blob|mailto|javascript):|^#/i.test(one));
}
