/** Names of Greek letters, as TeX writes them. */
export const greek = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho ' +
    'sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'
  ).split(' '),
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

/** Commands that say how their braces look; `{` or `[` stands right after them. */
export const macros = new Set(
  (
    'sqrt frac dfrac tfrac binom mathcal mathbb mathbf mathrm mathfrak mathsf mathit operatorname overline underline hat ' +
    'widehat tilde widetilde bar vec dot ddot boldsymbol text'
  ).split(' '),
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
  'times cdot circ otimes oplus gg ll ge geq le leq neq ne approx sim simeq equiv propto pm mp'.split(' '),
);

/** Symbols that stand by themselves. */
export const symbols = new Set('infty ell nabla partial emptyset ldots cdots dots'.split(' '));

/** Words after which the name of a Greek letter is the letter: `function phi`, `classes Phi, Psi`. */
export const cues = new Set(
  (
    'class classes coefficient coefficients constant constants function functions hyperparameter kernel map maps mapping ' +
    'matrix model models operator parameter parameters policy threshold value values variable variables vector vectors'
  ).split(' '),
);
