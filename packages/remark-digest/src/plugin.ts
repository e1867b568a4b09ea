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
  this.parser = (_document, file) => fromDigest(file, options);
  const data = this.data();
  (data.toMarkdownExtensions ??= []).push(digestToMarkdown);
};
