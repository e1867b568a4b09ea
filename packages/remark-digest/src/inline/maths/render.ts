import type { Element, ElementContent, Properties } from 'hast';
import temml from 'temml';
import { cleanCharacters } from '../../canonical.ts';
import type { InlineMath } from '../../types.ts';

/** Commands that temml lacks. */
const macros: Record<string, string> = {
  '\\argmax': '\\operatorname*{argmax}',
  '\\argmin': '\\operatorname*{argmin}',
  '\\bm': '\\boldsymbol',
  '\\mbox': '\\text{#1}',
  '\\mathds': '\\mathbb',
  '\\ensuremath': '#1',
  '\\eps': '\\epsilon',
  '\\mathsc': '\\mathrm',
  ...Object.fromEntries([...'CNQRZ'].map((letter) => [`\\${letter}${letter}`, `\\mathbb{${letter}}`])),
};

/** The longest formula that is rendered, in UTF-16 units: more is no formula of an abstract. */
export const longestFormula = 1000;

/** What of MathML is kept; anything else an element may say is about looks or about code. */
const attributes = new Set(
  (
    'accent accentunder columnalign columnspan depth displaystyle fence form height largeop linethickness lspace mathvariant ' +
    'maxsize minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width'
  ).split(' '),
);

/** What temml makes of a formula before it is written as markup. */
interface MathNode {
  type?: string;
  text?: string;
  attributes?: Record<string, string>;
  children?: MathNode[];
}

// The package's types name this function otherwise than its code does.
const { __renderToMathMLTree: renderToMathMLTree } = temml as unknown as {
  __renderToMathMLTree(tex: string, options: object): MathNode;
};

const rendered = new Map<string, ElementContent[] | undefined>();

/** How many formulas are remembered: a digest repeats its own. */
const mostRendered = 2000;

/**
 * Renders TeX to MathML without scripts, styles and classes. The text as it stood is an attribute: inside the element, as an
 * annotation, whoever takes the text of a page would have the formula twice.
 *
 * @param tex the formula
 * @param source the text as it stood
 * @returns the data of a node `inlineMath`; `undefined` when temml can't read the formula
 */
export function renderMaths(tex: string, source: string): InlineMath['data'] | undefined {
  if (!rendered.has(tex)) {
    // The oldest goes; formulas of one digest stand close together.
    if (rendered.size >= mostRendered) rendered.delete(rendered.keys().next().value as string);
    rendered.set(tex, render(tex));
  }
  const content = rendered.get(tex);
  if (!content) return undefined;
  return {
    source,
    hName: 'math',
    hProperties: { alttext: cleanCharacters(source) },
    hChildren: content.map(copy),
  };
}

function render(tex: string): ElementContent[] | undefined {
  if (tex.length > longestFormula) return undefined;
  try {
    const tree = renderToMathMLTree(tex, {
      throwOnError: true,
      trust: false,
      maxExpand: 100,
      macros: { ...macros },
    });
    return [element('mrow', {}, (tree.children ?? []).flatMap(toHast))];
  } catch {
    return undefined;
  }
}

function toHast(node: MathNode): ElementContent[] {
  if (node.text !== undefined) return [{ type: 'text', value: node.text }];
  const children = (node.children ?? []).flatMap(toHast);
  // A group that only groups.
  if (node.type === undefined) return children;
  const kept = Object.entries(node.attributes ?? {}).filter(([name]) => attributes.has(name));
  return [element(node.type, Object.fromEntries(kept), children)];
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

/** A copy of its own for each formula: plugins change the trees they are given. */
function copy(node: ElementContent): ElementContent {
  if (node.type !== 'element') return { ...node };
  const children: ElementContent[] = [];
  for (const child of node.children) children.push(copy(child));
  return element(node.tagName, { ...node.properties }, children);
}
