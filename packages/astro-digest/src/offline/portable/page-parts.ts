import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

/** The parts of a page. */
export interface PageParts {
  title: string;
  /** All before the end of the head. */
  head: string;
  /** The start tag of the body. */
  bodyTag: string;
  /** What is in the body. */
  body: string;
}

/** Takes a page apart, without a change to any of its parts. */
export function partsOfPage(html: string): PageParts {
  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const root = childNamed(document, 'html');
  const head = root && childNamed(root, 'head');
  const body = root && childNamed(root, 'body');
  const title = head && childNamed(head, 'title');
  const headAt = head?.sourceCodeLocation;
  const bodyAt = body?.sourceCodeLocation;
  const bodyStart = bodyAt?.startTag?.endOffset ?? headAt?.endOffset ?? 0;
  return {
    title: title?.childNodes.map((node) => (tree.isTextNode(node) ? node.value : '')).join('') ?? '',
    head: html.slice(0, headAt?.endTag?.startOffset ?? headAt?.endOffset ?? 0),
    bodyTag: bodyAt?.startTag ? html.slice(bodyAt.startTag.startOffset, bodyAt.startTag.endOffset) : '<body>',
    body: html
      .slice(bodyStart, bodyAt?.endTag?.startOffset ?? html.length)
      .replace(/<\/(?:body|html)>\s*/g, ''),
  };
}

function childNamed(
  { childNodes }: DefaultTreeAdapterTypes.ParentNode,
  name: string,
): DefaultTreeAdapterTypes.Element | undefined {
  return childNodes.find(
    (node): node is DefaultTreeAdapterTypes.Element => tree.isElementNode(node) && node.tagName === name,
  );
}
