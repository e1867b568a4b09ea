import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import type { Element, Nodes, Root } from 'hast';

/** A page as a reader of its HTML sees it. */
export class Html {
  readonly tree: Root;

  constructor(html: string) {
    this.tree = fromHtml(html);
  }

  /** Text of the first element, white space folded; `undefined` when there is none. */
  text(selector: string): string | undefined {
    const found = select(selector, this.tree);
    return found && folded(found);
  }

  /** Texts of all elements. */
  texts(selector: string): string[] {
    return selectAll(selector, this.tree).map(folded);
  }

  /** Text of the first element, its formulas as the text they were made of. */
  textWithSource(selector: string): string | undefined {
    const found = select(selector, this.tree);
    return found && sourceOf(found).replace(/\s+/g, ' ').trim();
  }

  /** Names of all elements inside the first one, each once. */
  names(selector: string): string[] {
    const found = select(selector, this.tree);
    return found ? [...new Set(elementsIn(found).map((element) => element.tagName))] : [];
  }

  /** Names of all attributes inside the first element, each once. */
  attributeNames(selector: string): string[] {
    const found = select(selector, this.tree);
    return found ? [...new Set(elementsIn(found).flatMap((element) => Object.keys(element.properties)))] : [];
  }

  /** Values of an attribute of all elements that have it. */
  attributes(selector: string, name: string): string[] {
    return selectAll(selector, this.tree)
      .map((element) => element.properties[name])
      .filter((value) => value !== undefined)
      .map(String);
  }
}

function folded(element: Element): string {
  return toString(element).replace(/\s+/g, ' ').trim();
}

function sourceOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'math') {
    return String(node.properties['alttext'] ?? '');
  }
  if (!('children' in node)) return '';
  const text = node.children.map(sourceOf).join('');
  // Blocks stand apart.
  return node.type === 'element' && /^(?:p|li|ul|ol)$/.test(node.tagName) ? ` ${text} ` : text;
}

function elementsIn(node: Nodes): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []));
}
