const signs = '0123456789+-=()';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾';
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';

/** Digits and signs above the line, such as `⁻²`; nothing for what Unicode has no such characters for. */
export function raise(text: string): string | undefined {
  return exchange(text, raised);
}

/** Digits and signs below the line, such as `₂`; nothing for what Unicode has no such characters for. */
export function lower(text: string): string | undefined {
  return exchange(text, lowered);
}

function exchange(text: string, characters: string): string | undefined {
  const found = [...text.replaceAll('−', '-')].map((sign) => characters[signs.indexOf(sign)] ?? '');
  return found.includes('') ? undefined : found.join('');
}
