import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyedValue } from '../src/text/keyed-values.ts';
import { scanJson } from '../src/text/scan-json.ts';

describe('JSON', () => {
  it('has the values that JSON.parse gives, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 5, stringUnit: 'grapheme' }),
        fc.constantFrom(0, 1, '\t'),
        (json, space) => {
          const value = JSON.parse(json) as unknown;
          const source = JSON.stringify([value], null, space);
          const { values, breaks, end } = scanJson(source);
          expect(breaks).toEqual([]);
          expect(end).toBe(source.length);
          expect([...values.roots()].map(plain)).toEqual([[value]]);
        },
      ),
      { seed: 20250312, numRuns: 1000 },
    );
  });

  it('has each text where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // Some programs escape all that is not ASCII.
        const source = JSON.stringify([text]).replace(
          /[^\0-\x7F]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        const [list] = scanJson(source).values.roots();
        const [found] = [...(list?.children() ?? [])];
        const { value, pieces } = found?.text ?? { value: '', pieces: [] };
        const read = pieces.map(({ start, end }) => JSON.parse(`"${source.slice(start, end)}"`) as string);
        expect(read.join('')).toBe(value);
        expect(value).toBe(text);
      }),
      { seed: 20250312, numRuns: 1000 },
    );
  });

  it('never throws, whatever it is cut or mixed with', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\n',
      ' ',
      '"a"',
      '1',
      'null',
      'x',
      '\\u12',
      '{"a":1}',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const source = parts.join('');
        const { values, breaks } = scanJson(source);
        for (const root of values.roots()) plain(root);
        for (const { at, to } of breaks) expect(at).toBeLessThanOrEqual(to);
      }),
      { seed: 20250312, numRuns: 2000 },
    );
  });

  it('may be as deep as it is long', () => {
    const deep = 200_000;
    const { values, breaks } = scanJson(`${'['.repeat(deep)}${']'.repeat(deep)}`);
    expect(breaks).toEqual([]);
    expect(values.count).toBe(deep);
    expect(scanJson('{"a":'.repeat(deep)).breaks).toHaveLength(1);
  });

  it.each([
    ['[{"a": 1 "b": 2}]', 9, 'a comma or a bracket is missing'],
    ['[{"a" 1}]', 6, 'a colon is missing'],
    ['[{a: 1}]', 2, 'a key in double quotes is missing'],
    ['[{"a": owls}]', 7, 'a value is missing or has no quotes'],
    ['[{"a": "owls\n"}]', 7, 'a text has no closing quote on its line'],
    ['[{"a": 1}', 9, 'the text ends in the middle'],
  ])('%j breaks at %i because %s', (source, at, problem) => {
    expect(scanJson(source).breaks).toMatchObject([{ at, problem }]);
  });
});

function plain(value: KeyedValue): unknown {
  if (value.kind === 'list') return [...value.children()].map(plain);
  if (value.kind === 'record') {
    return Object.fromEntries(
      [...value.children()].map((child) => [child.name === ' ' ? '' : child.name, plain(child)]),
    );
  }
  if (value.kind === 'nothing') return null;
  return value.kind === 'text' ? value.text.value : JSON.parse(value.text.value);
}
