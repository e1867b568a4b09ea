import type { Handle, Options } from 'mdast-util-to-markdown';
import type { Link, Root, Text } from 'mdast';
import { escapeDestination, escapeText } from './escape.ts';
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
    digestTitle: ((node: DigestTitle, _, state, info) => {
      const title = state.containerPhrasing(node as never, { ...info, before: '# ', after: '\n' });
      // A heading is one line, and the signs at its end would close it.
      return `## ${title.replace(/\s*\n\s*/g, ' ').replace(/#+$/, (signs) => signs.replaceAll('#', '\\#'))}`;
    }) satisfies Handle,
    // Front matter of the digest is data of the tree; as it stands it is somebody's text.
    root: ((node: Root, _, state, info) =>
      state.containerFlow(
        { ...node, children: node.children.filter((child) => child.type !== 'yaml') },
        info,
      )) satisfies Handle,
    text: ((node: Text, _, state, info) => {
      const text = escapeText(node.value, state.stack.includes('link'));
      // With the bracket of a link after it, an exclamation mark would make an image.
      return text.endsWith('!') && info.after.startsWith('[') ? `${text.slice(0, -1)}\\!` : text;
    }) satisfies Handle,
    link: ((node: Link, _, state, info) => {
      const exit = state.enter('link');
      const text = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
      exit();
      // The forms without brackets are not MDX, and GFM reads them in its own way.
      return `[${text}](<${escapeDestination(node.url)}>)`;
    }) satisfies Handle,
  },
};
