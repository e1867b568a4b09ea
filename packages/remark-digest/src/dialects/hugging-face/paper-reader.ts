import { arxivIdOfAddress } from '../../facts/identifiers.ts';
import { foldText, type LocatedText } from '../../text/located-text.ts';
import { isCode, isLabel, isOrganization, nameOfSubmitter, shownBehind } from './around-token.ts';
import { BelowPaper } from './below-paper.ts';
import type { Marked } from './marks.ts';
import { addAuthors, addToAbstract, continuesTitle, type OpenPaper } from './open-paper.ts';
import type { OnlyPaper } from './only-paper.ts';
import type { Token } from './tokens.ts';

type State =
  | 'header'
  | 'head'
  | 'title'
  | 'authors'
  | 'abstract'
  | 'tail'
  | 'foot'
  | 'section'
  /** Below what only the page of one paper has, where the paper has no title above. */
  | 'untitled';

/**
 * Reads the papers of a page, one token after the other. Above a title stand votes and who handed the paper in, below it the abstract, the
 * number of authors or an organisation, a date, the number of comments, and on some pages votes and stars.
 */
export class PaperReader {
  readonly unread: Token[] = [];
  readonly #marked: readonly Marked[];
  readonly #only: OnlyPaper | undefined;
  readonly #papers: OpenPaper[] = [];
  /** Tokens that were read together with one above them. */
  readonly #taken = new Set<Token>();
  #state: State = 'header';
  readonly #below = new BelowPaper();
  /** What stands above the title of the next paper. */
  #head: Partial<Pick<OpenPaper, 'facts' | 'alone' | 'id'>> & { found: boolean } = { found: false };
  /** Whether the number above a title counts its votes. */
  #votesFirst: boolean | undefined;
  /** Whether titles lead to the pages of their papers. */
  readonly #addressed: boolean;

  /** @param only the paper that the page is about, where no line above its title says so */
  constructor(marked: readonly Marked[], only: OnlyPaper | undefined) {
    this.#marked = marked;
    this.#only = only;
    const titles = marked.filter(
      ({ token, address, mark }) =>
        mark.kind === 'text' && address?.to === 'paper' && token.text.value.length > 3,
    );
    const counts = marked.filter(({ mark }) => mark.kind === 'authorCount' || mark.kind === 'dot');
    this.#addressed = titles.length > 0 && 2 * titles.length >= counts.length;
  }

  /** Whether the page is about one paper, of which the title is not there. */
  get isUntitled(): boolean {
    return this.#state === 'untitled';
  }

  end(): OpenPaper[] {
    this.#count(undefined);
    for (const token of this.#below.end()) this.unread.push(token);
    return this.#papers;
  }

  get #paper(): OpenPaper | undefined {
    return this.#papers.at(-1);
  }

