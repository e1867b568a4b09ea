import type { ElementContent } from 'hast';
import type { Repair } from '../repair.ts';
import type { InlineMath } from '../../types.ts';
import { renderMaths } from './render.ts';

/** A formula as a node; nothing where temml can't read it. */
export function mathsNode(tex: string, source: string): InlineMath | undefined {
  const data = renderMaths(tex, source);
  return data && { type: 'inlineMath', value: tex, data };
}

/** The repair that puts a formula in the place of a text, which begins at an index. */
export function mathsRepair(tex: string, source: string, start: number): Repair | undefined {
  const node = mathsNode(tex, source);
  // A command that only says how large letters are.
  if (!node || !saysSomething(node.data.hChildren)) return undefined;
  return { start, end: start + source.length, nodes: () => [node] };
}

function saysSomething(content: readonly ElementContent[]): boolean {
  return content.some((node) =>
    node.type === 'text' ? node.value.trim() !== '' : node.type === 'element' && saysSomething(node.children),
  );
}

/** Text that stands raised or lowered, as a formula without a base. */
export function scriptNode(sign: '^' | '_', text: string, source: string): InlineMath[] | undefined {
  const plain = text.replace(/^\$(?<tex>[^$]*)\$$/, '$<tex>');
  const tex = plain !== text || /^[-+\d]+$/.test(text) ? plain : `\\text{${text.replace(/[%#&]/g, '\\$&')}}`;
  const node = /[\\$]/.test(plain) && plain === text ? undefined : mathsNode(`{}${sign}{${tex}}`, source);
  return node && [node];
}
