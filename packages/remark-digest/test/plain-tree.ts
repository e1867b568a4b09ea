import type { Root } from 'mdast';
import type { Node, Parent, Position } from 'unist';
import type { VFileMessage } from 'vfile-message';

/** A tree as JSON: messages as plain objects, and each position in one line, which keeps the files readable. */
export function plainTree(tree: Root): unknown {
  return plainNode(tree);
}

/** `line:column-line:column (offset-offset)`. */
export function plainPosition({ start, end }: Position): string {
  return `${start.line}:${start.column}-${end.line}:${end.column} (${start.offset}-${end.offset})`;
}

/** The parts of a message that a fixture pins. */
export function plainMessage({ ruleId, reason, line, column }: VFileMessage) {
  return { ruleId, reason, line, column };
}

function plainNode(node: Node): unknown {
  const { type, position, data, children, ...fields } = node as Parent & { data?: Record<string, unknown> };
  return {
    type,
    ...fields,
    ...(data && { data: plainData(data) }),
    position: position && plainPosition(position),
    ...(children && { children: children.map(plainNode) }),
  };
}

function plainData({ digest, ...data }: Record<string, unknown>): unknown {
  if (!digest) return data;
  const { messages, ...fields } = digest as { messages: VFileMessage[] };
  // In the order of the alphabet, so that the file does not tell in which order the parser found them.
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...data, digest: { ...Object.fromEntries(sorted), messages: messages.map(plainMessage) } };
}
