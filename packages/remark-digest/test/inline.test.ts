import { existsSync, readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { fromDigest, plainText, type DigestEntry, type InlineOptions } from '../src/index.ts';

/** What becomes of an abstract, written so that a person can read it: maths as `$TeX$`, emphasis with asterisks. */
function mended(abstract: string, inline: boolean | Partial<InlineOptions> = true): string {
  return written(entryOf(abstract, inline).children.slice(1));
}

function entryOf(abstract: string, inline: boolean | Partial<InlineOptions> = true): DigestEntry {
  const { children } = fromDigest(`Mar 12\n\nA Paper\n\n${abstract}`, { year: 2025, inline });
  const entry = children.find((node) => node.type === 'digestEntry');
  if (!entry) throw new Error('There is no paper.');
  return entry;
}

function written(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'inlineMath') return `$${node.value}$`;
      if (node.type === 'strong') return `**${written(node.children)}**`;
      if (node.type === 'emphasis') return `*${written(node.children)}*`;
      if (node.type === 'link') return `<${node.url} ${node.data?.kind}>`;
      if (node.type === 'listItem') return `- ${written(node.children)}\n`;
      if (node.type === 'list') return `\n${written(node.children)}`;
      return 'children' in node ? written(node.children) : 'value' in node ? node.value : '';
    })
    .join('');
}

describe('typography', () => {
  it.each([
    ["a ``gap'' here", 'a “gap” here'],
    ["a ''gap'' here", 'a “gap” here'],
    ["``it's a gap'', he said", "“it's a gap”, he said"],
    ["f''(x) and g''(y)", "f''(x) and g''(y)"],
    ['a method~(CDvG) here', 'a method\u00A0(CDvG) here'],
    ['about ~4M and ~/bin', 'about ~4M and ~/bin'],
    ['two -- or three -- words', 'two – or three – words'],
    ['pages 1--10 and so---well', 'pages 1–10 and so—well'],
    ['run it with --help or -v', 'run it with --help or -v'],
    ['i-- and a ---- line', 'i-- and a ---- line'],
    ['by 45\\% \\& more, a\\_b, \\#1', 'by 45% & more, a_b, #1'],
    ['1\\,000 things', '1\u202F000 things'],
    ['Micha\\"el and Erd\\H{o}s, \\\'{e}, \\c{c}, \\v{s}, na\\"{\\i}ve', 'Michaël and Erdős, é, ç, š, naïve'],
    ['Stra\\ss e, \\O rsted, \\aa', 'Straße, Ørsted, å'],
    ['"straight" quotes and it\'s', '"straight" quotes and it\'s'],
  ])('%s', (text, expected) => expect(mended(text)).toBe(expected));
});

describe('markup', () => {
  it.each([
    ['Evo\\textbf{Lved Sign} here', 'Evo**Lved Sign** here'],
    ['an \\emph{old} and textit{odd} one', 'an *old* and *odd* one'],
    ['{\\bf a word} and {\\em another one}', '**a word** and *another one*'],
    ['$textbf{one} and textbf{two}$ models', '**one** and **two** models'],
    ['\\textsc{Name} and \\texttt{code}', 'Name and code'],
    ['\\textbf{a \\emph{b} c}', '**a *b* c**'],
    ['\\textbf{never closed', '\\textbf{never closed'],
    ['\\textbf{} empty', '\\textbf{} empty'],
    ['emphasis{x} is no command', 'emphasis{x} is no command'],
  ])('%s', (text, expected) => expect(mended(text)).toBe(expected));

  it('goes no deeper than a few levels, and loses nothing there', () => {
    const deep = `${'\\textbf{a '.repeat(40)}word${'}'.repeat(40)}`;
    expect(mended(deep)).toContain('word');
  });
});

describe('lists', () => {
  it('a run of bullets is a list, and what follows its last item is prose', () => {
    expect(
      mended('We show: bullet One thing holds. bullet Another one holds. We also show more. And more.'),
    ).toBe('We show:\n- One thing holds.\n- Another one holds.\nWe also show more. And more.');
  });

  it.each([
    'There is no silver bullet here. Bullet points are words.',
    'It is one: bullet The only one.',
    'We (1) ask, (2) look and (3) tell.',
    'bullet trains run fast. bullet trains are fast.',
  ])('%s stays a sentence', (text) => expect(mended(text)).toBe(text));

  it('characters are bullets, too', () => {
    expect(mended('• One is here. • Two is here.')).toBe('\n- One is here.\n- Two is here.\n');
  });
});

