import type { PackageEdit, Step } from './authored-site.ts';
import { withFile, withoutFile } from './authored-site.ts';
import { cardText, layouts, layoutText, middlewareText, wordText } from './layouts.ts';
import { sentence } from './sources.ts';

const postFolder = 'src/content/posts/';

/** Places of the package that another version can have otherwise: some of them show in pages, files or the index, others nowhere. */
const packagePlaces: readonly (readonly [path: string, find: string, put: (word: string) => string])[] = [
  ['dist/content/index.js', '', (word) => `// ${word}\n`],
  ['dist/model/related.js', '', (word) => `// ${word}\n`],
  ['dist/kept/page-keys.js', '', (word) => `// ${word}\n`],
  ['dist/search/index-worker.js', '', (word) => `// ${word}\n`],
  ['dist/strings/en.js', "related: 'Related papers'", (word) => `related: '${word}'`],
  ['dist/content/digest-to-html.js', 'return `<p>$', (word) => `return \`<p title="${word}">$`],
  ['dist/search/records.js', 'content: without', (word) => `content: '${word} ' + without`],
  ['dist/endpoints/llms.js', '', (word) => `// ${word}\n`],
  ['components/PaperFacts.astro', '', (word) => `<i>${word}</i>\n`],
  ['styles/paper.css', '', (word) => `.digest .${word} { color: red; }\n`],
];

/** What an author does to the rest of a site. */
export const siteSteps: readonly Step[] = [
  (site, random) => {
    const takes = random.pick(layouts);
    const text = layoutText(takes, sentence(random, 2));
    const did = `layout with ${takes.join(', ') || 'nothing'} in`;
    const changed = withFile(site, 'src/layouts/Base.astro', text, did);
    return { ...changed, options: { ...changed.options, layout: true } };
  },
  (site, random) => withFile(site, 'src/theme/Card.astro', cardText(sentence(random, 2)), 'edited'),
  (site, random) => withFile(site, 'src/theme/word.ts', wordText(sentence(random, 1)), 'edited'),
  (site, random) =>
    withFile(site, 'src/theme/Note.astro', `<em>${sentence(random, 1)}<slot /></em>\n`, 'edited'),
  (site, random) =>
    withFile(site, 'src/styles/site.css', `h1 { letter-spacing: ${random.between(1, 9)}px; }\n`, 'edited'),
  (site, random) => {
    const text = `---\ntitle: ${sentence(random, 3)}\n---\nText.\n`;
    return withFile(site, `${postFolder}p${random.between(1, 3)}.md`, text, 'wrote');
  },
  (site, random) => {
    const posts = [...site.sources.keys()].filter((path) => path.startsWith(postFolder)).sort();
    return posts.length > 1
      ? withoutFile(site, random.pick(posts), 'removed')
      : withFile(site, `${postFolder}second.md`, '---\ntitle: Second post\n---\n', 'wrote');
  },
  (site, random) =>
    site.sources.has('src/middleware.ts') && random.chance(0.3)
      ? withoutFile(site, 'src/middleware.ts', 'removed')
      : withFile(site, 'src/middleware.ts', middlewareText(sentence(random, 1)), 'wrote'),
  (site, random) => withFile(site, 'public/robots.txt', sentence(random), 'edited'),
  (site, random) => withFile(site, 'src/pages/own.astro', `<p>${sentence(random)}</p>\n`, 'wrote'),
  (site, random) => withFile(site, '.env', `PUBLIC_WORD=${sentence(random, 1)}\n`, 'edited'),
  (site, random) => withFile(site, 'package-lock.json', `{ "version": ${random.between(2, 99)} }`, 'edited'),
  (site, random) => {
    const [path, find, put] = random.pick(packagePlaces);
    const edit: PackageEdit = { path, find, put: put(sentence(random, 1).slice(0, -1)) };
    const others = site.version.filter((other) => other.path !== path);
    return { ...site, version: [...others, edit], did: `another version: ${path}` };
  },
];
