import * as fc from 'fast-check';
import { fromDigest, mendText, plainText } from 'remark-digest';
import { describe, expect, test } from 'vitest';
import { digestToHtml } from '../../src/content/digest-to-html.ts';
import { mathsToHtml } from '../../src/content/maths-to-html.ts';
import { formulaText } from '../../src/outputs/formula-text.ts';
import { htmlWithPlainFormulas, textWithPlainFormulas } from '../../src/outputs/plain-formulas.ts';
import { randomFrom } from '../../../remark-digest/test/hostile/random.ts';
import { hostileText } from '../../../remark-digest/test/hostile/text.ts';

/** A formula as the loader writes it, without its outermost tags. */
function contentOf(tex: string): string {
  const node = mendText(`We have \\(${tex}\\) here.`).find(({ type }) => type === 'inlineMath');
  if (node?.type !== 'inlineMath') throw new Error(`${tex} is no formula.`);
  return mathsToHtml(node).replace(/^<math[^>]*>|<\/math>$/g, '');
}

describe('a formula as a line of text', () => {
  test.each([
    ['n^k', 'nᵏ'],
    ['L^2', 'L²'],
    ['x \\in \\mathbb{R}^n', 'x ∈ ℝⁿ'],
    ['n^{1+o(1)}', 'n¹⁺ᵒ⁽¹⁾'],
    ['x_{max}', 'xₘₐₓ'],
    ['x_i^2', 'xᵢ²'],
    ['10^{-3}', '10⁻³'],
    ['360^\\circ', '360°'],
    ["f'(x)", 'f′(x)'],
    ['x^\\top y', 'xᵀy'],
    ['\\mathcal{L}_\\phi(\\theta)', 'ℒᵩ(θ)'],
    ['\\mathbf{x} + \\boldsymbol{y}', 'x + y'],
    ['O(n \\log n)', 'O(n log n)'],
    ['\\log\\!\\big(x\\big)', 'log(x)'],
    ['\\sqrt{\\log n}', '√(log n)'],
    ['\\sqrt[3]{x}', '∛x'],
    ['\\frac{1}{2}', '1/2'],
    ['\\frac{a+b}{c} = 1', '(a + b)/c = 1'],
    ['\\sum_{i=1}^{n} x_i', '∑ᵢ₌₁ⁿ xᵢ'],
    ['\\hat{y}_i', 'ŷᵢ'],
    ['\\tilde{O}(n)', 'Õ(n)'],
    ['a \\le b', 'a ≤ b'],
    ['a \\not= b', 'a ≠ b'],
    ['a-b', 'a − b'],
    ['x = -1', 'x = −1'],
    ['\\pm 1', '±1'],
    ['n \\times d', 'n × d'],
    ['\\{1, 2, \\ldots, n\\}', '{1, 2, …, n}'],
    ['p(x|y)', 'p(x|y)'],
    ['\\|x\\|_2', '‖x‖₂'],
    ['a < b > c', 'a < b > c'],
    ['\\text{say "a" \\& b}', 'say "a" & b'],
    ['1{,}000', '1,000'],
  ])('%s is %s', (tex, text) => expect(formulaText(contentOf(tex))).toBe(text));

  test.each([
    'x^{y^2}',
    'n^{-1/2}',
    'x_q',
    'x^{\\alpha}',
    '{a+b}^2',
    '\\frac{1}{2}x',
    'x\\frac{1}{2}',
    '\\binom{n}{k}',
    '\\overline{AB}',
    '\\underbrace{x}_{n}',
    '\\begin{matrix} a & b \\end{matrix}',
    '\\lim_{x \\to 0} f',
    '\\widehat{AB}',
  ])('%s has no such line', (tex) => expect(formulaText(contentOf(tex))).toBeUndefined());

  test('nothing is lost that MathML shows, whatever the formula', () => {
    const tex = fc
      .array(
        fc.constantFrom(
          'x',
          'y',
          '2',
          '10',
          '+',
          '-',
          '=',
          '(',
          ')',
          '^2',
          '_i',
          '^{n+1}',
          '\\alpha ',
          '\\frac{a}{b}',
          '\\sqrt{z}',
          ',',
          '\\log ',
          '\\le ',
          '\\,',
          '|',
        ),
        { minLength: 1, maxLength: 10 },
      )
      .map((pieces) => pieces.join(''));
    const plain = (text: string): string => text.normalize('NFKD').replace(/[\s()√/\u2061\u2212-]/gu, '');
    let written = 0;
    fc.assert(
      fc.property(tex, (source) => {
        const node = mendText(`We have \\(${source}\\) here.`).find(({ type }) => type === 'inlineMath');
        if (node?.type !== 'inlineMath') return;
        const content = mathsToHtml(node).replace(/^<math[^>]*>|<\/math>$/g, '');
        const text = formulaText(content);
        if (text === undefined) return;
        written++;
        const shown = content.replace(/<[^>]*>/g, '').replaceAll('&#x3C;', '<');
        expect([...plain(text)].sort()).toEqual([...plain(shown)].sort());
      }),
      { seed: 20250312, numRuns: 2000 },
    );
    expect(written).toBeGreaterThan(400);
  });
});

