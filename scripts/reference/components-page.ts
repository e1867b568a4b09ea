import { readComponents, type Component } from './components.ts';
import { code, list, page, paragraphs, wrap } from './markdown.ts';
import { memberItem } from './options-page.ts';

/** Components that are made for pages of a site's own. */
const parts = ['LatestIssue', 'PaperList', 'PaperCard', 'SearchBox'];

/** Every component of the theme, with its props and its slots. */
export function componentsPage(): string {
  const components = readComponents();
  return page(
    '# Components',
    wrap(
      'Each is imported from `astro-digest/components/<Name>.astro`; that of a digest with a name has it behind, such as `LatestIssue.astro?digest=vision`. The option `components` puts one of the site’s own in place of any of them, which gets the same props and slots.',
    ),
    '## For pages of your own',
    'They put no id and no script into the page.',
    ...components.filter(({ name }) => parts.includes(name)).map(componentText),
    '## Parts of the digest’s pages',
    wrap(
      'A `Library` is all issues and papers and what follows from them, an `Issue` and a `Paper` are entries of the [collections](collections.md).',
    ),
    ...components.filter(({ name }) => !parts.includes(name)).map(componentText),
  );
}

function componentText({ name, text, props, propsType, slots }: Component): string {
  const whole =
    propsType === undefined ? '' : `Its props are ${code(propsType)}${props.length > 0 ? ':' : '.'}`;
  return page(
    `### ${code(name)}`,
    paragraphs(text),
    whole,
    props.length > 0 && list(props.map(memberItem)),
    slots.length > 0 && !text.includes('Slots:') && `Slots: ${slots.map(code).join(', ')}.`,
  ).trimEnd();
}
