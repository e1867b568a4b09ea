import { arxivIdOf } from '../../facts/identifiers.ts';
import { sliceText, type LocatedText } from '../../text/located-text.ts';
import type { FactDrafts } from '../dialect.ts';

// `arXiv:2001.00001v2`, `arXiv preprint arXiv:2001.00001 [cs.LG]`, `abs/2001.00001`, `10.48550/arXiv.2001.00001`
const named =
  /(?:\barxiv\s?[:.]\s?|(?:^|\/)(?:abs|pdf)\/)(?<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?<version>v\d{1,2})?(?![\d/])/i;
const alone = /^(?<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?<version>v\d{1,2})?(?=$|\.pdf$|\s)/i;
const category = /\[(?<name>[a-z][a-z-]+(?:\.[a-zA-Z-]{2,})?)\]/;

/**
 * The arXiv identifier that a field holds, its version, and the category behind it.
 *
 * @param expected whether the field is one for such an identifier, so that it may stand without a word that says so
 */
export function arxivFacts(
  text: LocatedText,
  expected: boolean,
): Pick<FactDrafts, 'arxivId' | 'arxivVersion' | 'categories'> | undefined {
  const match = named.exec(text.value) ?? (expected ? alone.exec(text.value) : null);
  const { id = '', version } = match?.groups ?? {};
  if (!match || !arxivIdOf(id)) return undefined;
  const at = match.index + match[0].indexOf(id);
  const versionAt = at + id.length;
  const sorted = category.exec(text.value.slice(versionAt));
  const categoryAt = versionAt + (sorted?.index ?? 0) + 1;
  return {
    arxivId: sliceText(text, at, versionAt),
    ...(version && { arxivVersion: sliceText(text, versionAt + 1, versionAt + version.length) }),
    ...(sorted && {
      categories: [sliceText(text, categoryAt, categoryAt + (sorted.groups?.['name'] ?? '').length)],
    }),
  };
}

/** The DOI in a field, be it in an address or between other words. */
export function doiIn(text: LocatedText): LocatedText | undefined {
  const match = /10\.\d{4,9}\/[^\s{}]+/.exec(text.value);
  return match ? sliceText(text, match.index, match.index + match[0].length) : undefined;
}

/** The DOI of a paper out of the field for it; arXiv's own are left to {@link arxivFacts}. */
export function doiFact(text: LocatedText): Pick<FactDrafts, 'doi'> | undefined {
  const doi = doiIn(text) ?? text;
  return /^10\.48550\/arxiv/i.test(doi.value) ? undefined : { doi };
}
