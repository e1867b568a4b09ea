import { readFrontMatterKeys } from 'remark-digest';
import { onOneLine } from '../model/single-line.ts';
import { PaperFileError } from './paper-file-error.ts';
import { readPlainFrontMatter } from './plain-front-matter.ts';
import { paperFrontMatterSchema, type PaperFrontMatter } from './schemas.ts';

/**
 * Reads the front matter of a paper's file.
 *
 * @param yaml what stands between its two lines of `---`
 * @throws PaperFileError with the place, when it can't be read or says what no paper can say
 */
export function readPaperFrontMatter(yaml: string): PaperFrontMatter {
  const plain = readPlainFrontMatter(yaml);
  const keys = plain ? [] : readFrontMatterKeys(yaml.replace(/\r\n?/g, '\n').trimEnd());
  if ('problem' in keys) {
    const { line, column } = keys.place ?? { line: 1, column: 1 };
    throw new PaperFileError(
      'invalid-front-matter',
      `The front matter can't be read (${keys.problem}): write one \`key: value\` a line.`,
      { line: line + 1, column },
    );
  }
  const value = plain ?? Object.fromEntries(keys.map(({ key, value }) => [key, value]));
  const parsed = paperFrontMatterSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  // JavaScript puts keys that are numbers before all others; the first one in the file is told.
  const unknown = issue?.code === 'unrecognized_keys' ? new Set(issue.keys) : undefined;
  const first = keys.find(({ key }) => (unknown ? unknown.has(key) : key === issue?.path[0]));
  const key = first?.key ?? String(issue?.path[0]);
  throw new PaperFileError(
    'invalid-front-matter',
    unknown
      ? `The front matter's “${shortened(key)}” is not known: use one of ${Object.keys(paperFrontMatterSchema.shape).join(', ')}.`
      : `The front matter's \`${key}\` is not valid (${issue?.message}): correct its value.`,
    { line: (first?.line ?? lineOfPlainKey(yaml, key)) + 1, column: 1 },
  );
}

/** The line of a key in front matter of which each line is a key and its value, from 1. */
function lineOfPlainKey(yaml: string, key: string): number {
  return yaml.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 1;
}

/** A key on one line, as much of it as a sentence can hold. */
function shortened(key: string): string {
  const line = onOneLine(key);
  return line.length > 72 ? `${line.slice(0, 70).toWellFormed()} …` : line;
}
