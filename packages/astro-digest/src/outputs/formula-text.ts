/** An element of MathML, or a text; `children` of an element are both. */
type MathNode = string | { name: string; attributes: string; children: MathNode[] };

/** What a part of a formula is, for the spaces around it and the brackets that it would need. */
type Kind = 'atom' | 'fraction' | 'relation' | 'operator' | 'sign' | 'separator' | 'space';

/** A part of a formula as text. */
interface Part {
  text: string;
  kind: Kind;
}

/** A formula that no line of text can hold. */
class Unwritable extends Error {}

/**
 * Writes a formula as a line of Unicode text: `nᵏ`, `L²`, `x ∈ ℝⁿ`, `√(log n)`, `O(n log n)`.
 *
 * @param content content of a `math` element that the loader wrote
 * @returns nothing for a formula that needs more than a line, or a raised or lowered character that Unicode lacks
 */
export function formulaText(content: string): string | undefined {
  try {
    const text = join(partsOf(parse(content)), false).trim();
    return text === '' ? undefined : text;
  } catch (error) {
    if (error instanceof Unwritable) return undefined;
    throw error;
  }
}

/** Tags and texts of MathML, as the loader writes it: no attribute's value has a quotation mark in it. */
const piece = /<(?<end>\/?)(?<name>[a-z]+)(?<attributes>(?: [a-z]+="[^"]*")*)>|(?<text>[^<]+)/g;

function parse(content: string): MathNode[] {
  const root: MathNode[] = [];
  const open = [root];
  for (const { groups = {} } of content.matchAll(piece)) {
    const { end, name, attributes = '', text } = groups;
    const above = open.at(-1) as MathNode[];
    if (text !== undefined) above.push(decodeReferences(text));
    else if (end === '/') {
      if (open.length > 1) open.pop();
    } else {
      const children: MathNode[] = [];
      above.push({ name: name as string, attributes, children });
      open.push(children);
    }
  }
  return root;
}

/** Replaces character references, as the loader writes them, by their characters. */
export function decodeReferences(text: string): string {
  return text.replace(/&#x([\dA-F]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

const relations = '=≠<>≤≥≪≫≈≃≅≡∝∈∉∋⊂⊃⊆⊇⊢⊨∥⊥→←↔⇒⇐⇔↦⟶⟵⟷⟹⟸⟺⟼↪≲≳≺≻⪯⪰≼≽≜≔:';
const operators = '+−±∓×⋅·∘∗∪∩∖∧∨⊕⊗⊙∼';
/** Characters between operands that are heard and not seen. */
const unseen = /[\u2061-\u2064]/g;

function partsOf(nodes: readonly MathNode[]): Part[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : partOf(node)));
}

function partOf({ name, attributes, children }: Exclude<MathNode, string>): Part[] {
  const child = (index: number): MathNode[] => children.slice(index, index + 1);
  switch (name) {
    case 'mi':
    case 'mn':
    case 'mtext':
      return [{ text: plainLetters(textOf(children)), kind: 'atom' }];
    case 'mo':
      return operatorOf(textOf(children).replace(unseen, '').normalize('NFC'), attributes);
    case 'mspace':
      return Number(/width="([\d.]+)em"/.exec(attributes)?.[1] ?? 0) > 0.1
        ? [{ text: ' ', kind: 'space' }]
        : [];
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
      return partsOf(children);
    case 'msup':
      return [scripted(child(0), undefined, child(1))];
    case 'msub':
    case 'munder':
      return [scripted(child(0), child(1), undefined)];
    case 'msubsup':
    case 'munderover':
      return [scripted(child(0), child(1), child(2))];
    case 'mover':
      return [accented(child(0), child(1))];
    case 'mfrac':
      if (attributes.includes('linethickness')) throw new Unwritable();
      return [{ text: `${operand(child(0))}/${operand(child(1))}`, kind: 'fraction' }];
    case 'msqrt':
      return [{ text: `√${operand(children)}`, kind: 'atom' }];
    case 'mroot': {
      const sign = { '3': '∛', '4': '∜' }[join(partsOf(child(1)), true)];
      if (sign === undefined) throw new Unwritable();
      return [{ text: `${sign}${operand(child(0))}`, kind: 'atom' }];
    }
    default:
      throw new Unwritable();
  }
}

function operatorOf(text: string, attributes: string): Part[] {
  if (text === '') return [];
  if (attributes.includes('separator') || text === ';') return [{ text, kind: 'separator' }];
  if (/form="(?:prefix|postfix)"/.test(attributes) && text !== '∗') return [{ text, kind: 'sign' }];
  if (relations.includes(text)) return [{ text, kind: 'relation' }];
  // Such as `mod`.
  if (operators.includes(text) || /^\p{L}+$/u.test(text)) return [{ text, kind: 'operator' }];
  return [{ text, kind: 'sign' }];
}

/**
 * Joins parts: spaces around relations, and around operators between two operands.
 *
 * @param isTight whether without any spaces, as in an index
 */
function join(parts: readonly Part[], isTight: boolean): string {
  let line = '';
  for (const [index, { text, kind }] of parts.entries()) {
    const [before, after] = [parts[index - 1], parts[index + 1]];
    if (kind === 'fraction' && (endsOperand(before) || beginsOperand(after))) throw new Unwritable();
    if (isTight) line += kind === 'space' ? '' : text;
    // `log(x)` has a space of its own only in TeX.
    else if (kind === 'space' && after?.text === '(') continue;
    else if (kind === 'relation') line += ` ${text} `;
    else if (kind === 'operator') line += endsOperand(before) && after ? ` ${text} ` : text;
    else if (kind === 'separator' || /^[∑∏∫⋃⋂]/.test(text)) line += `${text} `;
    else line += text;
  }
  return line
    .replace(/ {2,}/g, ' ')
    .replace(/(?<=[([{⟨⌈⌊]) /g, '')
    .replace(/ (?=[)\]}⟩⌉⌋,;])/g, '');
}

function endsOperand(part: Part | undefined): boolean {
  if (part?.kind === 'sign') return /[)\]}⟩⌉⌋!′…]/.test(part.text);
  return part?.kind === 'atom' || part?.kind === 'fraction' || part?.kind === 'space';
}

