import { expect, test } from 'vitest';
import { config, initSite } from './init-site.ts';

const { write, read, site, init } = initSite();

const layout = `---
interface Props { title: string }
const { title } = Astro.props;
---
<html lang="en">
  <head><title>{title}</title><slot name="head" /></head>
  <body><nav><a href="/">Home</a> <a href="/owls/">Owls</a></nav><main><slot /></main></body>
</html>
`;
const page = `---
import Base from '../layouts/Base.astro';
---
<Base title="Owls"><h1>Owls</h1></Base>
`;
const files = { 'src/layouts/Base.astro': layout, 'src/pages/index.astro': page };
const digestOptions = (options: string) =>
  config.replace('[]', `[digest(${options})]`).replace('\n\n', "\nimport digest from 'astro-digest';\n\n");

test('with --no-layout the layout and the navigation stay as they are', async () => {
  await write({ ...files, 'astro.config.mjs': config });
  expect(await init(['--yes', '--no-layout'])).toMatchObject({ status: 0, error: '' });
  const { 'astro.config.mjs': written, ...others } = await site();
  expect(written).toContain("digest({ title: 'Daily Papers' })");
  expect(others).toMatchObject(files);
  expect(Object.keys(others)).not.toContain('src/layouts/Digest.astro');
});

test('a digest() without options, as `astro add` leaves it, gets the layout, too', async () => {
  await write({ ...files, 'astro.config.mjs': digestOptions('') });
  expect(await init(['--yes'])).toMatchObject({ status: 0, error: '' });
  expect(await read('astro.config.mjs')).toContain(
    "digest({ title: 'Daily Papers', layout: './src/layouts/Digest.astro' })",
  );
  expect(await read('src/layouts/Digest.astro')).toContain('<Base title={title}>');
});

test('where digest() has options, how the digest looks is decided', async () => {
  await write({ ...files, 'astro.config.mjs': digestOptions("{ title: 'Owls' }") });
  expect(await init(['--yes'])).toMatchObject({ status: 0, error: '' });
  expect(await site()).toMatchObject({ ...files, 'astro.config.mjs': digestOptions("{ title: 'Owls' }") });
});

test('a config that has the printed lines by hand gets the layout that they name', async () => {
  const own = "import { all } from './integrations.mjs';\nexport default { integrations: all };\n";
  await write({ ...files, 'astro.config.mjs': own });
  const { status, error } = await init(['--yes']);
  expect(status).toBe(1);
  const options = "{ title: 'Daily Papers', layout: './src/layouts/Digest.astro' }";
  expect(error).toContain(`    integrations: [digest(${options})],\n`);
  expect(await site()).toEqual({ ...files, 'astro.config.mjs': own });

  await write({ 'astro.config.mjs': digestOptions(options) });
  expect(await init(['--yes'])).toMatchObject({ status: 0, error: '' });
  expect(await read('src/layouts/Digest.astro')).toContain('<Base title={title}>');
  expect(await read('src/layouts/Base.astro')).toContain('<a href="/owls/">Owls</a> <DigestNav /></nav>');
});

test('a file that is there where the layout would be stays, and a sentence says so', async () => {
  const own = '<html><body><slot /></body></html>\n';
  await write({ ...files, 'astro.config.mjs': config, 'src/layouts/Digest.astro': own });
  const { status, out } = await init(['--yes']);
  expect(status).toBe(0);
  expect(out).toContain(
    'The digest has a layout of its own instead of src/layouts/Base.astro, because src/layouts/Digest.astro, which would put the digest into it, is there already with another text: ',
  );
  expect(await read('src/layouts/Digest.astro')).toBe(own);
  expect(await read('astro.config.mjs')).toContain("[digest({ title: 'Daily Papers' })]");
});

const markdownPage = '---\nlayout: ../layouts/Base.astro\n---\n\n# Owls\n';

test.each<[string, string, string]>([
  [
    'a required prop',
    layout.replace('title: string', 'title: string; author: string'),
    'the digest has nothing for its prop `author`',
  ],
  [
    'a required field',
    layout.replace('title: string', 'title: string; seo: { day: Date }'),
    'the digest has nothing for its prop `seo.day`',
  ],
  ['no document in it', '<div><slot /></div>\n', 'it makes no document'],
  ['a tag without an end', `${layout}<p class="owls`, "it can't be read"],
  ['no slot', layout.replace('<slot />', ''), 'it has no slot that a page could be put into'],
  [
    'a slot in its footer',
    layout.replace('<slot />', '<footer><slot /></footer>'),
    'it has no slot that a page could be put into',
  ],
  [
    'all handed on',
    layout
      .replace('interface Props { title: string }', "import Seo from 'seo/Seo.astro';")
      .replace('<title>', '<Seo {...Astro.props} /><title>'),
    'it hands all its props on to another component',
  ],
  [
    'something of a prop read that may be missing',
    layout
      .replace('interface Props { title: string }', '')
      .replace('{ title }', '{ title, day }')
      .replace('<main>', '<main>{day.toISOString()}'),
    'the digest has nothing for its prop `day`',
  ],
])('a layout with %s is left alone, with the reason in one sentence', async (_, text, reason) => {
  await write({
    ...files,
    'src/layouts/Base.astro': text,
    'src/pages/a.md': markdownPage,
    'astro.config.mjs': config,
  });
  const { status, out } = await init(['--yes']);
  expect(status).toBe(0);
  expect(out).toContain(
    `The digest has a layout of its own instead of src/layouts/Base.astro, because ${reason}: change that, or write a layout for the digest and name it in \`layout\`, as docs/how-to/own-layout.md tells.\n`,
  );
  expect(Object.keys(await site())).not.toContain('src/layouts/Digest.astro');
});

test.each([
  'layout: ../layouts/Base.astro   ',
  'layout:   ../layouts/Base.astro\t',
  'layout: ../layouts/Base.astro # that of all notes',
  'layout: "../layouts/Base.astro"  ',
  "layout: '../layouts/Base.astro' # that of all notes",
  'title: Owls\r\nlayout: ../layouts/Base.astro \r',
])('the layout of a Markdown page is found by the line %j', async (line) => {
  const markdown = `---\n${line}\n---\n\n# Owls\n`;
  await write({ 'src/layouts/Base.astro': layout, 'src/pages/a.md': markdown, 'astro.config.mjs': config });
  expect(await init(['--yes'])).toMatchObject({ status: 0, error: '' });
  expect(await read('src/layouts/Digest.astro')).toContain("import Base from './Base.astro';");
});

test.each(['layout:', 'layout: # none', "layout: ''"])(
  'the line %j of a Markdown page names no layout',
  async (line) => {
    await write({ 'src/pages/a.md': `---\n${line}\n---\n\n# Owls\n`, 'astro.config.mjs': config });
    const { out } = await init(['--yes']);
    expect(out).toContain('because no page in src/pages is in one that could be found: ');
  },
);

test('a site whose pages come from elsewhere is told so, too', async () => {
  await write({ 'astro.config.mjs': config, 'src/content/docs/owls.md': '# Owls\n' });
  const { out } = await init(['--yes']);
  expect(out).toContain('because no page in src/pages is in one that could be found: ');
});