describe('maths', () => {
  it.each([
    ['runs in $O(n \\log n)$ time', 'runs in $O(n \\log n)$ time'],
    ['a $k$-means of \\(x_i\\)', 'a $k$-means of $x_i$'],
    ['from \\alpha to \\beta^2', 'from $\\alpha$ to $\\beta^2$'],
    ['n times d matrices', '$n \\times d$ matrices'],
    ['in n^{1+o(1)} time', 'in $n^{1+o(1)}$ time'],
    ['o(sqrt[3]{log n}) entries', '$o(\\sqrt[3]{\\log n})$ entries'],
    [
      'where D = diag( exp(QK^top) {bf 1}_n ).',
      'where $D = \\operatorname{diag}(\\exp(QK^\\top) \\mathbf{1}_n)$.',
    ],
    ['when m gg n and C_{Phicirc Psi} > C_Psi.', 'when $m \\gg n$ and $C_{\\Phi\\circ \\Psi} > C_\\Psi$.'],
    ['the nu^1-based one', 'the $\\nu^1$-based one'],
    ['with SAP^{2} here', 'with $\\mathrm{SAP}^{2}$ here'],
    ['a function phi from classes Phi, Psi', 'a function $\\phi$ from classes $\\Phi$, $\\Psi$'],
    ['x in mathbb{R}', 'x in $\\mathbb{R}$'],
    ['2^10 of them', '$2^{10}$ of them'],
    ['1920times1080 pixels', '1920×1080 pixels'],
    ['1.98+/-0.07', '1.98 ± 0.07'],
    ['small (ge 175B) and (le 11B)', 'small (≥ 175B) and (≤ 11B)'],
    ['a n^{2} algorithm', 'a $n^{2}$ algorithm'],
    ['n^2. A new sentence', '$n^2$. A new sentence'],
    ['(x^2), y_i, and so on', '$(x^2)$, $y_i$, and so on'],
  ])('%s', (text, expected) => expect(mended(text)).toBe(expected));

  it.each([
    'a differentiable beta distribution',
    'the top-d eigenspace',
    'with T times J neurons',
    'le monde est grand, ge 3 and le 11 novembre',
    'three times as fast, 10 times faster, at times',
    'on combinations of k=2 and 3 skills',
    'she pilked me the ball/she pilked the ball to me',
    'from $50 to $100, US$44, $5M and $3.50',
    'it costs $20 or less and $30 at most',
    'foo_bar, file_a.txt, Generalist_or_Specialist and __init__',
    'lambda calculus, the alpha version, a delta of 3',
    'a ^ b, ^_^ and x^',
    'a set {p - D, p + D} and CIFAR-{10,100}',
    'C:\\Users\\name is a path',
    'function beta distribution',
    'GPT-3 and L2-regularized, A/B',
  ])('%s stays as it is', (text) => expect(mended(text)).toBe(text));

  it('is MathML without script, style or class, with the text as it stood as its alternative', () => {
    const [math] = mathsOf('in n^{1+o(1)} time, \\color{red}{x}');
    expect(math?.data.source).toBe('n^{1+o(1)}');
    expect(math?.data.hProperties).toEqual({ alttext: 'n^{1+o(1)}' });
    const texts = JSON.stringify(math?.data.hChildren).matchAll(/"value":"([^"]*)"/g);
    expect([...texts].map(([, text]) => text).join('')).toBe('n1+o(1)');
    for (const nodes of mathsOf('$\\color{red}{x} + \\mathcal{O}(n) \\boxed{y}$')) {
      expect(JSON.stringify(nodes.data.hChildren)).not.toMatch(/"(?:style|class|className|href|src|on\w+)"/);
    }
  });

  it.each([
    '$\\nosuchcommand{x}$',
    '$\\href{javascript:alert(1)}{x}$',
    '$\\frac{1}$',
    '$x^{$',
    `$${'{'.repeat(5000)}$`,
  ])('what temml can’t or must not read is shown as it stands: %s', (text) =>
    expect(mended(`a ${text} b`)).toBe(`a ${text} b`),
  );

  it('is found as it stood', () => {
    expect(plainText(entryOf('runs in n^{1+o(1)} time').children.slice(1))).toBe('runs in n^{1+o(1)} time');
  });
});

