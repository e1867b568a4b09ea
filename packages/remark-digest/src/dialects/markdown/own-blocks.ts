import { plainKey } from '../../facts/fact-keys.ts';
import { findDate } from '../../facts/find-date.ts';
import { locate } from '../../text/located-text.ts';
import { formOf } from '../text-form.ts';
import { isFencedText, isOfOtherDialect, startsQuoted } from './evidence.ts';
import type { Block } from './outline.ts';

/**
 * The blocks of a paper: to the first rule, and not what comes behind its abstract and reads like another title with its abstract, as
 * there is where something else was pasted below a digest.
 */
export function ownBlocks(blocks: readonly Block[], textOf: (block: Block) => string): Block[] {
  const own: Block[] = [];
  let plain = -1;
  let hasAbstract = false;
  for (const block of blocks) {
    if (block.kind === 'rule') break;
    if (block.kind === 'fence' && isFencedText(textOf(block))) break;
    const text = block.kind === 'paragraph' ? textOf(block) : '';
    if (own.length > 0 && (isOfOtherDialect(text) || startsQuoted.test(text))) break;
    const isSentences = text !== '' && formOf(text.replace(/<[^<>]{0,2000}>/g, '').trim()) !== 'other';
    const isPlain = text !== '' && !/[*_`[\]()<>#|]|https?:|[:：]/.test(text);
    if (hasAbstract && (plain >= 0 ? isSentences || isPlain : isPlain && isOnlyDate(text))) {
      return own.slice(0, plain < 0 ? undefined : plain);
    }
    if (!isPlain || isSentences) plain = -1;
    else plain = own.length;
    // An item at the beginning is the title.
    hasAbstract ||= isSentences || block.kind === 'quote' || (block.kind === 'item' && own.length > 0);
    own.push(block);
  }
  return own;
}

/** Whether the words around a date say nothing else. */
export function isOnlyDate(name: string): boolean {
  const found = findDate(locate(name, 0, name.length));
  if (!found) return false;
  const rest = plainKey(name.slice(0, found.start) + name.slice(found.end));
  return rest.split(' ').length < 8;
}
