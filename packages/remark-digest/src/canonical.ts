import type { Nodes, PhrasingContent } from 'mdast';

/** How a stretch of text is set. */
export interface Style {
  strong: boolean;
  emphasis: boolean;
}

/** A stretch of text of one style. */
export interface TextRun extends Style {
  type: 'run';
  text: string;
}

/** A link, around text of any style. */
export interface LinkRun extends Style {
  type: 'link';
  /** In the form of {@link canonicalAddress}. */
  url: string;
  children: TextRun[];
}

/** A node that only a plugin of somebody else's can have put there. */
export interface OtherRun extends Style {
  type: 'other';
  node: PhrasingContent;
}

/** The content of one block in canonical form, in the order of the text. */
export type Run = TextRun | LinkRun | OtherRun;

/** Line ends of every kind: all become a line feed. */
const lineEnd = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Control characters; a tab and a line feed are not among them. */
const control = /[\p{Cc}--[\t\n]]/gv;

/** Code points that Unicode keeps from being characters; a reference to one is read as U+FFFD by all compilers. */
const noncharacter = /\p{Noncharacter_Code_Point}/gu;

/**
 * What holds all of these, in units of UTF-16 and therefore quick: most texts have none, and are clean as they are. Of halves of characters it
 * is only a guess.
 */
