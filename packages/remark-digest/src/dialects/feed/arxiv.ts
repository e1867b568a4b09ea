import { sliceText, trimText, type LocatedText } from '../../text/located-text.ts';
import type { FactDrafts } from '../dialect.ts';

/** What arXiv writes into a title or a description besides the title and the abstract. */
export interface ArxivParts {
  /** The rest: the title, or the abstract. */
  rest: LocatedText;
  facts: FactDrafts;
}

const beforeAbstract =
  /^arXiv:\s?(?<id>\S+?)(?<version>v\d{1,2})?\s+Announce Type:\s*(?<kind>[\w-]+)\s*(?:Abstract:\s*)?/;

/** `arXiv:2501.00001v1 Announce Type: new Abstract: …`, as the description of an item. */
export function readDescription(text: LocatedText): ArxivParts {
  const found = beforeAbstract.exec(text.value);
  if (!found) return { rest: text, facts: {} };
  const part = (name: string): LocatedText => {
    const value = found.groups?.[name] ?? '';
    const start =
      name === 'kind' ? found[0].indexOf(value, found[0].indexOf('Type:')) : found[0].indexOf(value);
    return sliceText(text, start, start + value.length);
  };
  return {
    rest: trimText(sliceText(text, found[0].length)),
    facts: {
      arxivId: part('id'),
      ...(found.groups?.['version'] && { arxivVersion: part('version') }),
      announcement: part('kind'),
    },
  };
}

const behindTitle =
  /\.?\s*\(arXiv:(?<id>[^\s()v]+(?:\/\d+)?)(?<version>v\d{1,2})?(?:\s+\[(?<category>[\w.-]+)\])?(?:\s+(?<mark>UPDATED|CROSS LISTED))?\)\s*$/;
const marks: Record<string, string> = { UPDATED: 'replacement', 'CROSS LISTED': 'cross-list' };

/** `Counting Owls. (arXiv:2301.00001v2 [q-bio.PE] UPDATED)`, as titles of arXiv's were until 2023. */
export function readTitle(text: LocatedText): ArxivParts {
  const found = text.value.includes('(arXiv:') ? behindTitle.exec(text.value) : null;
  if (!found) return { rest: text, facts: {} };
  const { id = '', version, category, mark } = found.groups ?? {};
  const part = (value: string): LocatedText => {
    const start = text.value.indexOf(value, found.index + found[0].indexOf('(arXiv:'));
    return sliceText(text, start, start + value.length);
  };
  return {
    rest: sliceText(text, 0, found.index),
    facts: {
      arxivId: part(id),
      ...(version && { arxivVersion: part(version) }),
      ...(category && { categories: [part(category)] }),
      ...(mark && {
        announcement: { ...part(mark), value: marks[mark] ?? mark, pieces: standingOn(part(mark)) },
      }),
    },
  };
}

function standingOn({ pieces }: LocatedText): LocatedText['pieces'] {
  const [first] = pieces;
  const last = pieces.at(-1);
  return first && last ? [{ at: 0, start: first.start, end: last.end }] : [];
}
