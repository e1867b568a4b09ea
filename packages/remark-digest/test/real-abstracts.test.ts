import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { mendText, plainText, toMdx } from '../src/index.ts';
import { whatIsSeen } from './judged/measure.ts';
import { onePaper } from './one-paper.ts';

/** What a reader sees of a text: of formulas their letters with `_{…}` and `^{…}`, of code ‹…›, of links <address text>. */
const seen = (text: string): string => whatIsSeen(mendText(text));

/** A kind of quirk: what is mended, and what only looks like it. */
const quirks: Record<string, { mended: [text: string, reads: string][]; kept: string[] }> = {
  'code is no maths': {
    mended: [
      ['a score of s_t and q_k', 'a score of s_{t} and q_{k}'],
      ['the mu_q of bats', 'the μ_{q} of bats'],
    ],
    kept: [
      'read owl.max_age_days or nest.x_i first',
      'slice phi_k[:, 0] and a_i[3]',
      'the key n_owls_total',
      'call x_i.mean() now',
    ],
  },
  'a dash before a letter is a flag': {
    mended: [
      ['owl--bat pairs', 'owl–bat pairs'],
      ['day -- and night', 'day – and night'],
      ['$10$--$20$ owls', '10–20 owls'],
      ['the nest--egg--owl cycle', 'the nest–egg–owl cycle'],
    ],
    kept: [
      'hoot --volume=3',
      'the flag "--loud" and (--quiet)',
      'in /nests/old--new/owl',
      'see old--new.csv',
      'models--mia--hoot',
      'git diff --stat -- nests',
    ],
  },
  'maths glued to a word or a number': {
    mended: [
      ['5$\\times$ louder, 640$\\times$480', '5× louder, 640×480'],
      ['the B$^2$-Owl and N$^\\text{3}$est', 'the B^{2}-Owl and N^{3}est'],
      ['Hit@$k$ of CO$_2$', 'Hit@k of CO_{2}'],
      ['a reward $R_{quiet}$', 'a reward R_{quiet}'],
    ],
    kept: ['it costs $4 or $5k', 'from $3-$4 to $5/$6', 'the variables $NEST:$OWL'],
  },
  'dollars that begin with a number': {
    mended: [
      ['from $0 < z < 2$ to $1.5$', 'from 0<z<2 to 1.5'],
      ['a loss of $7%$ and $8\\%$', 'a loss of 7% and 8%'],
    ],
    kept: ['$3 a day and $4 a night', 'a $10 bill, then $20 more'],
  },
  'a formula is whole': {
    mended: [
      ['\\log \\tau_{\\min} + \\log\\!\\big(\\mu(A)^2\\big) holds', 'logτ_{min}+log(μ(A)^{2}) holds'],
      ['as (1-\\eta_A)(1-\\eta_B) says', 'as (1-η_{A})(1-η_{B}) says'],
      ['tails Σ_{k>m}|a_k|² vanish', 'tails Σ_{k>m}|a_{k}|^{2} vanish'],
      ['sums Σ_i h_i(⟨a_i,b_j⟩) grow', 'sums Σ_{i}h_{i}(⟨a_{i},b_{j}⟩) grow'],
      ['Z_N sum_{n=1}^{Z_N} a_n', 'Z_{N}∑_{n=1}^{Z_{N}}a_{n}'],
      ['in O({NT}^2) and O(1/sqrt(M)) time', 'in O(NT^{2}) and O(1/√({M}) time'],
      ['Thetaleft(n^2right) nests', 'Θ(n^{2}) nests'],
      ['a set (A_t = {-2,0,2})', 'a set (A_{t}={-2,0,2})'],
    ],
    kept: ['a broken x^ here', 'a broken foo_{ here', 'a broken (a_ here'],
  },
  'other commands of running text': {
    mended: [
      ['\\texttt{owl\\_net} and {\\tt hoot}', '‹owl_net› and ‹hoot›'],
      ['a \\textcolor{teal}{green} \\b{O}wl', 'a green **O**wl'],
      ['as \\cite{owl24} says\\footnote{Twice.}', 'as [owl24] says (Twice.)'],
      ['an {\\bf 8.2\\%} gain, {\\small 5} nests', 'an **8.2%** gain, 5 nests'],
      ['an \\enquote{owl} \\textemdash{} old', 'an “owl” — old'],
      ['nests\\unicode{x2014}old ones', 'nests—old ones'],
      ['10\\textsuperscript{5} owls', '10^{5} owls'],
    ],
    kept: ['our \\hoot and \\ours{} and \\owlnet{x}', 'the bold {nest} of \\label{a}'],
  },
  'a hyphen is no minus': {
    mended: [
      ['the B2-U^3 and Micro-F_2', 'the B2-U^{3} and Micro-F_{2}'],
      ['the M-OWL^3 net', 'the M-OWL^{3} net'],
      ['of n-k_1 owls', 'of n-k_{1} owls'],
      ['10^4--10^5 owls', '10^{4}–10^{5} owls'],
    ],
    kept: ['the R2-D2 and L1-norm'],
  },
  'signs that the copy glued': {
    mended: [
      ['4times louder, 32times 32, Mtimes', '4× louder, 32 × 32, M×'],
      ['geq7%, approx9s, sim6k, leq 0.5', '≥7%, ≈9s, ∼6k, ≤ 0.5'],
      ['owl rightarrow bat, 3rightarrow4', 'owl → bat, 3→4'],
      ['{sim}8%, 5{times}, n{=}3, 4{,}200', '∼8%, 5×, n=3, 4,200'],
      ['180^circ, 90{\\deg}, 20^{\\circ}C', '180°, 90°, 20°C'],
      ['2.71pm0.04 and 2.71 pm 0.04', '2.71±0.04 and 2.71 ± 0.04'],
    ],
    kept: [
      'three times, 5 times, 3times a day',
      'sim2real, sim racing, the narrow sparrow',
      'at 3 pm 20 owls came',
      'the arrow key and a rightarrow key',
      'sometimes approximately equal',
    ],
  },
  'letters as characters': {
    mended: [['η^2-bench with κ_0 and κ_{0.5}', 'η^{2}-bench with κ_{0} and κ_{0.5}']],
    kept: ['η and κ alone', 'the word λόγος'],
  },
  'an index of several letters': {
    mended: [
      ['u_{owl} = eta_{new} - eta_{old}', 'u_{owl}=η_{new}-η_{old}'],
      ['mAP_{50} and H_{CLIP-s}', 'mAP_{50} and H_{CLIP-s}'],
    ],
    kept: ['min_p, top_k and x_train', 'a_b_c and CPU_0'],
  },
  'ranges and apostrophes': {
    mended: [
      ["the bat\\'s ears and owls\\' eyes don\\'t", "the bat's ears and owls' eyes don't"],
      ["Ren\\'e, Gda\\'nsk and \\'Etienne", 'René, Gdańsk and Étienne'],
      ['of Fig.~2 and 3~km', 'of Fig.␣2 and 3␣km'],
    ],
    kept: ['1.5~2.5 km, 20~30 owls, 5%~7%'],
  },
  quotes: {
    mended: [["a ``loud\" and ``soft'' `owl'", 'a “loud” and “soft” ‘owl’']],
    kept: ["a \"loud\" owl's 'nest'"],
  },
  addresses: {
    mended: [
      ['\\url{https://a.example/b}', '<https://a.example/b>'],
      ['\\href{ https://a.example/b}{ here}', '<https://a.example/b here>'],
      ['https://a.example/b{https://a.example/b}', '<https://a.example/b>'],
      ['https://a.example/b{this https URL}', '<https://a.example/b this https URL>'],
      ['at https://a.example/b\\_c\\_d.', 'at <https://a.example/b_c_d>.'],
      ['[https://a.example/b](https://a.example/b)', '<https://a.example/b>'],
      ['[the code](https://a.example/b)', '<https://a.example/b the code>'],
      ['mia.github.io/owl', '<https://mia.github.io/owl mia.github.io/owl>'],
      ['hf.co/mia/owl', '<https://hf.co/mia/owl hf.co/mia/owl>'],
      ['\\href{this https URL}{code}', 'code'],
    ],
    kept: [
      '\\href{javascript:alert(1)}{here}',
      '\\url{owl}',
      '[owl](bat)',
      'owl.example/a and nest.js',
      'mia@mail.github.io',
    ],
  },
  Markdown: {
    mended: [['**OwlNet**, run with `owl --fast`', '**OwlNet**, run with ‹owl --fast›']],
    kept: ['2**3 and f(**owl, **bat)', 'a `word` and an * alone', '__init__'],
  },
};