describe('every repair', () => {
  const text = "a ``gap'' of n^2 \\textbf{bold} at https://example.org/a.";

  it.each([
    [{ typography: false }, "a ``gap'' of $n^2$ **bold** at <https://example.org/a project>."],
    [{ maths: false }, 'a “gap” of n^2 **bold** at <https://example.org/a project>.'],
    [{ markup: false }, 'a “gap” of $n^2$ \\textbf{bold} at <https://example.org/a project>.'],
    [{ links: false }, 'a “gap” of $n^2$ **bold** at https://example.org/a.'],
    [false, text],
  ])('can be turned off: %j', (inline, expected) => expect(mended(text, inline)).toBe(expected));

  it('can be turned off for lists', () => {
    const list = 'Two: bullet One. bullet Two.';
    expect(mended(list, { lists: false })).toBe(list);
  });

  it('keeps the text as it stood on its node, and every node has its place', () => {
    const abstract =
      "a ``gap'' of n^2 \\textbf{bold} at https://example.org/a, by 45\\%: bullet One. bullet Two.";
    const source = `Mar 12\n\nA Paper\n\n${abstract}`;
    const seen: string[] = [];
    visit(entryOf(abstract), (node) => {
      const { start, end } = node.position ?? {};
      expect(start?.offset, node.type).toBeTypeOf('number');
      const data = node.data as { source?: string } | undefined;
      if (data?.source === undefined) return;
      expect(source.slice(start?.offset, end?.offset)).toBe(data.source);
      seen.push(data.source);
    });
    expect(seen).toEqual(['``', "''", 'n^2', '\\textbf{bold}', '\\%', 'bullet One. bullet Two.']);
  });

  it('leaves the links of a paper known', () => {
    expect(entryOf(text, false).links).toEqual([{ url: 'https://example.org/a', kind: 'project' }]);
  });
});

const folder = new URL('../../../../shared/digests/', import.meta.url);
const present = existsSync(folder);
if (!present)
  console.warn('The real digest (../shared/digests) is not here: its inline repairs are not tested.');

describe.skipIf(!present && process.env['CI'] === undefined)('the real digest', () => {
  const rows = present
    ? readFileSync(new URL('expected-inline.tsv', folder), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split('\t') as [string, string, string, string])
    : [];
  const papers = present
    ? fromDigest(readFileSync(new URL('hugging-face-papers.txt', folder)), {
        path: '2025-03-12.txt',
      }).children.filter((node) => node.type === 'digestEntry')
    : [];
  const paper = (position: string): DigestEntry => papers[Number(position) - 1] as DigestEntry;

  it('has 48 places that are listed', () => expect(rows).toHaveLength(48));

  it.each(rows.filter(([, , , kind]) => kind.startsWith('link')))(
    '%s: %s leads to %s, a %s',
    (position, _, url, kind) => {
      expect(paper(position).links).toContainEqual({ url, kind: kind.slice('link-'.length) });
      expect(written(paper(position).children)).toContain(`<${url} ${kind.slice('link-'.length)}>`);
    },
  );

  it.each(rows.filter(([, , , kind]) => kind === 'keep'))('%s: %s is kept', (position, text) => {
    expect(written(paper(position).children)).toContain(text);
  });

  it.each([
    ['18', 'more than 45% on'],
    ['21', 'Bias-transformation\u00A0(CDvG)'],
    ['29', 'of **specialist** and **generalist** models'],
    ['32', 'termed “adaptivity gap”.'],
    ['43', '(1.98 ± 0.07)'],
    ['44', 'three $n \\times d$ size matrices'],
    ['44', 'a new $n \\times d$ size matrix $D^{-1} \\exp(QK^\\top) V$ where'],
    ['44', 'where $D = \\operatorname{diag}(\\exp(QK^\\top) \\mathbf{1}_n)$.'],
    ['44', '\n- On the positive side, if all entries'],
    ['44', '- On the negative side, we show that'],
    ['44', 'by $o(\\sqrt[3]{\\log n})$ then'],
    ['44', 'the “tensor-type” attention matrix in $n^{1+o(1)}$ time.'],
    ['44', 'as $\\Omega(\\sqrt[3]{\\log n})$, then'],
    ['44', 'than $n^{3-o(1)}$ (assuming'],
    ['48', '(Evo**Lved Sign Momentum**)'],
    ['60', 'models $\\Phi$ and'],
    ['60', 'functions $\\Psi$.'],
    ['60', 'mild “informative” condition'],
    ['60', 'of $\\mathcal{O}(\\mathcal{C}_\\Phi/m + \\mathcal{C}_\\Psi/n)$ for'],
    ['60', 'of $\\mathcal{O}(\\mathcal{C}_{\\Phi \\circ \\Psi}/n)$ achieved'],
    ['60', 'when $m \\gg n$ and $C_{\\Phi\\circ \\Psi} > C_\\Psi$.'],
    ['63', 'GPT-3.5 (≥ 175B) to T5 variants (≤ 11B).'],
    ['64', '($\\nu^1$-based)'],
    ['64', 'the $\\nu^2$-based strategy'],
    ['64', 'parameter $\\nu^2$.'],
    ['66', 'function $\\phi$ from'],
  ])('%s: reads %s', (position, expected) => expect(written(paper(position).children)).toContain(expected));
});

function mathsOf(abstract: string) {
  const found: Extract<Nodes, { type: 'inlineMath' }>[] = [];
  visit(entryOf(abstract), (node) => {
    if (node.type === 'inlineMath') found.push(node);
  });
  return found;
}

function visit(node: Nodes, visitor: (node: Nodes) => void): void {
  visitor(node);
  if ('children' in node) for (const child of node.children) visit(child, visitor);
}
