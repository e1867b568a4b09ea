import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { membersOf, parseSource, readSource, textOfComment, type Member } from './source.ts';

/** A component of the theme. */
export interface Component {
  name: string;
  /** What the comment at its head says. */
  text: string;
  props: Member[];
  /** What its props are where they are those of something else, such as `IssueRouteData`. */
  propsType?: string;
  /** Names of its slots; `default` is the one without a name. */
  slots: string[];
}

const folder = 'packages/astro-digest/components';

/** The interfaces that several components take their props from, and the files that they are in. */
const sharedProps = {
  'packages/astro-digest/src/runtime/route-data.ts':
    /^(?:Category|Issue|Paper|Period|Review|Topic|Person|Watch)RouteData$/,
  'packages/astro-digest/src/model/layout-props.ts': /^LayoutProps$/,
};

/** All components of the theme, by name. */
export function readComponents(): Component[] {
  return readdirSync(new URL(`../../${folder}`, import.meta.url))
    .filter((file) => file.endsWith('.astro'))
    .sort()
    .map((file) => readComponent(file.replace('.astro', '')));
}

function readComponent(name: string): Component {
  const path = `${folder}/${name}.astro`;
  const [, head = '', template = ''] = readSource(path).split(/^---$/m);
  const file = parseSource(path, head);
  const comment = /\/\*\*[\s\S]*?\*\//.exec(head)?.[0] ?? '';
  return {
    name,
    text: textOfComment(comment),
    ...propsOf(file),
    slots: slotsOf(template),
  };
}

function propsOf(file: ts.SourceFile): Pick<Component, 'props' | 'propsType'> {
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === 'Props') {
      return { props: membersOf(file, 'Props') };
    }
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === 'Props') {
      const propsType = statement.type.getText();
      const shared = Object.entries(sharedProps).find(([, names]) => names.test(propsType));
      return { props: shared ? membersOf(parseSource(shared[0]), propsType) : [], propsType };
    }
  }
  return { props: [] };
}

function slotsOf(template: string): string[] {
  const names = [...template.matchAll(/<slot(?: name="([^"]+)")?/g)].map(([, name = 'default']) => name);
  return [...new Set(names)].sort();
}
