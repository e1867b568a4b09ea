import type { AstroFile } from '../markup/astro-file.ts';
import type { SiteComponents } from '../site/site-components.ts';
import type { AskedProp } from './asked-prop.ts';
import { readPropTypes } from './prop-types.ts';
import { readPropUses } from './prop-uses.ts';

/** Reads what a component asks for, from its type `Props`, and from what it does with `Astro.props` where that type doesn't tell. */
export function readAskedProps(components: SiteComponents, file: AstroFile): AskedProp[] {
  const typed = readPropTypes(components, file);
  if (!typed) return readPropUses(file);
  const used = new Map(readPropUses(file).map((prop) => [prop.name, prop.type]));
  return typed.map((prop) => {
    const type = prop.type.kind === 'other' ? used.get(prop.name) : undefined;
    return type?.kind === 'object' ? { ...prop, type } : prop;
  });
}

/** Whether a component takes the props of a page as the digest gives them, by the type that this package has for that. */
export function takesLayoutProps({ module: { program } }: AstroFile): boolean {
  return program.body.some(
    (statement) =>
      statement.type === 'ImportDeclaration' &&
      statement.source.value === 'astro-digest' &&
      statement.specifiers.some(
        (each) =>
          each.type === 'ImportSpecifier' &&
          each.imported.type === 'Identifier' &&
          each.imported.name === 'LayoutProps',
      ),
  );
}
