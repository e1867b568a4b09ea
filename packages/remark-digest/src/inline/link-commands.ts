import type { Link, PhrasingContent } from 'mdast';
import { addressText, findLinks, linkNode, mayHoldLinks, wholeAddress } from './links.ts';
import { closingBraces } from '../text/closing-braces.ts';
import type { Finder, Make, Repair } from './repair.ts';

// `\url{address}`, `\href{address}{text}`, also without their backslash, and Markdown's `[text](address)`.
const command =
  /(?<=(?<![a-zA-Z])(?<command>\\?(?:url|href)) ?)\{|(?<!!)\[(?<label>[^[\]\n]+)\]\((?<target>https?:\/\/[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)/g;

/** Finds links that are written as such: TeX's and Markdown's. What leads nowhere stays as it stands. */
export const linkCommands: Finder = {
  mayFind: (text) => /\]\(http|\{(?<=(?:url|href) ?\{)/.test(text),
  bySign: true,
  find: findLinkCommands,
};

/** Where a link is written, what it leads to, and where its text stands. */
interface LinkCommand {
  begin: number;
  end: number;
  target: string;
  label: Extent;
}

interface Extent {
  from: number;
  to: number;
}

function findLinkCommands(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const repairs: Repair[] = [];
  let closing: Map<number, number> | undefined;
  let done = 0;
  for (const match of part.matchAll(command)) {
    const { label = '', target, command = '' } = match.groups ?? {};
    const from = match.index + 1;
    const found =
      target === undefined
        ? commandAt(part, match.index, command, (closing ??= closingBraces(part)))
        : {
            begin: match.index,
            end: match.index + match[0].length,
            target,
            label: { from, to: from + label.length },
          };
    if (!found || found.begin < done) continue;
    const leads = wholeAddress(found.target);
    // arXiv's lists have no address, but words in its place.
    if (!leads && !/^this https? URL$/.test(found.target)) continue;
    done = found.end;
    repairs.push({
      start: start + found.begin,
      end: start + found.end,
      nodes: (make) => {
        const source = part.slice(found.begin, found.end);
        if (leads) return [linkNode(leads, labelOf(part, found.label, make, start), source)];
        const { from, to } = found.label;
        // What is set in it, is; other words stand as they are.
        if (part.slice(from, to).includes('\\')) return labelOf(part, found.label, make, start);
        return [make.text(part.slice(from, to), start + found.begin, start + found.end)];
      },
    });
  }
  return repairs;
}

/** Finds addresses with TeX's escapes, and those with their text in braces: `\href{address}{text}` that lost its command. */
export const texAddresses: Finder = {
  mayFind: (text) => mayHoldLinks(text) && /[\\{]/.test(text),
  bySign: true,
  find: findTexAddresses,
};

function findTexAddresses(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const repairs: Repair[] = [];
  let closing: Map<number, number> | undefined;
  for (const found of findLinks(part)) {
    const { start: from, end: to } = found;
    if (start + from < (repairs.at(-1)?.end ?? start)) continue;
    const close = part[to] === '{' ? (closing ??= closingBraces(part)).get(to) : undefined;
    const address = part.slice(from, to);
    const label = close === undefined ? '' : part.slice(to + 1, close);
    const isLabelled = close !== undefined && label.trim() !== '';
    if (!isLabelled && !address.includes('\\')) continue;
    const [shown, at] = isLabelled && label !== address ? [label, to + 1] : [address, from];
    const source = isLabelled ? part.slice(from, close + 1) : undefined;
    repairs.push({
      start: start + from,
      end: start + (isLabelled ? close + 1 : to),
      nodes: (make) => [linkNode(found, [addressText(shown, make, start + at)], source)],
    });
  }
  return repairs;
}

/** A command whose argument begins at an opening brace. */
function commandAt(
  part: string,
  brace: number,
  command: string,
  closing: ReadonlyMap<number, number>,
): LinkCommand | undefined {
  const close = closing.get(brace);
  if (close === undefined) return undefined;
  const begin = brace - command.length - (part[brace - 1] === ' ' ? 1 : 0);
  const address = trimmed(part, brace + 1, close);
  const target = part.slice(address.from, address.to);
  if (command.endsWith('url')) return { begin, end: close + 1, target, label: address };
  const second = part[close + 1] === ' ' ? close + 2 : close + 1;
  const end = part[second] === '{' ? closing.get(second) : undefined;
  // Without a text, the address is it.
  if (end === undefined) return { begin, end: close + 1, target, label: address };
  const label = trimmed(part, second + 1, end);
  return { begin, end: end + 1, target, label: label.to > label.from ? label : address };
}

function trimmed(text: string, start: number, end: number): Extent {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return { from, to };
}

function labelOf(part: string, { from, to }: Extent, make: Make, start: number): Link['children'] {
  const label = part.slice(from, to);
  if (wholeAddress(label)) return [addressText(label, make, start + from)];
  return unlinked(make.inner(start + from, start + to));
}

/** Nodes without the links among them, whose text stays: no link stands in a link. */
function unlinked(nodes: readonly PhrasingContent[]): Link['children'] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'link') return unlinked(node.children);
    return 'children' in node ? [{ ...node, children: unlinked(node.children) } as PhrasingContent] : [node];
  });
}
