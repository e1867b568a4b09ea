import type { Root } from 'mdast';
import { printable } from '../printable.ts';
import { splitIssues } from '../split-issues.ts';
import { accountFor, countNodes, type LineAccount } from './account.ts';
import type { CheckCommand, ReadingOptions } from './arguments.ts';
import { findDigests, type FoundDigest } from './find-digests.ts';
import { lostLines } from './findings.ts';
import { formatMessage, isError, type Message } from './messages.ts';
import { createProgress } from './progress.ts';
import { readDigest } from './read-digest.ts';
import type { Terminal } from './terminal.ts';

/** What is in one file. */
interface FileReport {
  path: string;
  /** Dialect it was read with; `null` when it can't be read. */
  dialect: string | null;
  papers: number;
  /** Addresses of the papers, each once a paper. */
  links: number;
  maths: number;
  messages: Omit<Message, 'path' | 'lastLine'>[];
  lines: LineAccount;
}

/** Runs `remark-digest check`, and gives its exit status. */
export function check(command: CheckCommand, terminal: Terminal): number {
  const digests = findDigests(command.files);
  const progress = createProgress(terminal);
  const reports = digests.map((digest, index) => {
    progress.show('Read', index, digests.length);
    const { report, isRead } = reportOf(digest, command);
    if (!command.json) {
      progress.clear();
      terminal.out(formatReport(report, isRead));
    }
    return report;
  });
  progress.clear();
  if (command.json) terminal.out(toJson({ files: reports }));
  return reports.some(({ messages }) => messages.some(isError)) ? 1 : 0;
}

function reportOf(digest: FoundDigest, options: ReadingOptions): { report: FileReport; isRead: boolean } {
  const { path } = digest;
  const read = 'reason' in digest ? digest : readDigest(path, options);
  if ('reason' in read) {
    const report = {
      path,
      dialect: null,
      papers: 0,
      links: 0,
      maths: 0,
      messages: [withoutPath(read)],
      lines: { total: 0, used: 0, reported: 0 },
    };
    return { report, isRead: false };
  }
  const { text, tree, messages } = read;
  const { lines, lost } = accountFor(text, tree, messages);
  const lostMessages = lost.map(({ first, last }) => ({
    path,
    line: first,
    column: 1,
    ...lostLines(first, last),
  }));
  const report = {
    path,
    dialect: tree.data?.digest?.dialect ?? null,
    papers: countNodes(tree, 'digestEntry'),
    links: countLinks(tree),
    maths: countNodes(tree, 'inlineMath'),
    messages: [...messages, ...lostMessages].sort((a, b) => a.line - b.line).map(withoutPath),
    lines,
  };
  return { report, isRead: true };
}

function countLinks(tree: Root): number {
  const nodes = splitIssues(tree).flatMap(({ children }) => children);
  return nodes.reduce((sum, node) => sum + (node.type === 'digestEntry' ? node.links.length : 0), 0);
}

function withoutPath({ line, column, ruleId, reason }: Message): Omit<Message, 'path' | 'lastLine'> {
  return { line, column, ruleId, reason };
}

function formatReport(
  { path, dialect, papers, links, maths, messages, lines }: FileReport,
  isRead: boolean,
): string {
  const counts = [
    dialect ?? 'no dialect',
    count(papers, 'paper'),
    count(links, 'link'),
    `${maths} maths`,
    `${share(lines)} of ${count(lines.total, 'line')} accounted for`,
  ];
  const summary = isRead ? `${printable(path)}: ${counts.join(', ')}\n` : '';
  return summary + messages.map((message) => formatMessage({ path, ...message })).join('');
}

/** The share of lines that are accounted for; 100 % only when all are. */
function share({ total, used, reported }: LineAccount): string {
  const percent = total === 0 ? 100 : Math.floor(((used + reported) / total) * 1000) / 10;
  return `${percent} %`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** JSON that a terminal can show, too: `JSON.stringify` leaves some control characters as they are, and marks of direction. */
function toJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2).replace(
    /[\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}
