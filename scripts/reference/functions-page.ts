import { readExports, type Exported } from './functions.ts';
import { code, list, page, paragraphs, wrap } from './markdown.ts';
import { memberItem } from './options-page.ts';
import { membersOf, parseSource } from './source.ts';

const runtime = 'packages/astro-digest/src/runtime/public.ts';

/** Interfaces of what the functions give, and the files that they are in. */
const interfaces = {
  Addresses: 'packages/astro-digest/src/model/addresses.ts',
  Library: 'packages/astro-digest/src/model/library.ts',
  Archive: 'packages/astro-digest/src/model/archive.ts',
  Period: 'packages/astro-digest/src/model/archive.ts',
  RelatedPaper: 'packages/astro-digest/src/model/library.ts',
  Review: 'packages/astro-digest/src/model/reviews.ts',
  SharedName: 'packages/astro-digest/src/model/shared-names.ts',
  Topic: 'packages/astro-digest/src/model/topics.ts',
  TopicChange: 'packages/astro-digest/src/model/topic-changes.ts',
  NewTopic: 'packages/astro-digest/src/model/topic-changes.ts',
  Trend: 'packages/astro-digest/src/model/trends.ts',
  Trends: 'packages/astro-digest/src/model/trends.ts',
  Watch: 'packages/astro-digest/src/model/watches.ts',
};

/** What components and pages of a site may import from `astro-digest/runtime`. */
export function functionsPage(): string {
  return page(
    '# Functions for components and pages',
    wrap(
      'They are imported from `astro-digest/runtime` in components and pages of the site’s own; those of a digest with a name from `astro-digest/runtime?digest=vision`. They stay as they are within a major version; what else is in the package’s folders may change with any.',
    ),
    wrap(
      'The types `Issue` and `Paper`, from the same module, are entries of the [collections](collections.md).',
    ),
    ...readExports(runtime).map(exportedText),
    ...Object.entries(interfaces).map(
      ([name, path]) =>
        `## The type ${code(name)}\n\n${list(membersOf(parseSource(path), name).map(memberItem))}`,
    ),
  );
}

function exportedText({ name, call, type, text, tags }: Exported): string {
  const rows = tags.map(([tag, said]) => (tag === 'throws' ? `Throws ${said}` : `${code(tag)}: ${said}`));
  return page(
    `## ${code(name)}`,
    code(`${call}: ${type}`),
    paragraphs(text),
    rows.length > 0 && list(rows),
  ).trimEnd();
}
