import { parse as parseYaml } from 'yaml';
import { oneLine, PaperFileError } from './paper-file-error.ts';
import { readPlainFrontMatter } from './plain-front-matter.ts';
import { paperFrontMatterSchema, type PaperFrontMatter } from './schemas.ts';

/**
 * Reads the front matter of a paper's file.
 *
 * @param yaml what stands between its two lines of `---`
 * @throws PaperFileError with the place, when it can't be read or says what no paper can say
 */
export function readPaperFrontMatter(yaml: string): PaperFrontMatter {
  let value: unknown;
  try {
    value = readPlainFrontMatter(yaml) ?? parseYaml(yaml) ?? {};
  } catch (error) {
    const at = (error as { linePos?: [{ line: number; col: number }] }).linePos?.[0];
    throw new PaperFileError(
      'invalid-front-matter',
      `The front matter can't be read (${oneLine((error as Error).message)}): write one \`key: value\` a line.`,
      { line: (at?.line ?? 1) + 1, column: at?.col ?? 1 },
    );
  }
  const parsed = paperFrontMatterSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const key = String(issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]);
  const line = yaml.split(/\r?\n/).findIndex((line) => line.startsWith(`${key}:`));
  throw new PaperFileError(
    'invalid-front-matter',
    issue?.code === 'unrecognized_keys'
      ? `The front matter's “${key}” is not known: use one of ${Object.keys(paperFrontMatterSchema.shape).join(', ')}.`
      : `The front matter's \`${key}\` is not valid (${issue?.message}): correct its value.`,
    { line: Math.max(line, 0) + 2, column: 1 },
  );
}
