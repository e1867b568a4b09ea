import { expect, test } from 'vitest';
import { config, initSite } from './init-site.ts';

const { write, read, init } = initSite();

const tailwind = (name: string, version: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version }),
});

test('the line that the command of Tailwind 4 needs goes to the end of its style sheet, once', async () => {
  await write({
    'astro.config.mjs': config,
    'src/styles/global.css': "@import 'tailwindcss';\r\n@theme {}",
    'src/styles/other.css': 'p { margin: 0 }\n',
    ...tailwind('tailwindcss', '4.3.5'),
    ...tailwind('@tailwindcss/cli', '4.3.5'),
  });
  const { status, out } = await init(['--yes']);
  expect(status, out).toBe(0);
  expect(out).toContain('src/styles/global.css: keeps words of digests from becoming class names');
  const sheet = `@import 'tailwindcss';\r\n@theme {}\r\n@source not "../content/digests";\r\n`;
  expect(await read('src/styles/global.css')).toBe(sheet);
  expect(await read('src/styles/other.css')).toBe('p { margin: 0 }\n');
  await init(['--yes']);
  expect(await read('src/styles/global.css')).toBe(sheet);
});

test('where the configuration of Tailwind 3 needs a line, the site is told', async () => {
  const text = "export default { content: ['./src/**/*.{astro,md,txt}'] };\n";
  await write({
    'astro.config.mjs': config,
    'tailwind.config.mjs': text,
    ...tailwind('tailwindcss', '3.4.19'),
  });
  const { status, out } = await init(['--yes']);
  expect(status, out).toBe(0);
  expect(out).toContain("write `'!./src/content/digests/**'` at the end of `content` of tailwind.config.mjs");
  expect(await read('tailwind.config.mjs')).toBe(text);
});