/** The blocks of a paper with an abstract. */
function abstractOf(text: string) {
  const paper = fromDigest(`Mar 12\n\nA Paper\n\n${text}`, { year: 2025 }).children.find(
    (node) => node.type === 'digestEntry',
  );
  return paper?.children.slice(1) as Parameters<typeof digestToHtml>[0];
}

describe('a paper with formulas', () => {
  const blocks = abstractOf(
    'A grid of n^k points, n^k & more < than $\\binom{n}{k}$ of https://example.org/n^k. It has $n^k$ again, \\textbf{and} n^k.',
  );
  const html = digestToHtml(blocks);

  test('has each once, in HTML', () => {
    const plain = htmlWithPlainFormulas(html);
    expect(plain).not.toContain('<math');
    expect(plain.match(/nᵏ/g)).toHaveLength(html.match(/<math/g)!.length - 1);
    expect(plain).toContain('nᵏ &#x26; more &#x3C; than $\\binom{n}{k}$ of');
  });

  test('has each once, in plain text, and addresses as they are', () => {
    const text = plainText(blocks);
    expect(textWithPlainFormulas(text, html)).toBe(
      htmlWithPlainFormulas(html)
        .replace(/<[^>]*>/g, '')
        .replaceAll('&#x26;', '&')
        .replaceAll('&#x3C;', '<'),
    );
    expect(textWithPlainFormulas(text, undefined)).toBe(text);
    expect(textWithPlainFormulas('Other words.', html)).toBe('Other words.');
  });

  test('says the same in HTML and in plain text, whatever stands around the formulas', () => {
    const random = randomFrom(20250312);
    const formulas = ['n^{1+o(1)}', '$x < y$', '\\(a & b\\)', '$\\frac{1}{2}x$', 'x^2', '$"q"$'];
    const lines = (text: string): string => text.replace(/\s+/g, ' ').trim();
    for (let run = 0; run < 500; run++) {
      const pieces = Array.from({ length: 4 }, () => `${hostileText(random)} ${random.pick(formulas)} `);
      const hostile = abstractOf(`Here ${pieces.join('').replace(/\s+/g, ' ')} it ends. And so on.`);
      const written = htmlWithPlainFormulas(digestToHtml(hostile));
      expect(written).not.toContain('<math');
      const shown = written
        .replace(/<\/?(?:p|ul|li|strong|em|code|a)(?: href="[^"]*")?>/g, (tag) =>
          /^<\/?(?:p|li|ul)>/.test(tag) ? ' ' : '',
        )
        .replace(/&#x([\dA-F]+);/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
      expect(lines(shown)).toBe(lines(textWithPlainFormulas(plainText(hostile), digestToHtml(hostile))));
    }
  });
});
