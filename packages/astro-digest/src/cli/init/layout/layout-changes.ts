import { posix } from 'node:path';
import type { AstroFile } from '../markup/astro-file.ts';
import type { AstroConfigFacts } from '../astro-config.ts';
import type { Change } from '../change.ts';
import { writeDigestLayout } from './digest-layout.ts';
import { Refusal } from '../edit.ts';
import { findLayouts, findPages } from './find-layouts.ts';
import { linkInNavigation, navigationLines } from '../navigation/navigation.ts';
import { SiteComponents } from '../site/site-components.ts';
import { isForeign, type SiteFiles } from '../site/site-files.ts';

/** What the digest has of the site around it. */
export interface LayoutChanges {
  /** Path of the layout for the digest's pages, as `layout` in astro.config has it; undefined for the digest's own. */
  layout: string | undefined;
  /** Whether that layout shows the titles of pages. */
  showsTitle: boolean;
  changes: Change[];
}

const howTo = 'name it in `layout`, as docs/how-to/own-layout.md tells';

/**
 * Works out how the digest's pages come into the layout of the site's others, and how its navigation leads to them.
 *
 * @param srcDir folder of the site's sources, from its root
 * @param title title of the digest
 * @param facts what astro.config tells of the site
 */
export function findLayoutChanges(
  files: SiteFiles,
  srcDir: string,
  title: string,
  facts: AstroConfigFacts,
): LayoutChanges {
  const path = posix.join(srcDir, 'layouts/Digest.astro');
  const option = `./${path}`;
  const isNamed =
    facts.layout !== undefined && facts.layout !== 'open' && posix.normalize(facts.layout) === path;
  // Whoever has chosen options has chosen how the digest looks; a layout that the config names already is still to be written.
  const nothing = { layout: undefined, showsTitle: false, changes: [] };
  if (facts.layout !== 'open' && !(isNamed && !files.has(path))) return nothing;

  const components = new SiteComponents(files);
  const pages = findPages(components, srcDir);
  const isEmpty = pages.length === 0 && !files.list(srcDir).some((each) => /\.(?:astro|mdx?)$/.test(each));
  if (isEmpty) return nothing;
  const around = putInLayout(components, pages, path, posix.join(srcDir, 'pages'));
  const from = around.from ?? components.get(pages.find((page) => page.endsWith('/index.astro')) ?? '');
  return {
    layout: around.layout === path ? option : around.layout && `./${around.layout}`,
    showsTitle: around.showsTitle,
    changes: [...around.changes, ...(from ? linkFrom(components, from, title, facts) : [])],
  };
}

/** The first of the site's layouts that can be around the digest. */
function putInLayout(
  components: SiteComponents,
  pages: readonly string[],
  path: string,
  folder: string,
): LayoutChanges & { from: AstroFile | undefined } {
  const layouts = findLayouts(components, pages).filter((layout) => layout.path !== path);
  const reasons: { path: string; reason: string; from: AstroFile | undefined }[] = [];
  for (const layout of layouts) {
    const file = components.get(layout.path);
    try {
      if (!file) throw new Refusal("it can't be read");
      const { text, showsTitle, losses } = writeDigestLayout(components, file, path, layout.specifier);
      const isNew = text !== undefined && components.files.read(path) !== text;
      if (isNew && components.files.has(path))
        throw new Refusal(`${path}, which would put the digest into it, is there already with another text`);
      const name = isForeign(layout.path) ? layout.specifier : layout.path;
      const why = `puts the digest into ${name}, the layout of your pages`;
      return {
        layout: text === undefined ? layout.path : path,
        showsTitle,
        from: file,
        changes: [
          ...(isNew ? [{ kind: 'write' as const, path, before: undefined, after: text, why }] : []),
          ...losses.map((message) => ({ kind: 'advice' as const, path: layout.path, message, lines: [] })),
        ],
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reasons.push({ path: layout.path, reason: error.message, from: file });
    }
  }
  const [first] = reasons;
  const message = first
    ? `The digest has a layout of its own instead of ${first.path}, because ${first.reason}: change that, or write a layout for the digest and ${howTo}.`
    : `The digest has a layout of its own, because no page in ${folder} is in one that could be found: write a layout for it and ${howTo}.`;
  return {
    layout: undefined,
    showsTitle: false,
    from: first?.from,
    changes: [{ kind: 'advice', path: first?.path ?? folder, message, lines: [] }],
  };
}

function linkFrom(
  components: SiteComponents,
  from: AstroFile,
  title: string,
  { hasBase }: AstroConfigFacts,
): Change[] {
  const link = hasBase ? undefined : { address: '/papers', text: title };
  const found = linkInNavigation(components, from, link);
  if (found?.edit.kind === 'changed') {
    const before = components.files.read(found.path);
    return [
      { kind: 'write', path: found.path, before, after: found.edit.text, why: 'a link in your navigation' },
    ];
  }
  if (found) return [];
  return [
    {
      kind: 'advice',
      path: from.path,
      message: 'No navigation was found that a link could be put into: write these lines where yours is.',
      lines: navigationLines,
    },
  ];
}
