import { en } from '../../packages/astro-digest/src/strings/en.ts';
import { languages } from '../../packages/astro-digest/src/strings/index.ts';
import { code, list, page, wrap } from './markdown.ts';

/** Every string of the interface. */
export function stringsPage(): string {
  return page(
    '# Strings of the interface',
    wrap(
      `The option \`lang\` chooses the language: ${Object.keys(languages).map(code).join(', ')}. The option \`strings\` puts your own words in place of any string, such as \`strings: { latest: 'Today' }\`. What stands in braces is filled in. A string with forms has one for each plural category of the language (\`zero\`, \`one\`, \`two\`, \`few\`, \`many\`), and always \`other\`.`,
    ),
    list(
      Object.entries(en).map(
        ([key, text]) => `${code(key)}: ${typeof text === 'string' ? code(text) : forms(text)}`,
      ),
    ),
  );
}

function forms(text: Readonly<Record<string, string>>): string {
  return Object.entries(text)
    .map(([category, form]) => `${category} ${code(form)}`)
    .join(', ');
}
