import { dirname, posix } from 'node:path';
import { parse } from '@babel/parser';
import { digestExtensions } from 'remark-digest/light';
import { sourceNot } from './tailwind.ts';

/** A line that a site needs so that no word of a digest is taken for a class name, where only the site can write it. */
export interface MissingLine {
  /** The file that it belongs into, from the site's root. */
  file: string;
  /** What to write. */
  line: string;
  /** Where in the file. */
  place: string;
}

/**
 * Finds the line that a file lacks.
 *
 * @param file path from the site's root: of the configuration of Tailwind 3, or of a style sheet that Tailwind 4 reads by itself
 * @param text what is in it
 * @param folder folder of the digests, from the site's root
 * @returns `undefined` where the line is there, or nothing is looked for in the folder
 */
export function missingLine(file: string, text: string, folder: string): MissingLine | undefined {
  return file.endsWith('.css') ? missingInSheet(file, text, folder) : missingInConfig(file, text, folder);
}

/** Says which line is missing, in one sentence. */
export function tellMissingLine({ file, line, place }: MissingLine): string {
  return `Tailwind takes words of digests for class names, so that the site's style sheet changes with each digest: write \`${line}\` ${place} of ${file}.`;
}

/** By whatever name a sheet of Tailwind's is imported; without `source(none)`, which turns the search off. */
const importsTailwind =
  /@import\s+["']tailwindcss(?:\/[^"']*)?["'](?![^;]*source\(none\))|@tailwind\s+utilities/;

function missingInSheet(file: string, text: string, folder: string): MissingLine | undefined {
  if (!importsTailwind.test(text)) return undefined;
  const from = dirname(file);
  const without = [...text.matchAll(/@source\s+not\s+(["'])(.*?)\1/g)].map(([, , path = '']) =>
    posix.join(from, path.replace(/(?:\/\*+)+(?:\.\*)?$/, '')),
  );
  if (without.some((path) => isWithin(folder, path))) return undefined;
  return { file, line: sourceNot(from, folder), place: 'at the end' };
}

function missingInConfig(file: string, text: string, folder: string): MissingLine | undefined {
  const globs = stringsOf(text).filter((glob) => glob.includes('/'));
  const patternOf = (glob: string): RegExp => globPattern(posix.normalize(glob));
  const kept = globs.filter((glob) => !glob.startsWith('!')).map(patternOf);
  const left = globs.filter((glob) => glob.startsWith('!')).map((glob) => patternOf(glob.slice(1)));
  const digests = [...digestExtensions, '/paper.mdx'].map((end) => `${folder}/digest${end}`);
  const isRead = (path: string): boolean =>
    kept.some((pattern) => pattern.test(path)) && !left.some((pattern) => pattern.test(path));
  if (!digests.some(isRead)) return undefined;
  return { file, line: `'!./${folder}/**'`, place: 'at the end of `content`' };
}

/** The texts of all string literals of a module; none where it can't be read. */
function stringsOf(text: string): string[] {
  try {
    const { tokens } = parse(text, { sourceType: 'unambiguous', plugins: ['typescript'], tokens: true });
    return (tokens as { type: string | { label: string }; value?: unknown }[]).flatMap(({ type, value }) =>
      typeof type === 'object' && /^(?:string|template)$/.test(type.label) ? [value as string] : [],
    );
  } catch {
    return [];
  }
}

const inGlob: Record<string, string> = { '**/': '(?:[^/]+/)*', '**': '.*', '*': '[^/]*', '?': '[^/]' };

/** A pattern of `**`, `*`, `?` and `{a,b}` as a regular expression. */
function globPattern(glob: string): RegExp {
  const sources = choicesOf(glob).map((choice) =>
    choice.replace(/\*\*\/|\*\*|[*?]|[\\^$.+()[\]{}|]/g, (sign) => inGlob[sign] ?? `\\${sign}`),
  );
  return new RegExp(`^(?:${sources.join('|')})$`);
}

/** The patterns that one with `{a,b}` stands for. */
function choicesOf(glob: string): string[] {
  const found = /\{([^{}]*)\}/.exec(glob);
  if (!found) return [glob];
  const [whole, choices = ''] = found;
  return choices.split(',').flatMap((choice) => choicesOf(glob.replace(whole, () => choice)));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
