import { readFileSync } from 'node:fs';
import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { mendText } from '../../src/index.ts';
import { renderMaths } from '../../src/inline/maths/render.ts';

/** One judged place: a short text, and what a reader must see of it. */
export interface Place {
  /** `dollars`, `formula`, `sign` …, or `keep` for what only looks like one. */
  kind: string;
  text: string;
  /** What a reader must see; formulas as TeX in ⟦…⟧, code in ‹…›, links in <…>. */
  reads: string;
}

/** How many places of a kind were mended right, mended wrong, and left. */
export interface Score {
  /** Places that had to be mended. */
  places: number;
  right: number;
  /** Places that became something else than they must. */
  wrong: number;
}

/** Reads a list of judged places. */
export function readPlaces(name: string): Place[] {
  const rows = readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  return rows.map((row) => {
    const [kind = '', text = '', reads = ''] = row.split('\t');
    return { kind, text, reads: kind === 'keep' ? text : reads };
  });
}

/** What came of a place: as it must be, as it stood, or something else. */
export function judge({ text, reads }: Place): 'right' | 'left' | 'wrong' {
  const seen = closeUp(whatIsSeen(mendText(text)));
  if (seen === closeUp(expected(reads))) return 'right';
  return seen === closeUp(expected(text, false)) ? 'left' : 'wrong';
}

/** Scores by kind, and of all kinds together as `all`. */
export function score(places: readonly Place[]): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const place of places) {
    const verdict = judge(place);
    for (const kind of [place.kind, 'all']) {
      const score = scores.get(kind) ?? { places: 0, right: 0, wrong: 0 };
      scores.set(kind, score);
      if (place.kind !== 'keep') score.places++;
      if (place.kind !== 'keep' && verdict === 'right') score.right++;
      if (verdict === 'wrong') score.wrong++;
    }
  }
  return scores;
}

/** Of what was mended, the part that is right. */
export const precision = ({ right, wrong }: Score): number => (right + wrong ? right / (right + wrong) : 1);

/** Of what had to be mended, the part that is. */
export const recall = ({ places, right }: Score): number => (places ? right / places : 1);

/** Nodes in one line, as a reader sees them: of a formula its letters, signs and where they stand. */
export function whatIsSeen(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'inlineMath') return formula(node.data.hChildren);
      if (node.type === 'inlineCode') return `‹${node.value}›`;
      if (node.type === 'strong') return `**${whatIsSeen(node.children)}**`;
      if (node.type === 'emphasis') return `*${whatIsSeen(node.children)}*`;
      if (node.type === 'link') {
        const text = whatIsSeen(node.children);
        return text === node.url ? `<${text}>` : `<${node.url} ${text}>`;
      }
      return 'children' in node ? whatIsSeen(node.children) : 'value' in node ? text(node.value) : '';
    })
    .join('');
}

function expected(reads: string, withFormulas = true): string {
  if (!withFormulas) return text(reads);
  return text(reads).replace(/⟦(?<tex>.*?)⟧/g, (_, tex: string) => {
    const content = renderMaths(tex.replaceAll('␣', ' '), '');
    if (!content) throw new Error(`The judged formula ${tex} is no TeX.`);
    return formula(content.hChildren);
  });
}

/** Without blanks around signs: how far from its neighbours a sign stands is no matter of what it says. */
function closeUp(seen: string): string {
  return seen.replace(/ ?(?<sign>[×±∼≈≤≥≪≫→=<>+]) ?/g, '$<sign>');
}

function text(value: string): string {
  return value.replace(/[\u00A0\u202F]/g, '␣');
}

function formula(content: readonly ElementContent[]): string {
  return content
    .map(linear)
    .join('')
    .replace(/[\s\u2061-\u2064]/g, '');
}

const scripts: Record<string, readonly string[]> = {
  msub: ['', '_'],
  msup: ['', '^'],
  msubsup: ['', '_', '^'],
  munder: ['', '_'],
  mover: ['', '^'],
  munderover: ['', '_', '^'],
  mfrac: ['(', ')/('],
  msqrt: ['√('],
  mroot: ['√(', ')['],
};

function linear(node: ElementContent): string {
  if (node.type === 'text') return node.value.replaceAll('−', '-');
  if (node.type !== 'element' || node.tagName === 'annotation' || node.tagName === 'mspace') return '';
  const signs = scripts[node.tagName];
  if (!signs) return node.children.map(linear).join('');
  return node.children
    .map((child, index) => (signs[index] === '' ? linear(child) : `${signs[index] ?? ''}{${linear(child)}}`))
    .join('');
}
