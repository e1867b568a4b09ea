import { refusedText, type Finding } from '../../messages.ts';
import type { KeyedValue } from '../../text/keyed-values.ts';
import type { PaperDraft } from '../dialect.ts';
import { attributeText, textOfElement } from './elements.ts';
import type { Feed } from './find-feeds.ts';

/** Programs that write blogs and newsletters. */
const blogs =
  /wordpress|substack|medium|ghost|hugo|jekyll|blogger|squarespace|wix\.com|drupal|tumblr|beehiiv|buttondown|eleventy|astro/i;

/** Share of the items that must look like papers. */
const fewest = 0.1;

/** Why a feed gives no papers, where it can be told that its items are none. Journals tell little, so one sign is enough for a paper. */
export function reasonOfRefusal(
  { channel, items }: Feed,
  papers: readonly PaperDraft[],
): Finding | undefined {
  if (items.length === 0) {
    return refusedText(
      'a feed without items',
      'fetch it again, or delete the file if that day has no papers',
    );
  }
  const instead = 'keep the feed of a journal or of arXiv, or another form of this list';
  const share = (fits: (item: KeyedValue) => boolean): number => items.filter(fits).length / items.length;
  const identified = papers.filter(({ facts = {} }) => facts.arxivId ?? facts.doi).length / items.length;
  const scholarly = share((item) =>
    has(item, /^(?:prism:|arxiv:|dc:(?:identifier|source)$|dcterms:(?:identifier|ispartof)$)/),
  );
  if (identified >= fewest || scholarly >= fewest) return undefined;
  if (share(isAudio) >= 0.5) return refusedText('the feed of a podcast', instead);
  const generator = [...channel.children()].find(({ key }) => key === 'generator');
  const written = generator ? (textOfElement(generator)?.text.value ?? '') : '';
  if (
    blogs.test(written) ||
    share((item) => has(item, /^(?:slash:|wfw:|media:|comments$|enclosure$)/)) >= 0.5
  ) {
    return refusedText('a feed of news or of a blog whose items have no identifiers of papers', instead);
  }
  const named = papers.filter(
    ({ facts = {} }) => facts.authors !== undefined || facts.venue !== undefined,
  ).length;
  return named / items.length >= fewest
    ? undefined
    : refusedText('a feed whose items have neither identifiers of papers nor authors', instead);
}

function has(item: KeyedValue, key: RegExp): boolean {
  for (const child of item.children()) if (key.test(child.key)) return true;
  return false;
}

function isAudio(item: KeyedValue): boolean {
  for (const child of item.children()) {
    if (/^itunes:(?:duration|episode)/.test(child.key)) return true;
    if (
      child.key === 'enclosure' &&
      /^(?:audio|video)\//.test(attributeText(child, '@type')?.text.value ?? '')
    )
      return true;
  }
  return false;
}
