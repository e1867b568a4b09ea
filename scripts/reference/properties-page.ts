import { block, code, page, wrap } from './markdown.ts';
import { readProperties } from './properties.ts';

/** The custom properties that a site may set. */
export function propertiesPage(): string {
  const groups = Map.groupBy(readProperties(), ({ text }) => text);
  return page(
    '# Custom properties',
    'They belong to `.digest`, in the cascade layer `digest.tokens`: what a site sets outside of a layer wins, wherever it stands.',
    block('css', '.digest {\n  --digest-accent: light-dark(#0b5c4a, #7fd1b9);\n}'),
    ...[...groups].map(([text, properties]) =>
      [text, properties.map(({ name, value }) => `- ${code(name)}: ${code(value)}`).join('\n')].join('\n\n'),
    ),
    wrap(
      'In a page or a layout of the site’s own, the ink is that of the site, the paper is transparent, and whether it is light or dark is the site’s.',
    ),
  );
}
