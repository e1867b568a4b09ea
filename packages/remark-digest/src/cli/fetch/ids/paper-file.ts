import { canonicalLine } from '../../../canonical.ts';
import { readFrontMatterKeys, type FrontMatterKey } from '../../../front-matter-keys.ts';
import { toJson } from '../../../to-mdx.ts';
import type { FoundFacts } from './match.ts';

/** The file of a paper: its text in pieces, and what its front matter says. */
export interface PaperFile {
  /** What stands before the place where a key can be added. */
  before: string;
  /** What stands behind it. */
  after: string;
  lineEnd: '\n' | '\r\n';
  keys: readonly FrontMatterKey[];
}

/**
 * Takes the text of a paper's file apart.
 *
 * @param text the text; nothing for a file that is not there
 * @returns why that can't be done, as a part of a sentence, where it can't
 */
export function openPaperFile(text: string | undefined): PaperFile | string {
  if (text === undefined) return { before: '---\n', after: '---\n', lineEnd: '\n', keys: [] };
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  const [, mark = '', body = ''] = /^(\uFEFF?)(.*)$/s.exec(text) ?? [];
  const matter = /^(---[ \t]*\r?\n)(?<yaml>.*?)(?<=\n)---[ \t]*(?:\r?\n|$)/s.exec(body);
  if (matter === null) {
    if (/^---[ \t]*\r?\n/.test(body)) return 'its front matter has no end';
    const gap = body === '' ? '' : lineEnd;
    return { before: `${mark}---${lineEnd}`, after: `---${lineEnd}${gap}${body}`, lineEnd, keys: [] };
  }
  const yaml = matter.groups?.['yaml'] ?? '';
  const keys = readFrontMatterKeys(yaml.replace(/\r\n?/g, '\n').trimEnd());
  if ('problem' in keys) return keys.problem;
  const end = mark.length + (matter[1] as string).length + yaml.length;
  return { before: text.slice(0, end), after: text.slice(end), lineEnd, keys };
}

/** The text of a paper's file with some facts more. */
export function withFacts({ before, after, lineEnd }: PaperFile, facts: FoundFacts): string {
  const lines = Object.entries(facts).map(([key, value]) => {
    const clean = Array.isArray(value) ? value.map(canonicalLine) : canonicalLine(value as string);
    return `${key}: ${toJson(clean)}${lineEnd}`;
  });
  return before + lines.join('') + after;
}
