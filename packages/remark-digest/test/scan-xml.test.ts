import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { KeyedValue } from '../src/text/keyed-values.ts';
import { scanXml, type ScannedXml } from '../src/text/scan-xml.ts';

const run = { seed: 20250312, numRuns: 1000 };
const name = fc.constantFrom('item', 'title', 'dc:creator', 'a', 'owl-x', 'Größe');
const text = fc
  .string({ unit: fc.constantFrom(...'aö 鸟🦉\n.;#&<>"\'') })
  .map((value) =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&#62;').replaceAll('"', '&quot;'),
  );
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(name, fc.uniqueArray(name), text, fc.array(tie('content'), { maxLength: 4 }))
    .map(([tag, attributes, value, content]) =>
      content.length === 0
        ? `<${tag} ${attributes.map((key) => `${key}="${value.replaceAll('\n', ' ')}"`).join(' ')}/>`
        : `<${tag}>${content.join('')}</${tag}\n>`,
    ),
  content: fc.oneof(
    { depthSize: 'small' },
    text,
    text.map((value) => `<![CDATA[${value}]]>`),
    text.map((value) => `<!-- ${value.replaceAll('-', '')} -->`),
    tie('element'),
  ),
}));

describe('XML', () => {
  it('has the elements, attributes and texts that a strict reader finds', () => {
    fc.assert(
      fc.property(element, (source) => {
        const { values, breaks, end } = scan(source);
        expect(breaks).toEqual([]);
        expect(end).toBe(source.length);
        expect([...values.roots()].map(plain)).toEqual(strictly(source));
      }),
      run,
    );
  });

  it('never throws, whatever it is cut or mixed with', () => {
    const part = fc.constantFrom(
      '<a>',
      '</a>',
      '<item>',
      '</item>',
      '<a b="',
      '"',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<!DOCTYPE x [',
      ']>',
      'x',
      ' ',
      '&',
      '<',
      '>',
      '<p>',
      '</p>',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { values, breaks } = scan(parts.join(''));
        for (const root of values.roots()) plain(root);
        for (const { at, to } of breaks) expect(at).toBeLessThanOrEqual(to);
      }),
      { ...run, numRuns: 3000 },
    );
  });

  it('may be as deep as it is long', () => {
    const deep = 200_000;
    const { values, breaks } = scan(`${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}`);
    expect(breaks).toEqual([]);
    expect(values.count).toBe(deep);
  });

  it.each([
    ['<a><!-- b</a>', 3, 'a comment has no end'],
    ['<a><![CDATA[ b</a>', 3, 'a CDATA section has no end'],
    ['<a b="c></a>', 0, 'an attribute has no closing quote'],
    ['<x><owl></x>', 8, '“<owl>” is not closed before “</x>”'],
    ['<a>', 3, 'the text ends in the middle'],
  ])('%j breaks at %i because %s', (source, at, problem) => {
    expect(scan(source).breaks).toMatchObject([{ at, problem }]);
  });

  it.each(['<a>R&D <b></a>', '<a>1 < 2</a>', '<a>x<p>y</a>', '<a href=b>c</a>', '<a>c</b></a>'])(
    'lets %j pass',
    (source) => {
      expect(scan(source.replaceAll('<b>', '<br>')).breaks).toEqual([]);
    },
  );
});

function scan(source: string): ScannedXml {
  return scanXml(
    source,
    (tag) => tag === 'item',
    (tag) => tag === 'rss',
  );
}

/** An element as `[name, attributes, texts and elements]`; texts that stand together are one. */
type Plain = [string, Record<string, string>, (string | Plain)[]];

function plain(value: KeyedValue): Plain {
  const attributes: Record<string, string> = {};
  const content: Plain[2] = [];
  for (const child of value.children()) {
    if (child.name.startsWith('@')) attributes[child.name.slice(1)] = child.text.value;
    else add(content, child.kind === 'record' ? plain(child) : child.text.value);
  }
  return [value.name, attributes, folded(content)];
}

function strictly(source: string): Plain[] {
  const top: Plain = ['', {}, []];
  const open = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name: tag, attributes }) => {
    const made: Plain = [tag, { ...attributes }, []];
    open.at(-1)?.[2].push(made);
    open.push(made);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed) closed[2] = folded(closed[2]);
  });
  const onText = (value: string): void => add(open.at(-1)?.[2] ?? [], value);
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.write(source).close();
  return top[2] as Plain[];
}

function add(content: Plain[2], value: string | Plain): void {
  const last = content.at(-1);
  if (typeof value === 'string' && typeof last === 'string') content[content.length - 1] = last + value;
  else content.push(value);
}

/** White space between elements is no value of ours. */
function folded(content: Plain[2]): Plain[2] {
  return content
    .map((one) => (typeof one === 'string' ? one.replace(/\s+/g, '') : one))
    .filter((one) => one !== '');
}
