import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import type { Element, Root } from 'hast';

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
