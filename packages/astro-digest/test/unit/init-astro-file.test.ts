import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editText, Refusal } from '../../src/cli/init/edit.ts';
import { everyElement, readAstroFile } from '../../src/cli/init/markup/astro-file.ts';
import { linkInNavigation } from '../../src/cli/init/navigation/navigation.ts';
import { SiteComponents } from '../../src/cli/init/site/site-components.ts';

/** Names of the elements of a markup, each with those that it stands in. */
function outline(text: string): string[] {
  const elements = [...everyElement(readAstroFile(text, 'a.astro').elements)];
  return elements.map((element) => {
    const names = [element.name];
    for (let each = element.parent; each; each = each.parent) names.unshift(each.name);
    return names.join('>');
  });
}

test.each<[string, string, string[]]>([
  ['elements in one another', '<ul><li>a<b>c</b></li></ul>', ['ul', 'ul>li', 'ul>li>b']],
  ['elements without an end', '<p>a<br>b<img src="x"></p><hr/>', ['p', 'p>br', 'p>img', 'hr']],
  ['items that leave out their end', '<ul><li>a</ul><p>b', ['ul', 'ul>li', 'p']],
  ['an end tag too many', '</div><p></span>a</p>', ['p']],
  ['components and fragments', '<A.B c={1}><><D/></></A.B>', ['A.B', 'A.B>', 'A.B>>D']],
  ['code with elements', '<p>{a < b && list.map((x) => <b>{x}</b>)}</p>', ['p', 'p>b']],
  ['code with texts like elements', '{"<a>" + \'<b>\' + `<c>${d ? "<e>" : <f>}</f>}`}<g/>', ['f', 'g']],
  ['code with comments and patterns', '{/* <a> */ // <b>\n x.match(/<c>[}/]/)}<d/>', ['d']],
  ['comments and declarations', '<!doctype html><!-- <a> { --><b/>', ['b']],
  ['scripts and styles', '<script>if (a<b) {</script><style>p{}</style><p/>', ['script', 'style', 'p']],
  ['raw content', '<code is:raw>{<a></code><b/>', ['code', 'b']],
  ['attributes of all kinds', '<a b c=d e="f>" g={`>${1}`} {h} {...i} j=`k>` l=\'>\'>m</a>', ['a']],
  ['types in code', '{useState<Owl>(1)}{(a as Array<Bat>).map((b) => <i/>)}', ['i']],
  ['a fence in code', '---\nconst a = "---";\n---\n<a/>', ['a']],
])('%s', (_, text, expected) => {
  expect(outline(text)).toEqual(expected);
});

test.each<[string, string, number, number]>([
  ['code', '<p>\n{a', 2, 1],
  ['a comment', '<!-- a', 1, 1],
  ['a tag', '<p>\n  <a href="b"', 2, 3],
  ['a value', '<a href="b>', 1, 9],
  ['a script', '<script>a', 1, 1],
  ['a text', '{"a\n"}', 1, 2],
])('%s without an end is a reason to leave a file alone, with its place', (what, text, line, column) => {
  const result = editText(text, (current) => {
    readAstroFile(current, 'a.astro');
    return [];
  });
  expect(result).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/has no end in it$/),
    place: { line, column },
  });
  expect(what).not.toBe('');
});

test('a file that is nested deeper than anybody writes it is left alone', () => {
  expect(() => readAstroFile('<i>'.repeat(100_000), 'a.astro')).toThrow(Refusal);
  expect(() => readAstroFile('{'.repeat(100_000), 'a.astro')).toThrow(Refusal);
  expect(() => readAstroFile('<a b={'.repeat(100_000), 'a.astro')).toThrow(Refusal);
});

/** Whether a text is another one with something put in. */
function holds(text: string, original: string): boolean {
  let at = 0;
  for (const sign of text) if (original.startsWith(sign, at)) at += sign.length;
  return at === original.length;
}

const layout = `---
import Top from './Top.astro';
const { title } = Astro.props;
---
<html><body>
  <nav><a href="/">Home</a> {links.map((l) => <a href={l.to}>{l.name}</a>)}</nav>
  <slot />
</body></html>
`;

test('whatever a file holds, the link is all that it gets, or it stays as it is', () => {
  const pieces = [
    '<',
    '>',
    '{',
    '}',
    '"',
    "'",
    '`',
    '/',
    '---',
    '<nav>',
    '</nav>',
    '<li>',
    '<a href="/b">b</a>',
    '/*',
    '//',
  ];
  const change = fc.record({ at: fc.nat(layout.length), cut: fc.nat(5), put: fc.constantFrom(...pieces) });
  let changed = 0;
  fc.assert(
    fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
      const text = changes.reduce(
        (all, { at, cut, put }) => all.slice(0, at) + put + all.slice(at + cut),
        layout,
      );
      const files = { has: () => false, isFile: () => false, list: () => [], read: () => text };
      const file = new SiteComponents(files).get('src/layouts/Base.astro');
      const edit = file && linkInNavigation(new SiteComponents(files), file, undefined)?.edit;
      if (edit?.kind !== 'changed') return;
      changed += 1;
      expect(holds(edit.text, text)).toBe(true);
      expect(edit.text.split('DigestNav')).toHaveLength(4);
      expect(outline(edit.text).filter((names) => names.endsWith('DigestNav'))).toHaveLength(1);
      expect(() => readAstroFile(edit.text, 'a.astro')).not.toThrow();
    }),
    { numRuns: 2000 },
  );
  expect(changed).toBeGreaterThan(100);
});
