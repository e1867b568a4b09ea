import { findLinks, linkKind } from '../../inline/links.ts';
import { sliceText, standFor, extentOf, type LocatedText } from '../../text/located-text.ts';
import type { LinkKind } from '../../types.ts';
import type { LinkDraft } from '../dialect.ts';

/**
 * The addresses in a field; none where it has none.
 *
 * @param otherwise what an address leads to that doesn't tell itself
 */
export function linksOfField(text: LocatedText, otherwise: LinkKind): LinkDraft[] {
  const { value } = text;
  if (/^https?:\/\/\S+$/i.test(value) && URL.canParse(value)) {
    return [{ url: text, kind: kindOf(linkKind(new URL(value)), otherwise) }];
  }
  return findLinks(value).map(({ start, end, url, kind }) => {
    const found = sliceText(text, start, end);
    const extent = extentOf(found);
    // Without its scheme, an address is another one than stands there.
    const located = found.value === url || !extent ? found : standFor(url, extent.start, extent.end);
    return { url: located, kind: kindOf(kind, otherwise) };
  });
}

function kindOf(told: LinkKind, otherwise: LinkKind): LinkKind {
  return told === 'project' ? otherwise : told;
}
