import type { Handle, Options } from 'mdast-util-to-markdown';
import type { Link, Parents, Text } from 'mdast';
import { escapeText } from './escape.ts';
import type { DigestEntry, DigestField, DigestHeader, DigestTitle } from './types.ts';

/**
 * Extension for `mdast-util-to-markdown` (and so for `remark-stringify`) that writes our nodes, and text so that no part
 * of it becomes markup, in Markdown or in MDX.
 *
 * A digest becomes its header's lines as paragraphs, then for each paper a heading of the second rank and the abstract.
 */
export const digestToMarkdown: Options = {
  handlers: {
    digestHeader: ((node: DigestHeader, _, state, info) =>
      state.containerFlow(node as never, info)) satisfies Handle,
    digestField: ((node: DigestField, _, state, info) =>
      state.containerPhrasing(node as never, { ...info, before: '\n', after: '\n' })) satisfies Handle,
    digestEntry: ((node: DigestEntry, _, state, info) =>
      state.containerFlow(node as never, info)) satisfies Handle,
    digestTitle: ((node: DigestTitle, _, state, info) =>
      `## ${state
        .containerPhrasing(node as never, { ...info, before: '# ', after: '\n' })
        .replace(/\s*\n\s*/g, ' ')}`) satisfies Handle,
    text: ((node: Text) => escapeText(node.value)) satisfies Handle,
    link,
  },
};

/** Writes every link as `[text](<address>)`: the forms without brackets are not MDX, and GFM reads them in its own way. */
function link(
  node: Link,
  _: Parents | undefined,
  state: Parameters<Handle>[2],
  info: Parameters<Handle>[3],
): string {
  const exit = state.enter('link');
  const text = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  exit();
  return `[${text}](<${encodeURI(decodeSafely(node.url)).replace(/[<>\\]/g, encodeURIComponent)}>)`;
}

/** The address without its escapes, so that they are not escaped again; as it is, where its escapes are broken. */
function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url.replace(/%/g, '%25');
  }
}
