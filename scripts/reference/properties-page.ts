import { block, code, page, wrap } from './markdown.ts';
import { readProperties } from './properties.ts';

/** The custom properties that a site may set. */
export function propertiesPage(): string {
  const groups = Map.groupBy(readProperties(), ({ text }) => text);
  return page(
    '# Custom properties',
    wrap(
      'A site may set them on `.digest`, or on any element around it, in a layer or not: the digest sets none of them. What stands here is what holds where a site sets nothing.',
    ),
    block('css', '.digest {\n  --digest-accent: light-dark(#0b5c4a, #7fd1b9);\n}'),
    ...[...groups].map(([text, properties]) =>
      [text, properties.map(({ name, value }) => `- ${code(name)}: ${code(value)}`).join('\n')].join('\n\n'),
    ),
    wrap(
      "In a page or a layout of the site’s own, fonts, ink, the size of the text and links in a text are those of the site, the paper is transparent, and whether it is light or dark is the site’s; with [`look: 'digest'`](options.md#look) they are the digest’s. A property that is set holds there, too. Lengths in `em` are those of the text around.",
    ),
  );
}
