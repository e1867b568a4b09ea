/** Greek letters by their names, as TeX writes them. */
export const greekCharacters: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ϵ',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  vartheta: 'ϑ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  varpi: 'ϖ',
  rho: 'ρ',
  varrho: 'ϱ',
  sigma: 'σ',
  varsigma: 'ς',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'ϕ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Upsilon: 'Υ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
};

/** Names of Greek letters. */
export const greek = new Set(Object.keys(greekCharacters));

/** Those that are no word of any language, wherever they stand. */
export const surelyGreek = new Set('varepsilon vartheta varpi varrho varsigma varphi'.split(' '));

/** Those that stand for nothing else in brackets of their own: `(tau)`, but not `(alpha)`, a release, or `(psi)`, a unit. */
export const bracketedGreek = new Set(
  'epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi'.split(' '),
);

/** Functions that TeX has a command for. */
export const functions = new Set(
  (
    'arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln ' +
    'log max min Pr sec sin sinh sup tan tanh'
  ).split(' '),
);

/** Functions that need `\operatorname`. */
export const operators = new Set(
  'diag rank tr Tr poly polylog softmax sign sgn KL vec span supp Var Cov conv relu ReLU'.split(' '),
);

/** Signs with a range below and above them. */
export const ranges = new Set(
  'sum prod int iint oint bigcup bigcap bigoplus bigotimes bigwedge bigvee coprod'.split(' '),
);

/** Commands that say how their braces look; `{` or `[` stands right after them. */
export const macros = new Set(
  (
    'sqrt frac dfrac tfrac binom mathcal mathbb mathbf mathrm mathfrak mathsf mathit mathtt operatorname overline underline ' +
    'hat widehat tilde widetilde bar vec dot ddot boldsymbol text textrm bm overset underset overbrace underbrace check ' +
    'mathscr mathring pmb stackrel'
  ).split(' '),
);

/** Those of them whose braces hold words. */
export const textMacros = new Set(
  'mathrm mathsf mathit mathtt mathbf operatorname text textrm boldsymbol bm'.split(' '),
);

/** Old commands that stand at the start of a group, and what they became. */
export const declarations: Record<string, string> = {
  bf: 'mathbf',
  cal: 'mathcal',
  rm: 'mathrm',
  it: 'mathit',
  sf: 'mathsf',
  bb: 'mathbb',
};

/** Relations and operations whose name is no English word between two atoms. */
export const relations = new Set(
  (
    'times cdot circ otimes oplus odot gg ll ge geq geqslant le leq leqslant neq ne approx sim simeq equiv propto pm mp ' +
    'lesssim gtrsim subseteq supseteq setminus mapsto rightarrow leftarrow Rightarrow Leftarrow leftrightarrow ' +
    'longrightarrow'
  ).split(' '),
);

/** Those of them whose name shows a formula by itself, between two atoms. */
export const tellingRelations = new Set(
  'times cdot circ otimes oplus gg ll ge geq le leq neq ne approx sim simeq equiv propto pm mp'.split(' '),
);

/** Relations that are words, so that only an index or braces make relations of them. */
export const wordRelations = new Set('in to notin mid cup cap subset supset star'.split(' '));

/** Symbols that stand by themselves. */
export const symbols = new Set(
  'infty ell nabla emptyset varnothing forall hbar ldots cdots vdots ddots dots'.split(' '),
);

/** Symbols that are words, so that only an index or braces make symbols of them. */
export const wordSymbols = new Set('top bot star prime dagger perp ast partial odot oplus'.split(' '));

/** Words after which the name of a Greek letter is the letter: `function phi`, `classes Phi, Psi`. */
export const cues = new Set(
  (
    'accuracy angle angles budget class classes coefficient coefficients constant constants correlation density error exponent factor function functions hyperparameter kernel map maps mapping ' +
    'level matrix model models operator parameter parameters policy probability radius rate ratio regularization size temperature threshold value values variable variables vector vectors'
  ).split(' '),
);

/** Names of signs that a character says as well, where they stand alone. */
export const characters: Readonly<Record<string, string>> = {
  times: '×',
  pm: '±',
  mp: '∓',
  cdot: '·',
  ge: '≥',
  geq: '≥',
  geqslant: '⩾',
  le: '≤',
  leq: '≤',
  leqslant: '⩽',
  ne: '≠',
  neq: '≠',
  gg: '≫',
  ll: '≪',
  approx: '≈',
  sim: '∼',
  simeq: '≃',
  equiv: '≡',
  propto: '∝',
  gtrsim: '≳',
  lesssim: '≲',
  rightarrow: '→',
  to: '→',
  longrightarrow: '⟶',
  leftarrow: '←',
  leftrightarrow: '↔',
  uparrow: '↑',
  downarrow: '↓',
  Rightarrow: '⇒',
  Leftarrow: '⇐',
  Leftrightarrow: '⇔',
  mapsto: '↦',
  infty: '∞',
  ldots: '…',
  dots: '…',
  odot: '⊙',
  star: '★',
  bullet: '•',
  deg: '°',
  degree: '°',
  circ: '∘',
};

/** Commands that are a formula by themselves. */
export const standalone: ReadonlySet<string> = new Set([
  ...greek,
  ...symbols,
  ...relations,
  ...Object.keys(characters),
  ...'partial top bot perp prime dagger ddagger ast vee wedge neg exists notin cup cap subset supset checkmark aleph wp Re Im'.split(
    ' ',
  ),
]);

/** The character that a formula of one sign is: `\times`, `^\circ`, `\%`; nothing for other formulas. */
export function characterOf(tex: string): string | undefined {
  const bare = /^\{(?<inner>[^{}]*)\}$/.exec(tex)?.groups?.['inner']?.trim() ?? tex;
  if (/^\{?\}?\^\{?\\(?:circ|degree)\}?$/.test(bare)) return '°';
  if (/^(?:\\?[%&#]|[<>=+×±∼~])$/.test(bare)) return bare.at(-1);
  if (bare === '-') return '−';
  const code = /^\\unicode\{x(?<code>[\dA-Fa-f]{2,6})\}$/.exec(tex)?.groups?.['code'];
  if (code !== undefined && /^20[12]/.test(code)) return String.fromCodePoint(Number.parseInt(code, 16));
  const name = /^\\(?<name>[a-zA-Z]+)$/.exec(bare)?.groups?.['name'] ?? '';
  return name !== 'star' && name !== 'circ' && Object.hasOwn(characters, name) ? characters[name] : undefined;
}
