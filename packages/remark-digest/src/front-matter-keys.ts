import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';

/** One key of front matter, with its value as JavaScript has it. */
export interface FrontMatterKey {
  key: string;
  value: unknown;
  /** Line of the YAML that the key stands on, from 1. */
  line: number;
  /** Column, from 1. */
  column: number;
}

/** Why front matter can't be read. */
export interface FrontMatterProblem {
  /** A part of a sentence, such as `it is not a list of keys`. */
  problem: string;
  /** Where in the YAML it is, both from 1; absent where it is about the whole of it. */
  place?: { line: number; column: number };
}

/** The longest front matter that is read, in UTF-16 units: the authors of the largest collaborations are half of it. */
const longest = 100_000;

/** How deep values may stand in one another, and how many may be an alias of another one: more is made to do harm. */
const limits = { depth: 100, aliases: 100 };

/**
 * Reads the YAML of front matter: the keys of one mapping, in their order. It takes time in proportion to the text, whatever the
 * text is.
 *
 * @param yaml what stands between the two lines of `---`, with line feeds as line ends
 */
export function readFrontMatterKeys(yaml: string): FrontMatterKey[] | FrontMatterProblem {
  const lines = new LineCounter();
  const placeAt = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (yaml.length > longest)
    return { problem: `it is longer than ${longest.toLocaleString('en')} characters` };
  const tooDeep = { problem: 'its values stand too deep in one another' };
  try {
    // Whether a key is there twice is looked at below: the library compares each with all others.
    const document = parseDocument(yaml, {
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
      lineCounter: lines,
    });
    const [error] = document.errors;
    if (document.errors.some(({ message }) => /call stack/.test(message))) return tooDeep;
    if (error) return { problem: oneLine(error.message), place: placeAt(error.pos[0]) };
    const { contents } = document;
    if (contents === null) return [];
    if (!isMap(contents)) return { problem: 'it is not a list of keys' };
    const excess = excessOf(document);
    if (excess !== undefined) return excess === 'depth' ? tooDeep : { problem: 'it has too many aliases' };
    const keys = new Map<string, FrontMatterKey>();
    for (const { key: keyNode, value: valueNode } of contents.items as { key: Node; value: Node | null }[]) {
      const place = placeAt(keyNode.range?.[0] ?? 0);
      const key = isScalar(keyNode) ? String(keyNode.value ?? '') : String(keyNode);
      if (keys.has(key)) return { problem: oneLine(`the key ${JSON.stringify(key)} is there twice`), place };
      let value: unknown;
      try {
        value = valueNode === null ? null : valueNode.toJS(document);
      } catch (error) {
        // An alias that stands for nothing, or for too much.
        return { problem: oneLine((error as Error).message), place };
      }
      keys.set(key, { key, value, ...place });
    }
    return [...keys.values()];
  } catch (error) {
    return error instanceof RangeError ? tooDeep : { problem: oneLine((error as Error).message) };
  }
}

/** Which of the limits a document goes beyond. */
function excessOf(document: Document): keyof typeof limits | undefined {
  let aliases = 0;
  let excess: keyof typeof limits | undefined;
  visit(document, (_, node, path) => {
    if (path.length > limits.depth && path.filter(isCollection).length > limits.depth) excess = 'depth';
    else if (isAlias(node) && ++aliases > limits.aliases) excess = 'aliases';
    return excess && visit.BREAK;
  });
  return excess;
}

/** What a library says is wrong, fit to stand inside a sentence. */
function oneLine(message: string): string {
  const line = message
    .replace(/\s+/g, ' ')
    .replace(/[.!?](?= |$)/g, '')
    .trim();
  return line.length > 120 ? `${line.slice(0, 118).toWellFormed()} …` : line;
}