describe.each(Object.entries(quirks))('%s', (_, { mended, kept }) => {
  it.each(mended)('%s', (text, reads) => expect(seen(text)).toBe(reads));

  it.each(kept)('%s stays as it stands', (text) => expect(seen(text)).toBe(text.replaceAll('\u00A0', '␣')));
});

describe('whatever else a sentence holds', () => {
  const sentences = Object.values(quirks).flatMap(({ mended, kept }) => [
    ...mended.map(([text]) => text),
    ...kept,
  ]);

  it('a text is mended in the same way', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.constantFrom(
          ' of which x_i is one',
          ' by $k$ of them',
          ' that is n^2 and 3pm0.5',
          ' with \\alpha as is',
        ),
        (text, more) => {
          // A word that ends a formula in any case.
          expect(seen(`${text} owls${more}`)).toBe(
            `${seen(`${text} owls`)}${seen(`owls${more}`).slice('owls'.length)}`,
          );
        },
      ),
      { seed: 20250312, numRuns: 600 },
    );
  });
});

describe('code', () => {
  const paper = onePaper('Owls', 'Run `owl --fast` or \\texttt{owl\\_net} now.');

  it('is a node with the text as it stood', () => {
    const [paragraph] = paper.children.slice(1) as [Nodes & { children: Nodes[] }];
    expect(paragraph.children.filter((node) => node.type === 'inlineCode')).toMatchObject([
      { value: 'owl --fast', data: { source: '`owl --fast`' } },
      { value: 'owl_net', data: { source: '\\texttt{owl\\_net}' } },
    ]);
    for (const node of paragraph.children) expect(node.position?.start.offset).toBeTypeOf('number');
  });

  it('is found as it reads', () => {
    expect(plainText(paper.children.slice(1))).toBe('Run owl --fast or owl_net now.');
  });

  it('is text between backticks in MDX, where it can do no harm', () => {
    expect(toMdx(paper)).toContain('Run \\`owl -\\-fast\\` or \\`owl_net\\` now.');
  });

  it('stays text where it is turned off', () => {
    expect(whatIsSeen(mendText('Run `owl --fast`.', { code: false }))).toBe('Run `owl --fast`.');
    expect(whatIsSeen(mendText('Run `owl --fast`.', { markup: false }))).toBe('Run `owl --fast`.');
    expect(whatIsSeen(mendText('Run `owl --fast`.', { markup: false, code: true }))).toBe(
      'Run ‹owl --fast›.',
    );
  });
});
