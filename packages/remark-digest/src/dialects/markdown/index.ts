import type { Dialect } from '../dialect.ts';
import { detect } from './detect.ts';
import { read } from './read.ts';

/**
 * Papers in Markdown: headings with what is told below them, tables, lists with blurbs, paragraphs that begin with a title. Headings above
 * them are topics, or days that make issues.
 */
export const markdown: Dialect = { name: 'markdown', detect, read };
