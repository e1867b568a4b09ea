import { element } from '../../reader/element.ts';
import type { Translate } from '../../strings/translate.ts';
import type { SearchAnswer } from '../engine.ts';
import { longestQuery } from '../query.ts';

/** Says how many papers were found, and what was made of the query where that is not what was typed. */
export function statusNotes(
  found: SearchAnswer,
  t: Translate,
  lang: string,
  linkTo: (text: string) => HTMLAnchorElement,
): Node[] {
  const count = found.papers.length;
  const others = count - found.complete;
  const words = new Intl.ListFormat(lang, { type: 'unit' });
  const sentences = [
    found.complete > 0 && others > 0 && t('searchSomeMore', { papers: t('papers', { count: others }) }),
    found.corrected !== undefined && t('searchCorrected', { words: found.corrected }),
    found.isCut && t('searchCut', { count: longestQuery.words }),
    found.unknownOperators.length > 0 &&
      t('searchUnknownOperators', { operators: words.format(found.unknownOperators) }),
    found.withoutQuotes && t('searchWithoutQuotes'),
    found.lacking.length > 0 && count > 0 && t('searchLacking', { words: words.format(found.lacking) }),
  ];
  const notes: Node[] = sentences
    .filter((sentence) => sentence !== false)
    .map((sentence) => element('span', 'digest-note', sentence));
  if (found.suggestions.length > 0) {
    const line = element('span', 'digest-note', t('searchSuggestions'));
    for (const suggestion of found.suggestions.slice(0, 3)) line.append(' ', linkTo(suggestion));
    notes.push(line);
  }
  return [document.createTextNode(countOf(found, t)), ...notes];
}

function countOf({ papers, complete }: SearchAnswer, t: Translate): string {
  if (papers.length === 0) return t('searchNothing');
  if (complete > 0) return t('papers', { count: complete });
  return t('searchSome', { papers: t('papers', { count: papers.length }) });
}
