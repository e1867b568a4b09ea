import { evaluate as evaluateMdx } from '@mdx-js/mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { evaluate as evaluateSatteri, type Features } from 'satteri';

/** What a document shows when it is run: the text of each paragraph, and all that has no place in it. */
export interface Shown {
  texts: string[];
  foreign: string[];
}

type Child = string | Element | Child[] | undefined;
interface Element {
  type: string;
  props: Record<string, unknown> & { children?: Child };
}

const runtime = {
  Fragment: 'fragment',
  jsx: (type: unknown, props: unknown): unknown =>
    typeof type === 'function' ? type(props) : { type, props },
  jsxs: (type: unknown, props: unknown): unknown =>
    typeof type === 'function' ? type(props) : { type, props },
};

/** Compiles a document with `@mdx-js/mdx` and runs it. */
export async function runMdx(document: string, gfm: boolean): Promise<Shown> {
  const module = await evaluateMdx(document, {
    ...(runtime as unknown as Parameters<typeof evaluateMdx>[1]),
    remarkPlugins: gfm ? [remarkFrontmatter, remarkGfm] : [remarkFrontmatter],
  });
  return show((module.default as unknown as (props: object) => Element)({}));
}

/** Compiles a document with Sätteri and runs it. */
export async function runSatteri(document: string, features: Features): Promise<Shown> {
  const module = await evaluateSatteri(document, { ...runtime, features });
  return show((module['default'] as (props: object) => Element)({}));
}

const allowed = new Set(['fragment', 'p', 'a', 'em', 'strong', 'ul', 'li']);

function show(root: Element): Shown {
  const shown: Shown = { texts: [], foreign: [] };
  const visit = (child: Child): string => {
    if (child === undefined || child === null) return '';
    if (typeof child === 'string') return child;
    if (Array.isArray(child)) return child.map(visit).join('');
    const { type, props } = child;
    if (!allowed.has(type)) shown.foreign.push(`<${String(type)}>`);
    for (const [name, value] of Object.entries(props)) {
      const harmless =
        name === 'children' || (name === 'href' && /^(?:https?:|mailto:)/i.test(String(value)));
      if (!harmless) shown.foreign.push(`${name}=${String(value)}`);
    }
    const text = visit(props.children);
    // The text of a tight item stands in the item itself.
    if (type === 'p' || (type === 'li' && !hasParagraph(props.children)))
      shown.texts.push(text.replace(/^[ \t\n]+|[ \t\n]+$/g, ''));
    return text;
  };
  visit(root);
  return shown;
}

function hasParagraph(child: Child): boolean {
  if (Array.isArray(child)) return child.some(hasParagraph);
  return typeof child === 'object' && child?.type === 'p';
}