// oxlint-disable-next-line no-control-regex -- these are among what is looked for
const mayBeUnclean = /[\0-\x08\v-\x1F\x7F-\x9F\u2028\u2029\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** Stands between the texts of two nodes while they are folded together; no text can hold it by then. */
const border = '\0';

// `@astrojs/mdx` looks for this in the compiled module, where the text stands in a string, and cuts two words of it.
const astroLooksFor = 'export default function MDXContent';
const cutByAstro = new RegExp([...astroLooksFor].join(`${border}*`), 'g');

/**
 * Puts the text of one block (a title, a paragraph) into canonical form: what a reader must see of it.
 *
 * Well-formed Unicode; characters only, and no control characters but tabs and line feeds; every line end a line feed, with no blanks around
 * it; no blank lines; no blanks at the ends. All else stays as it is.
 */
export function canonicalText(text: string): string {
  const clean = cleanCharacters(text);
  // Most texts are one line without blanks at its ends.
  const isFolded = !clean.includes('\n') && !isBlankOrBorder(clean[0]) && !isBlankOrBorder(clean.at(-1));
  return isFolded && !clean.includes(astroLooksFor) ? clean : foldTogether([clean]).join('');
}

/** {@link canonicalText} on one line, as titles and front matter need it. */
export function canonicalLine(text: string): string {
  return canonicalText(text).replaceAll('\n', ' ');
}

/** Replaces what is no text: by U+FFFD what is no character, by line feeds other line ends, by nothing control characters. */
export function cleanCharacters(text: string): string {
  if (!mayBeUnclean.test(text)) return text;
  return text.toWellFormed().replace(noncharacter, '\uFFFD').replace(lineEnd, '\n').replace(control, '');
}

/** The texts of neighbouring nodes as {@link canonicalText} would have them if they were one. */
function foldTogether(texts: readonly string[]): string[] {
  const all = texts.map(cleanCharacters).join(border);
  const folded: string[] = [];
  let empty = true;
  for (const line of all.split('\n')) {
    let start = 0;
    let end = line.length;
    while (start < end && isBlankOrBorder(line[start])) start++;
    while (end > start && isBlankOrBorder(line[end - 1])) end--;
    const text = line.slice(start, end);
    if (text !== '' && !empty) folded.push('\n');
    folded.push(bordersOf(line.slice(0, start)), text, bordersOf(line.slice(end)));
    empty &&= text === '';
  }
  return folded
    .join('')
    .replace(cutByAstro, (words) => words.replace(/ (?=[^ ]*$)/, '\t'))
    .split(border);
}

function isBlankOrBorder(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === border;
}

function bordersOf(text: string): string {
  return text.replace(/[^\0]/g, '');
}

/**
 * The address of a link as it is written: without white space and control characters, and with what belongs to no
 * address as percent escapes.
 *
 * @returns nothing for an address that is not `http:`, `https:` or `mailto:`
 */
export function canonicalAddress(url: string): string | undefined {
  const address = url
    .toWellFormed()
    .replace(/[\0-\x20\x7F-\x9F"<>\\^`{|}]|\s/g, (character) => encodeURIComponent(character));
  return /^(?:https?:\/\/|mailto:)/i.test(address) ? address : undefined;
}

/** The text of a node as its digest has it: of maths, the source and not the TeX that was mended, of
 * code, what it says between backticks. */
export function sourceText(node: Nodes): string {
  if ('children' in node) return node.children.map(sourceText).join('');
  return textOf(node)?.toWellFormed() ?? '';
}

/**
 * Puts the content of one block into canonical form.
 *
 * Blanks stand outside of what is stressed or linked, two stretches of one style are one, a link that must not be written
 * is its text. In a block with more than 500 stretches of stress, or with more links than a thousand, these are text too.
 *
 * @param nodes the block's children
 */
export function canonicalRuns(nodes: readonly PhrasingContent[]): Run[] {
  const pieces = joinAlike(flatten(nodes, { strong: false, emphasis: false })).flatMap(partChatAddresses);
  // Sätteri takes quadratic time for many links in a block, and for what stress needs to stand next to any text.
  const links = new Set(pieces.map((piece) => piece.link));
  if (links.size > mostLinks) for (const piece of pieces) piece.link = undefined;
  if (pieces.filter((piece) => piece.strong || piece.emphasis).length > mostStyled) {
    for (const piece of pieces) Object.assign(piece, { strong: false, emphasis: false });
  }
  const texts = foldTogether(pieces.map((piece) => piece.text));
  const folded = pieces
    .map((piece, index) => ({ ...piece, text: texts[index] as string }))
    .filter((piece) => piece.text !== '');
  return toRuns(restyleBlanks(folded.flatMap(splitBlanks)));
}

/** How many links a block may have, counted with the text around them as one. */
const mostLinks = 1000;

/** How many stretches of a block may be strong or stressed: more than any paragraph has, few enough for all compilers. */
const mostStyled = 500;

/** Text with all that is said of it; `link` is the same object for all pieces of one link. */
interface Piece extends Style {
  text: string;
  link?: { url: string } | undefined;
  other?: PhrasingContent;
}

// What stands for a node of somebody else's while its neighbours are folded: any character that is no blank.
const standIn = '\uFFFC';

// GFM makes links to `xmpp:` of these, which no document of ours may have; what is linked already it leaves alone.
const chatAddress = /(xmpp:[\w+\-.]+@[\w.-]+)/;

function flatten(nodes: readonly PhrasingContent[], style: Style, link?: { url: string }): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    switch (node.type) {
      case 'strong':
      case 'emphasis':
        return flatten(node.children, { ...style, [node.type]: true }, link);
      case 'link': {
        const url = canonicalAddress(node.url);
        return flatten(node.children, style, link ?? (url === undefined ? undefined : { url }));
      }
      default: {
        const text = textOf(node);
        if (text === undefined) return [{ ...style, link, text: standIn, other: node }];
        // Half of a character at the end of a node makes none with the half that begins the next one.
        return [{ ...style, link, text: text.toWellFormed() }];
      }
    }
  });
}

