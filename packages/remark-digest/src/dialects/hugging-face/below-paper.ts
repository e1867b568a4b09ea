import type { Marked } from './marks.ts';
import type { Token } from './tokens.ts';

/**
 * What stands below the abstract on a page that is about one paper: what readers say, and the models, data sets and collections that
 * name the paper. Words of readers can be told from a text that was put below the page only by what the page has below them.
 */
export class BelowPaper {
  #open: Token[] = [];
  /** Whether it is another page by now. */
  #other = false;

  take({ token, address, mark }: Marked): void {
    if (mark.kind === 'abstract' || mark.kind === 'authors') this.#other = true;
    if ((mark.kind === 'section' || mark.kind === 'foot') && !this.#other) this.#open = [];
    else if (mark.kind === 'text' && !isListed(token, address)) this.#open.push(token);
  }

  /** The texts of which nothing tells that they belong to the page. */
  end(): Token[] {
    return this.#open;
  }
}

function isListed({ text }: Token, address: Marked['address']): boolean {
  return (
    /^(?:site|account|papers?)$/.test(address?.to ?? '') ||
    /^(?:[\w.-]+\/[\w.-]+|(?:no \w+ (?:linking|including)|browse \d+ \w+ (?:citing|that include)) this paper|cite arxiv\.org\/abs\/\S+ in a \w+ README\.md to link it from this page\.)$/i.test(
      text.value,
    )
  );
}
