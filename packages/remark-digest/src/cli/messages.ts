import type { VFileMessage } from 'vfile-message';
import type { Finding } from '../messages.ts';
import { printable } from '../printable.ts';

/** A finding and its place. */
export interface Message extends Finding {
  path: string;
  line: number;
  column: number;
  /** The last line that it is about, where that is another one. */
  lastLine?: number;
}

/** A finding about a whole file. */
export function aboutFile(path: string, finding: Finding): Message {
  return { path, line: 1, column: 1, ...finding };
}

/** What `fromDigest` found in the digest at this path. */
export function fromVFileMessage(path: string, message: VFileMessage): Message {
  const { line = 1, column = 1, ruleId = '', reason } = message;
  const lastLine = message.place && 'end' in message.place ? message.place.end.line : line;
  return { path, line, column, ...(lastLine > line ? { lastLine } : {}), ruleId, reason };
}

/**
 * The rules that make the exit status 1: something was not read, not written, guessed, or belongs to no paper. All other
 * rules warn: what they are about is complete, and may be as its author wants it.
 */
const errors: ReadonlySet<string> = new Set([
  // in the digest
  'no-papers',
  'unknown-dialect',
  'mixed-dialects',
  'refused-text',
  'too-large',
  'broken-record',
  'broken-text',
  'unread-lines',
  'untitled-paper',
  'sentence-as-title',
  'unsure-abstract',
  'invalid-date',
  'invalid-encoding',
  'unclosed-front-matter',
  'invalid-front-matter',
  'invalid-front-matter-value',
  'lost-lines',
  // of the files
  'unreadable-file',
  'no-digests',
  'link-outside',
  'issue-clash',
  'refused-paper',
  'unsafe-path',
  'unwritable-file',
  'unreadable-state',
  'unusable-state',
  // of what is fetched
  'no-answer',
  'refused-request',
  'wrong-answer',
  'existing-file',
]);

/** Whether a message makes the exit status 1. */
export function isError({ ruleId }: Finding): boolean {
  return errors.has(ruleId);
}

/** A message as a line for people: `file:line:column reason (rule)`. */
export function formatMessage({ path, line, column, reason, ruleId }: Message): string {
  return `${printable(`${path}:${line}:${column} ${reason} (${ruleId})`)}\n`;
}
