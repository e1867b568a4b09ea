import { toHtml as hastToHtml } from 'hast-util-to-html';
import { mendText } from 'remark-digest';
import { describe, expect, it } from 'vitest';
import { mathsToHtml } from '../../src/content/maths-to-html.ts';

const formulas = [
  'x^2',
  'a < b > c',
  '\\frac{a}{b} \\quad \\left( \\sqrt{x} \\right)',
  '\\begin{matrix} a & b \\\\ c & d \\end{matrix}',
  '\\text{say "a" \\& <b onclick=\'c\'>}',
  '\\mathcal{L}_\\phi(\\theta) = \\sum_{i=1}^{n} \\underbrace{x_i}_{n}',
  '\\mathbb{E} \\overset{*}{\\approx} \\hat{y} \\cdots \\Big| \\rangle',
];

describe('a formula', () => {
  it.each(formulas)('%s is written as hast-util-to-html would write it', (formula) => {
    const nodes = mendText(`We have \\(${formula}\\) here.`).filter((node) => node.type === 'inlineMath');
    expect(nodes).toHaveLength(1);
    for (const node of nodes) {
      const { hChildren, hProperties = {} } = node.data;
      expect(mathsToHtml(node)).toBe(
        hastToHtml({ type: 'element', tagName: 'math', properties: hProperties, children: hChildren }),
      );
    }
  });

  it('escapes what its text and its attributes hold', () => {
    const text = `</math><script>"'&`;
    const html = mathsToHtml({
      type: 'inlineMath',
      value: '',
      data: {
        source: '',
        hProperties: { alttext: text },
        hChildren: [
          {
            type: 'element',
            tagName: 'mi',
            properties: { mathvariant: text },
            children: [{ type: 'text', value: text }],
          },
        ],
      },
    });
    expect(html).toBe(
      `<math alttext="</math><script>&#x22;&#x27;&#x26;"><mi mathvariant="</math><script>&#x22;'&#x26;">&#x3C;/math>&#x3C;script>"'&#x26;</mi></math>`,
    );
  });
});
