import { parseRecent, recentKey } from '../../search/recent-searches.ts';
import { parseSaved, serializeSaved } from '../../search/page/saved-searches.ts';
import { keysKey } from '../../reader/keys.ts';
import { unreadKey } from '../../reader/left-to-read.ts';
import { themeKey } from '../../reader/theme-early.ts';
import type { KeptKind } from './kept-kind.ts';
import { listKind } from './list-kind.ts';
import { marksKind } from './marks-kind.ts';
import { textKind } from './text-kind.ts';

/** Everything that a browser keeps of a digest for its reader, but for what is saved to be read offline. Whatever else is kept gets a line here. */
export const keptKinds: readonly KeptKind[] = [
  marksKind,
  listKind({
    field: 'searches',
    keyOf: (prefix) => `${prefix}searches`,
    parse: parseSaved,
    serialize: serializeSaved,
    nameOf: ({ query }) => query,
  }),
  listKind({
    field: 'recent',
    keyOf: recentKey,
    parse: parseRecent,
    serialize: (texts) => JSON.stringify(texts),
    nameOf: (text) => text,
  }),
  textKind('theme', () => themeKey, /^(?:light|dark|system)$/),
  textKind('keys', () => keysKey, /^(?:on|off)$/),
  textKind('unread', () => unreadKey, /^(?:on|off)$/),
];
