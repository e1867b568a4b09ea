import { readdirSync, readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { fromDigest } from '../src/index.ts';
import { plainTree } from './plain-tree.ts';

// Records have several values in a line, so lines say little of what is read of them. Here every value of every fixture is looked for,
// by readers that are not ours: it is in the tree, or the message of unused keys names a key that leads to it.

/** A value, and the keys that lead to it. */
interface Value {
  keys: string[];
  text: string;
}

const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder).sort();

it.each(names.filter((name) => name.startsWith('json-')))('%s has each value in a node or named', (name) => {
  const { source, tree } = readFixture(name);
  const values = source
    .split(/(?<=\})\n(?=\{)/)
    .flatMap((part) => valuesOfJson(parseJson(part)))
    .flat();
  expect(lostValues(values, tree)).toEqual([]);
});

it.each(names.filter((name) => name.startsWith('feed-') && /^\s*</.test(readFixture(name).source)))(
  '%s has each text and attribute in a node or named',
  (name) => {
    const { source, tree } = readFixture(name);
    expect(lostValues(valuesOfXml(source), tree)).toEqual([]);
  },
);

function readFixture(name: string): { source: string; tree: Root } {
  const input = readdirSync(new URL(`${name}/`, folder)).find((file) => file.startsWith('input.')) ?? '';
  const source = readFileSync(new URL(`${name}/${input}`, folder), 'utf8');
  return { source, tree: fromDigest(source, { path: '2025-03-12.txt' }) };
}

/** The values that are nowhere. */
function lostValues(values: readonly Value[], tree: Root): Value[] {
  const messages = tree.data?.digest?.messages ?? [];
  // A text that is refused, or of which a part is, is named as a whole.
  if (messages.some(({ ruleId = '' }) => /^(?:refused-text|broken-text)$/.test(ruleId))) return [];
  const shown = JSON.stringify(plainTree(tree)).normalize('NFKC');
  const named = messages.find(({ ruleId }) => ruleId === 'unused-keys')?.reason ?? '';
  const unused = new Set(
    [...named.matchAll(/“([^”]*)”/g)].flatMap(([, key = '']) => [key, key.split(/[.@]/).at(-1)]),
  );
  return values.filter(
    ({ keys, text }) =>
      !keys.some((key) => unused.has(key) || unused.has(key.replace('@', ''))) &&
      wordsOf(text).some((word) => !shown.includes(word)),
  );
}

/** Attributes that say how something is written. */
const formal =
  /^@(?:xmlns.*|version|type|isPermaLink|rdf:parseType|rdf:resource|xml:lang|rel|scheme|title|label)$/;

/** Words with which arXiv and journals label what follows. */
const labels = new Set(
  'arXiv oai org Announce Type Abstract ABSTRACT doi Publication date Source Author Published online mailto new cross replace UPDATED track'.split(
    ' ',
  ),
);

/** The words of a value without tags, references, labels, and the time of a day. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace('<jats:title>Abstract</jats:title>', '')
      .replace(/<!--.*?-->|<\/?[a-z][^>]*>|&#?\w+;/g, ' ')
      .replace(/(?<=^\d{4}-\d\d-\d\d)T.*$/, '')
      .replace(/^\w{3}, (\d\d) (\w{3}) (\d{4}) .*$/, '$3 $1')
      .replace(/(\d\d? )?(?:March|April) (\d{4})/, '$2 $1')
      .replace(/(\d{4,5})v(\d)/, '$1 $2')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => !labels.has(word));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function valuesOfJson(value: unknown, keys: string[] = []): Value[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOfJson(one, keys));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => valuesOfJson(one, [...keys, key]));
  }
  return value === null || value === undefined ? [] : [{ keys, text: String(value) }];
}

function valuesOfXml(source: string): Value[] {
  const values: Value[] = [];
  const keys: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    keys.push(name);
    for (const [key, text] of Object.entries(attributes)) {
      if (!formal.test(`@${key}`)) values.push({ keys: [...keys, `@${key}`], text });
    }
  });
  parser.on('closetag', () => keys.pop());
  for (const event of ['text', 'cdata'] as const)
    parser.on(event, (text) => values.push({ keys: [...keys], text }));
  parser.on('error', () => {});
  parser.write(source).close();
  return values;
}