  take(index: number): void {
    const marked = this.#marked[index] as Marked;
    const { token, mark, address } = marked;
    if (this.#taken.has(token)) return;
    if (this.#state === 'section' && mark.kind !== 'arxiv') {
      this.#below.take(marked);
      if (mark.kind !== 'foot') return;
    }
    const paper = this.#paper;
    switch (mark.kind) {
      case 'text':
        if (index === this.#only?.title) this.#announce(this.#only.id);
        this.#takeText(index);
        return;
      case 'arxiv':
        this.#announce(mark.id);
        return;
      case 'votes':
        this.#takeVotes(mark.votes, mark.id);
        return;
      case 'submitted':
        this.#takeSubmitter(index, mark.name);
        return;
      case 'number':
        if (this.#state === 'head') this.#votesOf(token.text);
        else if (paper && isLabel(this.#marked[index - 1])) paper.facts.upvotes ??= token.text;
        else if (paper && isCode(this.#marked[index - 1])) paper.facts.stars ??= token.text;
        else if (paper && this.#state !== 'title') this.#tail().numbers.push(token.text);
        else if (!paper) {
          this.#state = 'head';
          this.#votesOf(token.text);
          this.#votesFirst = true;
        }
        return;
      case 'comments':
        if (paper) this.#tail().facts.comments ??= token.text;
        return;
      case 'authorCount':
        if (paper) this.#tail().marks++;
        return;
      case 'date':
        // A second date on the page of one paper is the day on which it was handed in.
        if (paper && this.#state !== 'foot') {
          if (this.#state !== 'title') this.#tail();
          paper.facts.date ??= mark.date;
          paper.marks++;
        }
        return;
      case 'dot':
        if (paper?.alone === false && this.#state !== 'foot') this.#tail().marks++;
        return;
      case 'code':
        if (paper && this.#state !== 'foot') {
          if (mark.stars) this.#tail().facts.stars ??= mark.stars;
          this.#tail();
          if (token.address) paper.links.push({ url: token.address, kind: 'code' });
          paper.marks++;
        }
        return;
      case 'elsewhere':
        if (paper && this.#state !== 'foot') {
          this.#tail();
          const { url, kind } = {
            url: token.address,
            kind: address?.to === 'arxiv' ? ('paper' as const) : undefined,
          };
          if (url && (address?.to === 'arxiv' || address?.to === 'elsewhere'))
            paper.links.push({ url, kind });
        }
        return;
      case 'authors':
        if (!paper) this.#state = 'untitled';
        if (!paper?.alone) return;
        this.#state = 'authors';
        if (mark.names) addAuthors(mark.names, paper);
        return;
      case 'abstract':
        if (paper?.alone) this.#state = 'abstract';
        return;
      case 'generated':
        // What stands above it is no abstract where the authors' own follows.
        if (paper?.alone && paper.abstract.length > 0) paper.abstract = [];
        return;
      case 'section':
        if (paper?.alone) this.#state = 'section';
        return;
      case 'navigation':
        if (paper?.alone && this.#state !== 'head' && /^community$/i.test(token.text.value))
          this.#state = 'section';
        return;
      case 'foot':
        if (paper) this.#state = 'foot';
        return;
      case 'nothing':
        if (token.text.value === '-' && this.#state === 'tail' && this.#votesFirst) {
          this.#count(undefined);
          this.#state = 'head';
        }
        return;
      default:
        return;
    }
  }

  /** What follows is the title of the paper that the page is about. */
  #announce(id: LocatedText | undefined): void {
    this.#state = 'head';
    this.#head = { found: true, alone: true, ...(id && { id: id.value, facts: { arxivId: id } }) };
  }

  #takeText(index: number): void {
    const { token, address } = this.#marked[index] as Marked;
    const paper = this.#paper;
    if (this.#state === 'untitled') {
      this.unread.push(token);
      return;
    }
    const id = address?.to === 'paper' && address.place === '' ? address.id : undefined;
    if (!paper || this.#state === 'header' || this.#state === 'head') {
      this.#begin(index, id);
      return;
    }
    const isNew =
      id !== undefined &&
      (id !== paper.id || (this.#state === 'tail' && paper.abstract.length + paper.marks > 0));
    if (
      this.#state !== 'authors' &&
      (isNew || (token.level !== undefined && !paper.alone && this.#state !== 'foot'))
    ) {
      if (this.#continuesTitle(token, paper)) paper.title.push(token);
      else this.#begin(index, id);
      return;
    }
    switch (this.#state) {
      case 'authors':
        addAuthors(token.text, paper);
        return;
      case 'title':
        if (this.#continuesTitle(token, paper)) paper.title.push(token);
        else if (isOrganization(this.#marked, index)) this.#addOrganization(token, paper);
        else if (paper.alone) this.unread.push(token);
        else this.#addToAbstract(token, paper);
        return;
      case 'abstract':
        if (isOrganization(this.#marked, index)) this.#addOrganization(token, paper);
        else this.#addToAbstract(token, paper);
        return;
      case 'tail':
        if (isOrganization(this.#marked, index)) this.#addOrganization(token, paper);
        else if (address?.to === 'account' && paper.facts.submittedBy === undefined && paper.alone) return;
        else if (!this.#addressed && !paper.alone) this.#begin(index, id);
        else this.unread.push(token);
        return;
      default:
        this.unread.push(token);
    }
  }

  #begin(index: number, id: string | undefined): void {
    const title = (this.#marked[index] as Marked).token;
    const above = this.#marked[index - 1];
    // A hyphen, or nothing at all, stands for no votes.
    this.#votesFirst ??= above?.mark.kind === 'nothing' && above.address === undefined;
    this.#count(title);
    const { facts = {}, alone = false, id: told } = this.#head;
    this.#papers.push({
      title: [title],
      abstract: [],
      facts,
      authors: [],
      organizations: [],
      links: [],
      id: id ?? told,
      marks: Object.keys(facts).length + (alone ? 1 : 0),
      alone,
      numbers: [],
    });
    if (id !== undefined && title.address) {
      this.#paper?.links.push({ url: title.address, kind: 'paper' });
      if (arxivIdOfAddress(title.address.value)) facts.arxivId ??= title.address;
    }
    this.#head = { found: false };
    this.#state = 'title';
  }

  #continuesTitle(token: Token, paper: OpenPaper): boolean {
    return this.#state === 'title' && continuesTitle(token, paper);
  }

  #addToAbstract(token: Token, paper: OpenPaper): void {
    this.#state = 'abstract';
    addToAbstract(token, paper);
  }

  #addOrganization({ text }: Token, paper: OpenPaper): void {
    paper.organizations.push(foldText(text));
    this.#tail();
  }

  #takeVotes(votes: LocatedText | undefined, id: string | undefined): void {
    const paper = this.#paper;
    // On the pages with a labelled button it stands below the abstract.
    const own = paper && this.#state !== 'head' && (id === undefined ? !this.#votesFirst : id === paper.id);
    if (own && this.#state !== 'foot') {
      if (votes) paper.facts.upvotes ??= votes;
      paper.marks++;
      if (this.#state === 'abstract') this.#tail();
      return;
    }
    if (own) return;
    if (!this.#head.found) this.#count(undefined);
    this.#votesFirst ??= true;
    this.#state = 'head';
    this.#head.found = true;
    this.#head.id ??= id;
    if (votes) this.#votesOf(votes);
  }

  #votesOf(votes: LocatedText): void {
    this.#head.found = true;
    this.#head.facts = { ...this.#head.facts, upvotes: votes };
  }

  #takeSubmitter(index: number, told: LocatedText | undefined): void {
    const next = shownBehind(this.#marked, index)?.token;
    if (told === undefined && next) this.#taken.add(next);
    const name = told ?? (next && nameOfSubmitter(next.text));
    const paper = this.#paper;
    if (paper?.alone) {
      if (name) paper.facts.submittedBy ??= name;
      return;
    }
    this.#count(undefined);
    this.#state = 'head';
    this.#head.found = true;
    if (name) this.#head.facts = { ...this.#head.facts, submittedBy: name };
  }

  #tail(): OpenPaper {
    if (this.#state !== 'foot') this.#state = 'tail';
    return this.#paper as OpenPaper;
  }

  /** Tells what the numbers below a paper count, of which the last one may be the votes of the next. */
  #count(next: Token | undefined): void {
    const paper = this.#paper;
    if (!paper) return;
    const { numbers } = paper;
    paper.numbers = [];
    if (next && this.#votesFirst && this.#head.facts?.upvotes === undefined && this.#head.id === undefined) {
      const votes = numbers.pop();
      if (votes) this.#votesOf(votes);
    }
    const comments = numbers.pop();
    if (comments) paper.facts.comments ??= comments;
    const stars = numbers.pop();
    if (stars) paper.facts.stars ??= stars;
  }
}
