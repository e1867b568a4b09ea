import {
  ancestorsOf,
  everyElement,
  isComponent,
  readAstroFile,
  textAttribute,
  type AstroFile,
} from '../markup/astro-file.ts';
import type { Element } from '../markup/astro-template.ts';
import { editText, Refusal, type Edit, type Insertion } from '../edit.ts';
import { addImport } from '../insertions.ts';
import { findLinkList, writeItem, type OwnLink } from './link-list.ts';
import { usesOf } from '../module.ts';
import type { SiteComponents } from '../site/site-components.ts';
import { isForeign } from '../site/site-files.ts';
import { plainStyle, styleOf } from '../style.ts';

const source = 'astro-digest/components/DigestNav.astro';
const name = 'DigestNav';
/** What tells of a `nav` by its name that it leads elsewhere than to the parts of the site. */
const others = /bread|crumb|pagin|toc|contents|social|footer|skip|prev|next|share|lang/i;
/** Where no navigation of the site is. */
const elsewhere = new Set(['footer', 'aside', 'article']);
/** How many components may be looked through. */
const most = 60;

/** The lines to write by hand. */
export const navigationLines = [`import ${name} from '${source}';`, `<${name} />`];

/** A navigation of the site, and the file that it is in. */
export interface Navigation {
  path: string;
  edit: Edit;
}

/**
 * Finds the navigation of a site, in a file and the components that it uses, and puts a link to the digest behind its last one.
 *
 * @param from the layout of the site's pages, or where there is none, a page
 * @param link what leads to the digest where links are components of the site's own
 * @returns undefined when there is none that a link can be put into
 */
export function linkInNavigation(
  components: SiteComponents,
  from: AstroFile,
  link: OwnLink | undefined,
): Navigation | undefined {
  const files = filesFrom(components, from);
  const linked = files.find(({ text }) => text.includes(source));
  if (linked) return { path: linked.path, edit: { kind: 'present' } };
  for (const file of files) {
    if (isForeign(file.path) || !findNav(file, link)) continue;
    const edit = editText(file.text, (text) => findInsertions(readAstroFile(text, file.path), link));
    if (edit.kind !== 'refused') return { path: file.path, edit };
  }
  return undefined;
}

/** A file and the Astro files that it uses, from the outermost ones on. */
function filesFrom(components: SiteComponents, from: AstroFile): AstroFile[] {
  const files = new Set([from]);
  for (const file of files) {
    for (const element of everyElement(file.elements)) {
      const used = files.size < most ? components.fileOf(element, file) : undefined;
      if (used) files.add(used);
    }
  }
  return [...files];
}

function findNav(file: AstroFile, link: OwnLink | undefined): Element | undefined {
  return [...everyElement(file.elements)].find(
    (element) =>
      element.name === 'nav' &&
      !['class', 'id', 'aria-label'].some((key) => others.test(textAttribute(element, key) ?? '')) &&
      ![...ancestorsOf(element)].some(({ name }) => elsewhere.has(name)) &&
      findLinkList(file, element, link) !== undefined,
  );
}

function findInsertions(file: AstroFile, link: OwnLink | undefined): Insertion[] {
  if (file.text.includes(source) || hasLink(file, link)) return [];
  const nav = findNav(file, link);
  const list = nav && findLinkList(file, nav, link);
  if (!list) throw new Refusal('it has no list of links');
  const item = { offset: list.end, text: writeItem(list, `<${name}`, link) };
  if (isComponent(list.link)) return [item];
  if (usesOf(file.module, name).size > 0)
    throw new Refusal(`it uses the name \`${name}\` for something else`);
  return [item, importInto(file)];
}

/** Whether a link that is a component of the site's own leads to the digest. */
function hasLink(file: AstroFile, link: OwnLink | undefined): boolean {
  return [...everyElement(file.elements)].some(
    (element) => link !== undefined && textAttribute(element, 'href')?.replace(/\/$/, '') === link.address,
  );
}

function importInto({ text, module, code }: AstroFile): Insertion {
  const style = styleOf(module);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? plainStyle.lineEnd;
  const statement = `import ${name} from ${style.quote}${source}${style.quote}${style.end}`;
  if (!code) {
    const offset = text.startsWith('\uFEFF') ? 1 : 0;
    return { offset, text: ['---', statement, '---', '', ''].join(lineEnd) };
  }
  if (module.program.body.length === 0) return { offset: code.start, text: `${lineEnd}${statement}` };
  return addImport(module, statement, style);
}
