import type { BlockContent } from 'mdast';
import { canonicalAddress, cleanCharacters } from '../canonical.ts';
import type { LinkDraft, PaperDraft } from '../dialects/dialect.ts';
import { arxivIdOfAddress, doiOf } from '../facts/identifiers.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { PaperFacts } from '../facts/table.ts';
import { toFlow } from '../inline/flow.ts';
import { textNode, toPhrasing } from '../inline/index.ts';
import { linkKind } from '../inline/links.ts';
import type { InlineOptions } from '../inline/options.ts';
import { invalidAddress, type Report } from '../messages.ts';
import { linksInText, linksInTree } from '../paper-links.ts';
import { plainText } from '../plain-text.ts';
import { placeOfText, toSpan, type DigestText } from '../text/digest-text.ts';
import { extentOf, type Extent, type LocatedText } from '../text/located-text.ts';
import type { DigestEntry, DigestLink, DigestTitle } from '../types.ts';
import { isVisible } from '../visible.ts';

/** How the papers of an issue are made. */
export interface EntryOptions {
  inline: InlineOptions;
  /** Day of the issue, for dates that leave out the year. */
  issueDate: string | undefined;
}

/** Makes the node of a paper; its slug and its place are still to come. Nothing where it has no title. */
export function toEntry(
  draft: PaperDraft,
  source: DigestText,
  { inline, issueDate }: EntryOptions,
  report: Report,
): DigestEntry | undefined {
  const titleSpan = toSpan(draft.title, source);
  const titlePlace = placeOfText(draft.title, source);
  const mended = toPhrasing(titleSpan, inline);
  const title: DigestTitle = {
    type: 'digestTitle',
    // A title of which mending leaves nothing to see, such as `\textbf{\u200B}`, stays as it stands.
    children: isVisible(plainText(mended)) ? mended : [textNode(titleSpan, 0, titleSpan.value.length)],
    data: { hName: 'h2' },
    position: titlePlace,
  };
  const plain = plainText([title]).replace(/\s+/g, ' ').trim();
  if (!isVisible(plain)) return undefined;
  const spans = draft.paragraphs.map((paragraph) => toSpan(paragraph, source));
  const abstract = spans.flatMap((span) => toFlow(span, inline));
  const links = linksOf(draft.links ?? [], source, report);
  const inText = inline.links ? linksInTree([title, ...abstract]) : linksInText([titleSpan, ...spans]);
  const facts = draft.facts ? readFacts(draft.facts, issueDate, source, report) : {};
  const extent = draft.extent ?? hull(draft);
  return {
    type: 'digestEntry',
    title: plain,
    slug: '',
    order: 0,
    links: eachOnce([...links, ...inText]),
    ...withIdentifiers(facts, links),
    authors: facts.authors ?? [],
    children: [title, ...abstract] as [DigestTitle, ...BlockContent[]],
    data: { hName: 'article' },
    position: source.place(extent.start, extent.end),
  };
}

/** All of a paper, from the first of its texts to the last. */
export function hull({ title, paragraphs, facts = {}, links = [] }: PaperDraft): Extent {
  const told = Object.values(facts).flatMap((fact): LocatedText[] => ('value' in fact ? [fact] : [...fact]));
  const texts: LocatedText[] = [title, ...paragraphs, ...links.map(({ url }) => url), ...told];
  let start = Infinity;
  let end = 0;
  for (const text of texts) {
    const extent = extentOf(text);
    if (!extent) continue;
    if (extent.start < start) start = extent.start;
    if (extent.end > end) end = extent.end;
  }
  return { start: Math.min(start, end), end };
}

function linksOf(drafts: readonly LinkDraft[], source: DigestText, report: Report): DigestLink[] {
  return drafts.flatMap(({ url, kind }) => {
    const text = cleanCharacters(url.value).trim();
    const address =
      URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? canonicalAddress(text) : undefined;
    if (address !== undefined) return [{ url: address, kind: kind ?? linkKind(new URL(address)) }];
    if (text !== '') report(invalidAddress(text), placeOfText(url, source));
    return [];
  });
}

/** Facts with the identifiers that only the links of a paper tell. */
function withIdentifiers(facts: PaperFacts, links: readonly DigestLink[]): PaperFacts {
  if (links.length === 0) return facts;
  const papers = links.filter(({ kind }) => kind === 'paper');
  const arxiv =
    facts.arxivId === undefined ? papers.map(({ url }) => arxivIdOfAddress(url)).find(Boolean) : undefined;
  const doi =
    facts.doi ??
    papers.map(({ url }) => doiOf(url)).find((doi) => doi !== undefined && !/^10\.48550\/arxiv/i.test(doi));
  return {
    ...facts,
    ...(arxiv && {
      arxivId: arxiv.id,
      ...(arxiv.version && { arxivVersion: facts.arxivVersion ?? arxiv.version }),
    }),
    ...(doi !== undefined && { doi }),
  };
}

function eachOnce(links: readonly DigestLink[]): DigestLink[] {
  if (links.length < 2) return [...links];
  const seen = new Map<string, DigestLink>();
  for (const link of links) if (!seen.has(link.url)) seen.set(link.url, link);
  return [...seen.values()];
}
