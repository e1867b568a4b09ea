import { code, page, wrap } from './markdown.ts';
import { optionText } from './options-page.ts';
import { fieldsOf, type Field } from './schema-fields.ts';
import { membersOf, parseSource } from './source.ts';

const options = 'packages/astro-digest/src/content/collections.ts';
const schemas = 'packages/astro-digest/src/content/schemas.ts';
const frontMatter = 'packages/remark-digest/src/front-matter.ts';

/** The collections: options of `digestCollections()`, and the fields of their entries. */
export function collectionsPage(): string {
  const file = parseSource(schemas);
  return page(
    '# Collections',
    wrap(
      'In `src/content.config.ts`: `export const collections = { ...digestCollections() };`. It defines two collections, `issues` and `papers`; those of a digest with a name have it before them, such as `vision-papers`. `issuesLoader` and `papersLoader` take the same options, for a site that defines a collection itself.',
    ),
    '## Options of `digestCollections()`',
    ...membersOf(parseSource(options), 'DigestCollectionsOptions').map((option) => optionText(option, 3)),
    '## Fields of an entry of `issues`',
    'Its `id` is the name of its file or folder, such as `2025-03-12`. A `reference` is an object of `collection` and `id`.',
    fieldList(fieldsOf(file, 'issueSchemaOf')),
    '## Fields of an entry of `papers`',
    wrap(
      'Its `id` is that of its issue and a name made of its title, such as `2025-03-12/pointer-networks`; its `body` is the abstract as plain text.',
    ),
    fieldList(fieldsOf(file, 'paperSchemaOf')),
    '## Front matter of a digest',
    'Between two lines of `---` at the very start of the file. It wins over what the text says.',
    membersOf(parseSource(frontMatter), 'FrontMatterFields')
      .map((member) => item({ ...member, isOptional: false, fields: [] }, ''))
      .join('\n'),
    '## Front matter of a paper’s own `.mdx` file',
    'What it leaves out comes from the digest.',
    fieldList(fieldsOf(file, 'paperFrontMatterSchema').map((field) => ({ ...field, isOptional: false }))),
  );
}

function fieldList(fields: readonly Field[], indent = ''): string {
  return fields
    .map((field) => [item(field, indent), fieldList(field.fields, `${indent}  `)].filter(Boolean).join('\n'))
    .join('\n');
}

function item({ name, type, isOptional, text }: Field, indent: string): string {
  const may = isOptional ? ', may be absent' : '';
  return `${indent}- ${wrap(`${code(name)}: ${code(type)}${may}${text === '' ? '' : `. ${text}`}`, `${indent}  `)}`;
}
