import type { CitedPaper } from '../model/citation.ts';
import type { Paper } from '../model/entries.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';

/** A paper as citations need it; its address is that of its own place, so a paper that appeared before is given as that one. */
export function toCitedPaper({ id, data, body = '' }: Paper): CitedPaper {
  return { id, data, abstract: body, url: absolute(addresses.paper(id)) };
}
