import type { PhrasingContent, Root } from 'mdast';
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown';
import { cleanCharacters } from './canonical.ts';
import { escapeText } from './escape.ts';
import { phrasingToMarkdown, type PhrasingOptions } from './phrasing-to-markdown.ts';
import type { DigestEntry, DigestHeader, DigestIssue } from './types.ts';

/** A node whose children are the content of one block. */
interface Block {
  children: PhrasingContent[];
}

/**
 * Extension for `mdast-util-to-markdown` (and so for `remark-stringify`) that writes our nodes, and text so that no part
 * of it becomes markup, in Markdown or in MDX.
 *
 * A digest becomes its header's lines as paragraphs, then for each paper a heading of the second rank and the abstract.
 */
export const digestToMarkdown: Options = {
  handlers: {
    digestIssue: ((node: DigestIssue, _, state, info) =>
      state.containerFlow(
        { ...node, children: withoutAsides(node.children) } as never,
        info,
      )) satisfies Handle,
    digestHeader: ((node: DigestHeader, _, state, info) =>
      state.containerFlow(node as never, info)) satisfies Handle,
    digestField: writeBlock,
    digestEntry: ((node: DigestEntry, _, state, info) =>
      state.containerFlow(node as never, info)) satisfies Handle,
    digestTitle: ((node: Block, _, state, info) => {
      // A heading is one line, and the signs at its end would close it.
      const title = phrasingToMarkdown(node.children, optionsFor(true, state, info));
      return `## ${title.replace(/#$/, '\\#')}`;
    }) satisfies Handle,
    paragraph: writeBlock,
    // Front matter of the digest is data of the tree; as it stands it is somebody's text.
    root: ((node: Root, _, state, info) =>
      state.containerFlow(
        { ...node, children: withoutAsides(node.children).filter((child) => child.type !== 'yaml') },
        info,
      )) satisfies Handle,
    // The next three are for blocks that somebody else's plugin has put beside ours.
    text: ((node: { value: string }, _, state, info) =>
      escapeText(cleanCharacters(node.value), {
        beginsBlock: info.before === '\n',
        inLink: state.stack.includes('link'),
        bare: false,
      })) satisfies Handle,
    link: writeAlone,
    inlineMath: writeAlone,
  },
};

function withoutAsides<Child extends { type: string }>(children: readonly Child[]): Child[] {
  return children.filter(({ type }) => type !== 'digestAside');
}

function writeBlock(node: Block, _parent: unknown, state: State, info: Info): string {
  return phrasingToMarkdown(node.children, optionsFor(false, state, info));
}

function writeAlone(node: PhrasingContent, _parent: unknown, state: State, info: Info): string {
  return phrasingToMarkdown([node], optionsFor(false, state, info));
}

function optionsFor(oneLine: boolean, state: State, info: Info): PhrasingOptions {
  return {
    oneLine,
    writeOther: (node) => state.handle(node, undefined, state, { ...info, before: ' ', after: ' ' }),
  };
}
