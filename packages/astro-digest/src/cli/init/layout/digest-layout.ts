import { basename, posix } from 'node:path';
import { takesLayoutProps } from './asked-props.ts';
import { everyElement, isComponent, type AstroFile } from '../markup/astro-file.ts';
import { Refusal } from '../edit.ts';
import { giveProps } from './given-props.ts';
import { frameOf } from './layout-frame.ts';
import type { SiteComponents } from '../site/site-components.ts';
import { isForeign } from '../site/site-files.ts';

/** How long a line with a tag may be, in UTF-16 code units. */
const longestLine = 100;

/** A layout of the digest's pages, made of one of the site's. */
export interface DigestLayout {
  /** The text of the layout around it; undefined where the digest can use the site's own as it is. */
  text: string | undefined;
  /** Whether it shows the titles of pages, which the digest's pages leave to it then. */
  showsTitle: boolean;
  /** What is lost in it, each as a sentence that says what to do. */
  losses: string[];
}

/**
 * Writes the small layout that hands on to a layout of the site's what the digest tells of a page.
 *
 * @param layout the site's layout
 * @param path where the small one shall be
 * @param specifier how files name the site's layout that are not beside it, where it is in a package
 * @throws Refusal when the layout can't be around the digest
 */
export function writeDigestLayout(
  components: SiteComponents,
  layout: AstroFile,
  path: string,
  specifier: string,
): DigestLayout {
  const frame = frameOf(components, layout);
  if (!frame) throw new Refusal('it makes no document');
  if (frame.page === undefined) throw new Refusal('it has no slot that a page could be put into');
  const { showsTitle } = frame;
  const losses = frame.head === undefined ? [headLoss(layout.path, frame.document.path, path)] : [];
  if (takesLayoutProps(layout) && frame.page === '' && !isForeign(layout.path))
    return { text: undefined, showsTitle, losses };
  if (handsAllOn(layout)) throw new Refusal('it hands all its props on to another component');

  const { attributes, sources } = giveProps(components, layout, showsTitle ? 'shortTitle' : 'title');
  if (!sources.has('title') && !sources.has('shortTitle'))
    losses.push(
      `${layout.path} takes no title, so all pages of the digest have the same one in the window: give it a prop \`title\`, and hand it on in ${path}.`,
    );
  const name = componentName(layout.path);
  const head = frame.head === '' ? '' : ` slot="${frame.head}"`;
  const page = frame.page === '' ? '' : ` slot="${frame.page}"`;
  const lines = [
    '---',
    `// The layout of the digest's pages, which astro.config names: it puts them into that of the site's others.`,
    "import type { LayoutProps } from 'astro-digest';",
    `import ${name} from '${importPath(layout.path, path, specifier)}';`,
    '',
    'type Props = LayoutProps;',
    ...(sources.size > 0 ? ['', `const { ${[...sources].join(', ')} } = Astro.props;`] : []),
    '---',
    '',
    ...openingTag(name, attributes),
    ...(frame.head === undefined ? [] : [`  <slot name="head"${head} />`]),
    frame.hasMain ? `  <slot${page} />` : `  <main${page}><slot /></main>`,
    `</${name}>`,
    '',
  ];
  return { text: lines.join('\n'), showsTitle, losses };
}

/** The tag that a component begins with, in one line where that is not too long. */
function openingTag(name: string, attributes: readonly string[]): string[] {
  const line = `<${[name, ...attributes].join(' ')}>`;
  return line.length <= longestLine ? [line] : [`<${name}`, ...attributes.map((each) => `  ${each}`), '>'];
}

/** What is lost where no slot leads into the head of the document. */
function headLoss(layout: string, document: string, path: string): string {
  const lost = `${document} has no slot in its \`<head>\`, so the pages of the digest go without their feeds, citations and linked data`;
  if (isForeign(document)) return `${lost}: a layout of your own can have one.`;
  const between = document === layout ? '' : `${layout} and `;
  return `${lost}: write \`<slot name="head" />\` before its \`</head>\`, and \`<slot name="head" slot="head" />\` as the first line inside of the layout in ${between}${path}.`;
}

/** Whether a component gives all that it gets to another one, which may then need anything. */
function handsAllOn(file: AstroFile): boolean {
  return [...everyElement(file.elements)].some(
    (element) =>
      isComponent(element) &&
      element.attributes.some(
        ({ name, value }) => name === '' && /^\.\.\.\s*(?:Astro\.props|props|rest)\b/.test(value),
      ),
  );
}

function componentName(path: string): string {
  const name = basename(path, '.astro').replace(/[^\w$]/g, '');
  return /^[A-Z]/.test(name) && name !== 'Digest' ? name : 'Layout';
}

/** How a file names a layout: by the way to it, or as the site does where it is in a package. */
function importPath(layout: string, from: string, specifier: string): string {
  if (isForeign(layout)) return specifier;
  const way = posix.relative(posix.dirname(from), layout);
  return way.startsWith('.') ? way : `./${way}`;
}
