import { standFor, type Extent, type LocatedText } from '../../text/located-text.ts';
import { locate } from '../../text/located-text.ts';

/** A link of Markdown as it stands in a text: `[text](address)` or `[text][33]`. */
export interface MarkdownLink extends Extent {
  /** What stands between its square brackets. */
  inner: Extent;
  /** Where it leads; nothing where the list of addresses at the end of the text was cut off. */
  address?: LocatedText | undefined;
}

/** The links of a text, and what of it belongs to them elsewhere. */
export interface MarkdownLinks {
  links: MarkdownLink[];
  /** The lines that say where the numbers of links lead, such as `[33]: https://…`. */
  definitions: Extent[];
}

/** The site that a path without a host belongs to. */
const site = 'https://huggingface.co';

/** No text of a link is longer, in UTF-16 units: an abstract with all that a scraper adds to it. */
const longest = 20_000;

/** A rule or a fence, which stands in no link. */
const ruled = /^(?:-{3,}|`{3,}|~{3,})[ \t]*$/m;

/** Finds the links of a text that is Markdown, or has some of it. Images are no links. */
export function findMarkdownLinks(text: string): MarkdownLinks {
  const { addresses, definitions } = findDefinitions(text);
  const links: MarkdownLink[] = [];
  let open: { at: number; image: boolean }[] = [];
  const bracket = /\\.|!?\[|\]/gs;
  for (let match = bracket.exec(text); match; match = bracket.exec(text)) {
    const [found] = match;
    if (found.endsWith('[')) {
      open.push({ at: match.index + found.length - 1, image: found.length > 1 && found.startsWith('!') });
      continue;
    }
    if (found !== ']') continue;
    const last = open.pop();
    if (!last) continue;
    const end = match.index + 1;
    const target = targetAt(text, end, addresses, last.at);
    if (!target) continue;
    bracket.lastIndex = target.end;
    if (last.image) continue;
    // An interval such as [0, 1) leaves a bracket open inside a text that is a link from the beginning of its line on.
    const outer = /[\n\r]/.test(text[last.at + 1] ?? '')
      ? undefined
      : open.find(
          ({ at, image }) =>
            !image && last.at - at < longest && beginsLine(text, at) && !ruled.test(text.slice(at, last.at)),
        );
    const start = outer?.at ?? last.at;
    links.push({
      start,
      end: target.end,
      inner: { start: start + 1, end: match.index },
      address: target.address,
    });
    open = [];
  }
  return { links, definitions };
}

/** Whether nothing but marks of lists and headings stands before an index on its line. */
function beginsLine(text: string, index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const character = text[at] as string;
    if (character === '\n' || character === '\r') return true;
    if (!/[\s#*+>-]/.test(character)) return false;
  }
  return true;
}

const inBrackets =
  /\(\s*<?(?<address>(?:https?:\/\/|\/|#|mailto:|\.\.?\/)(?:[^\s<>()]|\([^\s<>()]*\))*|)>?(?:\s+"[^"\n]*")?\s*\)/y;
const byNumber = /\s?\[(?<name>[\w.-]{1,12})\]/y;

interface Target {
  end: number;
  address?: LocatedText | undefined;
}

/** Where a link leads whose text begins at the bracket at `start`, and ends before an index. */
function targetAt(
  text: string,
  index: number,
  addresses: ReadonlyMap<string, LocatedText>,
  start: number,
): Target | undefined {
  inBrackets.lastIndex = index;
  const direct = inBrackets.exec(text);
  if (direct) {
    const address = direct.groups?.['address'] ?? '';
    const from = index + direct[0].indexOf(address, 1);
    return {
      end: inBrackets.lastIndex,
      address: address === '' ? undefined : toAddress(text, from, address),
    };
  }
  byNumber.lastIndex = index;
  const named = byNumber.exec(text)?.groups?.['name'];
  // [1][2] in a sentence are two notes, and no link.
  if (named === undefined || /^\d+$/.test(text.slice(start + 1, index - 1))) return undefined;
  const end = byNumber.lastIndex;
  const address = addresses.get(named);
  if (address) return { end, address };
  // The list at the end may be cut off.
  const isLink = /^\d+$/.test(named) && (addresses.size === 0 || beginsLine(text, start));
  return isLink ? { end } : undefined;
}

function toAddress(text: string, start: number, address: string): LocatedText {
  return address.startsWith('/')
    ? standFor(site + address, start, start + address.length)
    : locate(text, start, start + address.length);
}

function findDefinitions(text: string): {
  addresses: Map<string, LocatedText>;
  definitions: Extent[];
} {
  const addresses = new Map<string, LocatedText>();
  const definitions: Extent[] = [];
  const definition =
    /^[ \t]*\[(?<name>[\w.-]{1,12})\]:[ \t]*<?(?<address>(?:https?:\/\/|\/|mailto:|#)[^\s<>]*)>?[^\n\r]*$/gm;
  for (const match of text.matchAll(definition)) {
    const { name = '', address = '' } = match.groups ?? {};
    const start = match.index + match[0].indexOf(address, match[0].indexOf(']:'));
    addresses.set(name, toAddress(text, start, address));
    definitions.push({ start: match.index, end: match.index + match[0].length });
  }
  return { addresses, definitions };
}