/** Neighbours that nothing tells apart as one: what a repair has parted may be an address together. */
function joinAlike(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isAlike =
      last !== undefined &&
      !last.other &&
      !piece.other &&
      last.link === piece.link &&
      last.strong === piece.strong &&
      last.emphasis === piece.emphasis;
    if (isAlike) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

function partChatAddresses(piece: Piece): Piece[] {
  if (piece.link || piece.other) return [piece];
  return piece.text.split(chatAddress).map((text, index) => ({
    ...piece,
    text,
    link: index % 2 === 1 ? { url: `mailto:${text.slice('xmpp:'.length)}` } : undefined,
  }));
}

/** The text of a node without children, or nothing when it is of no kind that a digest has. */
function textOf(node: Nodes): string | undefined {
  switch (node.type as string) {
    case 'text':
      return (node as { value: string }).value;
    case 'inlineMath': {
      const { value, data } = node as { value: string; data?: { source?: string } };
      return data?.source ?? value;
    }
    // Markdown and MDX get the code of a digest as text in backticks, which can't become anything else. Other code is somebody
    // else's.
    case 'inlineCode': {
      const { value, data } = node as { value: string; data?: { source?: string } };
      if (data?.source === undefined) return undefined;
      return value.includes('`') ? value : `\`${value}\``;
    }
    case 'break':
      return '\n';
    default:
      return undefined;
  }
}

/** Parts the blanks at the ends of a piece from it. */
function splitBlanks(piece: Piece): Piece[] {
  const start = piece.text.length - piece.text.trimStart().length;
  const end = piece.text.trimEnd().length;
  return [piece.text.slice(0, start), piece.text.slice(start, end), piece.text.slice(Math.max(start, end))]
    .filter((text) => text !== '')
    .map((text) => ({ ...piece, text }));
}

/** Gives blanks between two pieces what both have in common. */
function restyleBlanks(pieces: readonly Piece[]): Piece[] {
  const restyled: Piece[] = [];
  let before: Piece | undefined;
  let waiting: Piece[] = [];
  const settle = (after: Piece | undefined) => {
    for (const blank of waiting) {
      restyled.push({
        text: blank.text,
        ...sharedStyle(before, after),
        link: before?.link === after?.link ? before?.link : undefined,
      });
    }
    waiting = [];
  };
  for (const piece of pieces) {
    if (isBlank(piece)) {
      waiting.push(piece);
    } else {
      settle(piece);
      restyled.push(piece);
      before = piece;
    }
  }
  settle(undefined);
  return restyled;
}

function isBlank({ text }: { text: string }): boolean {
  return text.trim() === '';
}

function sharedStyle(before: Style | undefined, after: Style | undefined): Style {
  return {
    strong: before?.strong === true && after?.strong === true,
    emphasis: before?.emphasis === true && after?.emphasis === true,
  };
}

function toRuns(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  let open: { url: string } | undefined;
  for (const { text, strong, emphasis, link, other } of pieces) {
    const last = runs.at(-1);
    if (other) {
      runs.push({ type: 'other', node: other, strong, emphasis });
    } else if (link) {
      if (link === open && last?.type === 'link')
        append(last.children, { type: 'run', text, strong, emphasis });
      else {
        runs.push({
          type: 'link',
          url: link.url,
          strong,
          emphasis,
          children: [{ type: 'run', text, strong, emphasis }],
        });
      }
    } else append(runs, { type: 'run', text, strong, emphasis });
    open = link;
  }
  for (const run of runs) if (run.type === 'link') liftStyle(run);
  return runs.map((run, index) => {
    if (run.type !== 'run' || !isBlank(run)) return run;
    const [before, after] = [runs[index - 1], runs[index + 1]];
    return { ...run, ...sharedStyle(before, after) };
  });
}

function append(runs: Run[], run: TextRun): void {
  const last = runs.at(-1);
  if (last?.type === 'run' && last.strong === run.strong && last.emphasis === run.emphasis)
    last.text += run.text;
  else runs.push(run);
}

/** Takes the style that all the text of a link has from the text to the link. */
function liftStyle(link: LinkRun): void {
  for (const style of ['strong', 'emphasis'] as const) {
    link[style] = link.children.every((child) => child[style]);
    if (link[style]) for (const child of link.children) child[style] = false;
  }
}
