import { describe, expect, it } from 'vitest';
import { parseState, serializeState, type State } from '../../src/cli/state.ts';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);
const state: State = new Map([
  ['2025-03-12/rivers.mdx', { written: a, unfinished: b }],
  ['2025-03-12/birds.mdx', { written: b }],
  ['2025-03-13/songs.mdx', { unfinished: a }],
  ['2025-03-13/stones.mdx', { written: a, unfinished: null }],
]);

describe('a state', () => {
  it('is read as it was written', () => {
    expect(parseState(serializeState(state))).toEqual(state);
  });

  it('gives the same bytes in any order', () => {
    expect(serializeState(new Map([...state].toReversed()))).toBe(serializeState(state));
  });

  it('has one line a file, sorted, so that version control can merge it', () => {
    const lines = serializeState(state).split('\n');
    expect(lines.filter((line) => line.includes('.mdx'))).toHaveLength(6);
    expect(lines.at(-1)).toBe('');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<<<<<<< HEAD'],
    ['half of it', serializeState(state).slice(0, 200)],
    ['JSON of another kind', '[]'],
    ['null', 'null'],
    ['another version', serializeState(state).replace('"version": 1', '"version": 2')],
    ['no files', '{ "version": 1 }'],
    ['files of another kind', '{ "version": 1, "files": [] }'],
    ['a path that leads outside', `{ "version": 1, "files": { "../birds.mdx": "${a}" } }`],
    ['a path that leads outside further on', `{ "version": 1, "files": { "a/../../birds.mdx": "${a}" } }`],
    ['a path from the root', `{ "version": 1, "files": { "/a/birds.mdx": "${a}" } }`],
    ['a file that is no document', `{ "version": 1, "files": { "a/birds.astro": "${a}" } }`],
    ['a hash that is none', '{ "version": 1, "files": { "a/birds.mdx": "b" } }'],
    ['a name of JavaScript', `{ "version": 1, "files": { "__proto__": "${a}" } }`],
    ['an intention that is none', '{ "version": 1, "files": {}, "unfinished": { "a/birds.mdx": 1 } }'],
    ['intentions of another kind', '{ "version": 1, "files": {}, "unfinished": 1 }'],
  ])('is not read from %s', (_, text) => expect(parseState(text)).toBeUndefined());
});
