import type { FromDigestOptions } from 'remark-digest';
import type { PaperBody } from './paper-body.ts';
import { readPaperFrontMatter } from './paper-front-matter.ts';
import { readPlainPaperBody } from './plain-paper-body.ts';
import type { PaperFrontMatter } from './schemas.ts';

/** One paper as its `.mdx` file gives it. */
export interface PaperFile extends PaperBody {
  frontMatter: PaperFrontMatter;
  /** Number of lines of the file. */
  lines: number;
}

/**
 * Reads the `.mdx` file of one paper.
 *
 * An inert file has its formulas as the digest had them, as text; they become maths here as they do in a digest.
 *
 * @param inline what is mended in digests; of it, maths counts here
 * @throws PaperFileError with the place, when the front matter or the MDX can't be read
 */
export async function readPaperFile(
  source: string,
  inline?: FromDigestOptions['inline'],
): Promise<PaperFile> {
  const text = source.replace(/^\uFEFF/, '');
  const matter = /^---[ \t]*\r?\n(?<yaml>.*?)(?<=\n)---[ \t]*(?:\r?\n|$)/s.exec(text);
  const frontMatter = readPaperFrontMatter(matter?.groups?.['yaml'] ?? '');
  // Blank lines in place of the front matter keep the numbers of the lines after it.
  const body = matter ? matter[0].replace(/[^\r\n]/g, '') + text.slice(matter[0].length) : text;
  return {
    frontMatter,
    ...(readPlainPaperBody(body, inline) ?? (await readAnyBody(body, inline))),
    lines: text.split(/\r\n|\n|\r/).length,
  };
}

/** Loads the parser of MDX, which few papers need. */
async function readAnyBody(body: string, inline: FromDigestOptions['inline']): Promise<PaperBody> {
  const { readPaperBody } = await import('./paper-body.ts');
  return readPaperBody(body, inline);
}
