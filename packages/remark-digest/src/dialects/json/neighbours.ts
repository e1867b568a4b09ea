import type { KeyedValue } from '../../text/keyed-values.ts';

/** Types of works in CSL, which no other file of papers has. */
const cslTypes =
  /^(?:article|article-journal|article-magazine|article-newspaper|bill|book|broadcast|chapter|collection|dataset|document|entry|entry-dictionary|entry-encyclopedia|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post|post-weblog|regulation|report|review|review-book|software|song|speech|standard|thesis|treaty|webpage)$/;

/** Whether a value is CSL-JSON: its records have a type of CSL, a title, and a date or a journal as CSL writes them. */
export function isBibliography(root: KeyedValue): boolean {
  const list = root.kind === 'list' ? root : (member(root, 'items') ?? member(root, 'references') ?? root);
  const first = list.kind === 'list' ? firstRecord(list) : list;
  if (first?.kind !== 'record') return false;
  const type = member(first, 'type');
  if (
    type?.kind !== 'text' ||
    !cslTypes.test(type.text.value) ||
    !['text', 'list'].includes(member(first, 'title')?.kind ?? '')
  )
    return false;
  const issued = member(first, 'issued');
  const author = member(first, 'author');
  return (
    issued?.kind === 'record' ||
    member(first, 'containertitle')?.kind === 'text' ||
    (author?.kind === 'list' && firstRecord(author) !== undefined)
  );
}

/** Whether a value is a JSON Feed. */
export function isFeed(root: KeyedValue): boolean {
  const version = member(root, 'version');
  return (
    version?.kind === 'text' && /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(version.text.value)
  );
}

function member(record: KeyedValue, key: string): KeyedValue | undefined {
  if (record.kind !== 'record') return undefined;
  for (const child of record.children()) if (child.key === key) return child;
  return undefined;
}

function firstRecord(list: KeyedValue): KeyedValue | undefined {
  for (const child of list.children()) if (child.kind === 'record') return child;
  return undefined;
}
