import type { Dialect } from '../dialect.ts';
import { detectBare, readBare } from './bare.ts';

/**
 * Hugging Face's Daily Papers, copied from the browser as plain text: a header, then titles and abstracts in turn, a
 * blank line between any two. The links, authors and votes of the page are lost in such a copy.
 *
 * @see https://huggingface.co/papers
 */
export const huggingFace: Dialect = {
  name: 'hugging-face',
  detect: ({ lines }) => detectBare(lines),
  read: ({ lines, place }, report) => ({ issues: readBare(lines, place, report) }),
};
