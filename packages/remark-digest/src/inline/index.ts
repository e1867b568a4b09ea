import type { PhrasingContent, Text } from 'mdast';
import { cleanCharacters } from '../canonical.ts';
import type { Span } from '../text/digest-text.ts';
import { code } from './code.ts';
import { linkCommands, texAddresses } from './link-commands.ts';
import { links } from './links.ts';
import { markup } from './markup.ts';
import { bareMaths } from './maths/bare.ts';
import { delimitedMaths, dollarsAroundMarkup } from './maths/dollars.ts';
import { ensuredMaths } from './maths/ensured.ts';
import { escapedDollars } from './maths/escaped-dollars.ts';
import { splitCommands } from './maths/split-commands.ts';
import type { InlineOptions } from './options.ts';
import { anySign, withNeighbours, type Finder, type Make, type Repair } from './repair.ts';
import { degrees, signs } from './signs.ts';
import { typography } from './typography.ts';

/** How deep markup may stand in markup; what is deeper stays as it stands. */
const deepest = 8;

/**
 * Turns the text of a title or a paragraph into phrasing content: its words, its links, and what was mended.
 *
 * Only those finders look at the text that may find something in it: for most texts none.
 *
 * Every node has its position; a node that says something else than the text keeps the text as `data.source`.
 *
 * @param start index in the value of the span at which the text begins
 * @param end index after its last character
 */
export function toPhrasing(
  span: Span,
  options: InlineOptions,
  start = 0,
  end = span.value.length,
): PhrasingContent[] {
  if (start >= end) return [];
  const text = span.value.slice(start, end);
  const hasSign = anySign.test(text);
  const useful: Finder[][] = [];
  for (const turn of turns) {
    let finders: Finder[] | undefined;
    for (const { option, alsoOption, finder } of turn) {
      if (!options[option] || (finder.bySign && !hasSign) || !finder.mayFind(text)) continue;
      if (alsoOption === undefined || options[alsoOption]) (finders ??= []).push(finder);
    }
    if (finders) useful.push(finders);
  }
  if (useful.length === 0) return [textNode(span, start, end)];
  const source: Source = {
    span,
    turns: useful,
    isClean: cleanCharacters(text) === text,
  };
  return phrase(source, start, end, 0);
}

/** A finder with what turns it on. */
interface Chosen {
  option: keyof InlineOptions;
  /** A second option that has to be on as well. */
  alsoOption?: keyof InlineOptions;
  finder: Finder;
}

/**
 * The finders, each with what turns it on, by turns: what is found in one turn is no text for the next. Where two of one turn
 * find something in one place, what begins first counts, and of two that begin together the one that stands first here.
 */
const turns: readonly (readonly Chosen[])[] = [
  [
    { option: 'code', finder: code },
    { option: 'links', alsoOption: 'markup', finder: linkCommands },
    { option: 'links', alsoOption: 'markup', finder: texAddresses },
    { option: 'links', finder: links },
    { option: 'markup', finder: dollarsAroundMarkup },
    { option: 'maths', finder: escapedDollars },
    { option: 'maths', finder: delimitedMaths },
    { option: 'maths', finder: ensuredMaths },
    { option: 'maths', finder: splitCommands },
    { option: 'markup', finder: markup },
  ],
  [{ option: 'maths', finder: degrees }],
  [{ option: 'maths', finder: bareMaths }],
  [{ option: 'maths', finder: signs }],
  [{ option: 'typography', finder: typography }],
];

/** A text that has something to mend. */
interface Source {
  span: Span;
  /** Those that may find something, by turns. */
  turns: readonly (readonly Finder[])[];
  /** Whether the text has no characters that must go, so that no part of it need be looked at for them. */
  isClean: boolean;
}

function phrase(source: Source, start: number, end: number, depth: number): PhrasingContent[] {
  const { span } = source;
  const make: Make = {
    inner: (from, to) => phrase(depth < deepest ? source : { ...source, turns: [] }, from, to, depth + 1),
    raw: (from, to) => partOf(source, from, to),
    text: (value, from, to) => ({
      type: 'text',
      value,
      data: { source: span.value.slice(from, to) },
      position: span.place(from, to),
    }),
  };
  const nodes: PhrasingContent[] = [];
  mend(nodes, source, start, end, 0, make);
  return nodes;
}

/** Adds the nodes of the text from `start` to `end`: what turn `at` finds, and between that what the later ones do. */
function mend(
  nodes: PhrasingContent[],
  source: Source,
  start: number,
  end: number,
  at: number,
  make: Make,
): void {
  if (start >= end) return;
  const { span, turns } = source;
  const turn = turns[at];
  if (!turn) {
    push(nodes, partOf(source, start, end));
    return;
  }
  let done = start;
  for (const repair of repairsOf(turn, span.value, start, end)) {
    mend(nodes, source, done, repair.start, at + 1, make);
    for (const node of repair.nodes(make)) {
      node.position ??= span.place(repair.start, repair.end);
      push(nodes, node);
    }
    done = repair.end;
  }
  mend(nodes, source, done, end, at + 1, make);
}

/** Adds a node; text that stands as it is goes on with the text before it, if that does as well. */
function push(nodes: PhrasingContent[], node: PhrasingContent): void {
  const before = nodes.at(-1);
  if (before?.type !== 'text' || node.type !== 'text' || before.data || node.data || !before.position) {
    nodes.push(node);
    return;
  }
  before.value += node.value;
  if (node.position) before.position.end = node.position.end;
}

/** What the finders of one turn find between two indexes, in the order of the text. */
function repairsOf(turn: readonly Finder[], text: string, start: number, end: number): Repair[] {
  const part = withNeighbours(text, start, end);
  const [only, second] = turn;
  if (only && !second) return only.mayFind(part) ? only.find(text, start, end) : [];
  const found = turn
    .map((finder) => (finder.mayFind(part) ? finder.find(text, start, end) : []))
    .filter((repairs) => repairs.length > 0);
  if (found.length < 2) return found[0] ?? [];
  let done = start;
  return found
    .flat()
    .sort((a, b) => a.start - b.start)
    .filter((repair) => {
      if (repair.start < done) return false;
      done = repair.end;
      return true;
    });
}

function partOf({ span, isClean }: Source, start: number, end: number): Text {
  return isClean
    ? { type: 'text', value: span.value.slice(start, end), position: span.place(start, end) }
    : textNode(span, start, end);
}

/** The text from `start` to `end` of a span, as it stands, but for characters that are none. */
export function textNode(span: Span, start: number, end: number): Text {
  const source = span.value.slice(start, end);
  const value = cleanCharacters(source);
  const position = span.place(start, end);
  return value === source
    ? { type: 'text', value, position }
    : { type: 'text', value, data: { source }, position };
}
