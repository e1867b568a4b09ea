import type { Translate } from '../../strings/translate.ts';
import type { SearchAnswer } from '../engine.ts';

/** Says in a line or two what was found, also to those who hear it. */
export function summaryOf(found: SearchAnswer, t: Translate): string {
  const { corrected, complete, papers } = found;
  const others = papers.length - complete;
  const parts = [
    papers.length === 0
      ? t('searchNothing')
      : complete === 0
        ? t('searchSome', { papers: t('papers', { count: others }) })
        : t('papers', { count: complete }),
  ];
  if (complete > 0 && others > 0) parts.push(t('searchSomeMore', { papers: t('papers', { count: others }) }));
  if (corrected !== undefined) parts.push(t('searchCorrected', { words: corrected }));
  if (found.withoutQuotes) parts.push(t('searchWithoutQuotes'));
  return parts.join(' · ');
}
