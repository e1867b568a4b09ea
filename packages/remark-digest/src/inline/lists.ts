/** A part of an abstract that stands in a block of its own: from one index to another. */
export interface Extent {
  start: number;
  end: number;
}

/** A paragraph's text as blocks: prose, and the items of a list. */
export type ListPart = { type: 'prose'; extent: Extent } | { type: 'list'; extent: Extent; items: Extent[] };

// The word TeX's \bullet becomes, or the character: at the start of a sentence, with a capital after it.
const bullet = /(?:^|(?<=[.:;!?)]\s))(?:bullet|[•◦▪])\s+(?=[\p{Lu}\p{Lo}\p{N}"“(`$])/gu;

const sentenceEnd = /[.!?]["'”’)\]]*\s+(?=["'“‘(`[]?[\p{Lu}\p{Lo}])/gu;

/**
 * Cuts a run of `bullet …` out of a paragraph.
 *
 * One bullet is no list, and a word. The end of the last item is not marked: it has as many sentences as the longest of the
 * others, and what follows is prose again.
 *
 * @param text without white space at its ends
 */
export function splitLists(text: string): ListPart[] {
  const mayHold = text.includes('bullet ') || /[•◦▪]/.test(text);
  const bullets = mayHold ? [...text.matchAll(bullet)] : [];
  const [first] = bullets;
  if (!first || bullets.length < 2) return [{ type: 'prose', extent: { start: 0, end: text.length } }];

  const starts = bullets.map((match) => match.index + match[0].length);
  const items = starts
    .slice(0, -1)
    .map((start, index) => trimmed(text, start, bullets[index + 1]?.index ?? text.length));
  const sentences = items.reduce(
    (most, { start, end }) => Math.max(most, sentenceEnds(text, start, end).length + 1),
    1,
  );
  const last = starts.at(-1) as number;
  const end = sentenceEnds(text, last, text.length)[sentences - 1] ?? text.length;
  items.push(trimmed(text, last, end));

  const parts: ListPart[] = [
    { type: 'prose', extent: trimmed(text, 0, first.index) },
    { type: 'list', extent: trimmed(text, first.index, end), items },
    { type: 'prose', extent: trimmed(text, end, text.length) },
  ];
  return parts.filter(({ extent }) => extent.end > extent.start);
}

/** Indexes at which a new sentence begins. */
function sentenceEnds(text: string, start: number, end: number): number[] {
  return [...text.slice(start, end).matchAll(sentenceEnd)].map(
    (match) => start + match.index + match[0].length,
  );
}

function trimmed(text: string, start: number, end: number): Extent {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}