function beginsOperand(part: Part | undefined): boolean {
  if (part?.kind === 'sign') return /^[([{⟨⌈⌊∇∂∑∏∫⋃⋂]/.test(part.text);
  return part?.kind === 'atom' || part?.kind === 'fraction' || part?.kind === 'space';
}

/** What stands in a fraction or under a root: in brackets, where it is more than one thing. */
function operand(nodes: readonly MathNode[]): string {
  const text = join(partsOf(nodes), false).trim();
  if (text === '') throw new Unwritable();
  return /^[\p{L}\p{N}\p{M}.,]+$/u.test(text) ? text : `(${text})`;
}

function scripted(
  base: readonly MathNode[],
  below: readonly MathNode[] | undefined,
  above: readonly MathNode[] | undefined,
): Part {
  const parts = partsOf(base);
  // Of several things, nobody could see what the index is on.
  if (parts.length !== 1) throw new Unwritable();
  const [{ text, kind }] = parts as [Part];
  if (kind === 'fraction') throw new Unwritable();
  const script = (nodes: readonly MathNode[] | undefined, characters: ReadonlyMap<string, string>): string =>
    nodes === undefined ? '' : raised(join(partsOf(nodes), true), characters);
  return {
    text: text + script(below, lowered) + script(above, superscripts),
    kind: kind === 'sign' ? 'sign' : 'atom',
  };
}

function raised(text: string, characters: ReadonlyMap<string, string>): string {
  return [...text]
    .map((character) => {
      const found = characters.get(character);
      if (found === undefined) throw new Unwritable();
      return found;
    })
    .join('');
}

/** Characters as they stand above the line: each of the first text is that of the second. */
const superscripts = pairs(
  '0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθϕχ∗*′∘⊤',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ**′°ᵀ',
);

/** Characters as they stand below the line. */
const lowered = pairs('0123456789+−=()aehijklmnoprstuvxβγρϕχ', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to];
  return new Map([...from].map((character, index) => [character, targets[index] as string]));
}

/** What stands on a letter, as the mark that Unicode joins to it. */
const marks: Record<string, string> = {
  ˆ: '\u0302',
  '^': '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '‾': '\u0304',
  '¯': '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20D7',
};

function accented(base: readonly MathNode[], accent: readonly MathNode[]): Part {
  const letter = join(partsOf(base), true);
  const mark = marks[join(partsOf(accent), true)];
  if (mark === undefined || !/^\p{L}$/u.test(letter)) throw new Unwritable();
  return { text: (letter + mark).normalize('NFC'), kind: 'atom' };
}

/** Bold, slanted and other letters of maths beyond the basic plane as plain ones: few fonts have them, and all are read out letter by letter. */
function plainLetters(text: string): string {
  return text.replace(/[\u{1D400}-\u{1D7FF}]/gu, (letter) => letter.normalize('NFKC'));
}

function textOf(nodes: readonly MathNode[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? node : textOf(node.children)))
    .join('')
    .replaceAll('\u00A0', ' ');
}
