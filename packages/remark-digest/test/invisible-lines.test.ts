import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDigest, isVisible, toMdx, type DigestEntry } from '../src/index.ts';
import { testFolder } from './cli/in-folder.ts';

const day = { path: '2025-03-12.txt' };
const invisible = [
  ['a control character', '\x01'],
  ['NUL', '\0'],
  ['DEL', '\x7F'],
  ['a next line', '\u0085'],
  ['a zero width space', '\u200B'],
  ['a soft hyphen', '\u00AD'],
  ['a right-to-left override', '\u202E'],
  ['an isolate', '\u2066\u2069'],
  ['a word joiner', '\u2060'],
  ['a variation selector', '\uFE0F'],
  ['a Hangul filler', '\u3164'],
  ['a language tag', '\u{E0041}'],
  ['an empty Braille cell', '\u2800'],
  ['a line separator', '\u2028'],
  ['several of them with blanks between', '\x1B \u200D\t\u00A0\uFEFF'],
];

describe('a line of what nobody can see', () => {
  it.each(invisible)('is blank: %s', (_, line) => {
    const text = `Birds\n\nThey sing. They fly.\n\n${line}\n\nRivers\n${line}\nThey move. They stay.\n`;
    const tree = fromDigest(text, day);
    expect(papersOf(tree).map(({ title, children }) => [title, children.length])).toEqual([
      ['Birds', 2],
      ['Rivers', 2],
    ]);
    expect(tree.data?.digest?.messages).toEqual([]);
  });

  it.each(invisible)('alone is no paper, which is said: %s', (_, line) => {
    const tree = fromDigest(`${line}\n`, day);
    expect(papersOf(tree)).toEqual([]);
    expect(tree.data?.digest?.messages.map(({ ruleId }) => ruleId)).toEqual(['no-papers']);
  });

  it('is none where something else stands in it', () => {
    const title = 'B\u00ADi\u200Brds \u{1F9D1}\u200D\u{1F680}';
    const [paper] = papersOf(fromDigest(`Mar 12\n\n${title}\n\nThey sing. They fly.`, day));
    expect(paper?.title).toBe(title);
    const [half] = papersOf(fromDigest(`Mar 12\n\n\uD800\n\nThey sing. They fly.`, day));
    expect(half?.title).toBe('\uFFFD');
  });

  it('is blank for `check` and `convert`, too', async () => {
    const folder = testFolder();
    folder.write(
      '2025-03-12.txt',
      'Mar 12\n\n\x01\n\nThey sing. They fly.\n\n\u200B\n\nRivers\n\nThey move. They stay.\n',
    );
    const check = await folder.run('check', '@/2025-03-12.txt');
    expect(check.status).toBe(1);
    expect(check.out).toContain('2025-03-12.txt:5:1 “They sing. They fly.” stands where a title belongs');
    expect(check.out).toContain('100 % of 4 lines accounted for');
    const convert = await folder.run('convert', '@/2025-03-12.txt', '--out', '@/out');
    expect(convert.status).toBe(1);
    const documents = folder.files('out').filter((path) => path.endsWith('.mdx'));
    expect(documents.map((path) => /^title: .*$/m.exec(folder.read(`out/${path}`))?.[0])).toEqual([
      'title: "Rivers"',
      'title: "They sing. They fly."',
    ]);
  });
});

it('every paper of every text has a title that can be seen, whatever is mended', () => {
  const piece = fc.oneof(
    fc.constantFrom(...invisible.map(([, line]) => line as string)),
    fc.constantFrom('\n', '\n\n', ' ', '\r', '~', '\\ ', '\\,', '{}', '$', '$$', '--', '``', "''"),
    fc.constantFrom(
      '\\textbf{',
      '\\emph{',
      '{\\bf ',
      '}',
      '\\mathrm{',
      '\\text{',
      '\\hspace{1em}',
      '^',
      '_',
      '\\',
    ),
    fc.constantFrom('a', 'Birds', '. ', 'They sing. They fly.', '---', 'Mar 12', '- ', '*'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, inline) => {
      for (const paper of papersOf(fromDigest(pieces.join(''), { ...day, inline }))) {
        expect(isVisible(paper.title)).toBe(true);
        expect(toMdx(paper)).not.toContain('title: ""');
      }
    }),
    { seed: 20250312, numRuns: 2000 },
  );
});

function papersOf(tree: ReturnType<typeof fromDigest>): DigestEntry[] {
  return tree.children.filter((node) => node.type === 'digestEntry');
}
