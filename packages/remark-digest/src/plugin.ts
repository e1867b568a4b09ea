import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { fromDigest, type FromDigestOptions } from './from-digest.ts';
import { digestToMarkdown } from './to-markdown.ts';

declare module 'unified' {
  interface Data {
    toMarkdownExtensions?: unknown[];
  }
}

/**
 * Plugin for unified that reads digests: it sets the parser, and lets `remark-stringify` write the tree.
 *
 * @param options the same as those of `fromDigest`
 */
export const remarkDigest: Plugin<[options?: FromDigestOptions], string, Root> = function (options = {}) {
  const data = this.data();
  const putLast = () => {
    const others = data.toMarkdownExtensions?.filter((extension) => extension !== digestToMarkdown) ?? [];
    data.toMarkdownExtensions = [...others, digestToMarkdown];
  };
  putLast();
  this.parser = (_document, file) => {
    // Again, now that all plugins are there: the last extension counts, and `remark-gfm` has a way with paragraphs too.
    putLast();
    return fromDigest(file, options);
  };
};
