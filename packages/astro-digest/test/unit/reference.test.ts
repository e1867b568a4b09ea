import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { referencePages } from '../../../../scripts/reference/pages.ts';
import { run as runRemarkDigest } from '../../../remark-digest/src/cli/run.ts';
import { run as runAstroDigest } from '../../src/cli/run.ts';
import { digestCollections } from '../../src/content/collections.ts';
import { issueSchema, paperFrontMatterSchema, paperSchema } from '../../src/content/schemas.ts';
import { resolveOptions } from '../../src/integration/options.ts';
import { digestRoutes } from '../../src/integration/routes.ts';
import { componentNames } from '../../src/integration/virtual-modules.ts';
import { routeKinds, type Routes } from '../../src/model/route-kinds.ts';
import { en } from '../../src/strings/en.ts';
import { anchorsOf, readPage, repository } from '../docs/pages.ts';

const page = (name: string) => readPage(`docs/reference/${name}.md`);

/** Names that stand as code at the start of an item of a list, or as a whole heading. */
function namesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/^(?: *- |#+ )`([^`]+)`/gm)].map(([, name = '']) => name));
}

/** The options that a wrong one is told to choose from. */
function optionsTold(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    const told = /is not an option: use ([^:]+)\.$/.exec((error as Error).message)?.[1] ?? '';
    return told.split(', ');
  }
  throw new Error('A wrong option was taken.');
}

test.each([...(await referencePages())])('%s is what the source says', (path, text) => {
  expect(readFileSync(repository + path, 'utf8'), 'run `pnpm reference --write`').toBe(text);
});

const wrong = { title: 'Papers', nope: true };

test('every option has its place', () => {
  const options = optionsTold(() => resolveOptions(wrong));
  expect(options.length).toBeGreaterThan(15);
  expect([...namesIn(page('options').text)]).toEqual(expect.arrayContaining(options));
  const collections = optionsTold(() => digestCollections({ nope: true } as object));
  expect(collections.length).toBeGreaterThan(3);
  expect([...namesIn(page('collections').text)]).toEqual(expect.arrayContaining(collections));
});

test('the readme of the package names every option as well', () => {
  const { text } = readPage('packages/astro-digest/README.md');
  const rows = [...text.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name);
  expect(rows).toEqual(expect.arrayContaining(optionsTold(() => resolveOptions(wrong))));
  expect(rows.filter((name) => name === 'name')).toHaveLength(2);
});

test('every option and every service of `subscribe` has its place', () => {
  const names = namesIn(page('options').text);
  const services = {
    buttondown: ['user'],
    mailchimp: ['action'],
    listmonk: ['url', 'lists'],
    kit: ['form'],
    url: ['action', 'method', 'field', 'hidden'],
  };
  for (const [service, needs] of Object.entries(services)) {
    const subscribe = { service, nope: true } as never;
    expect(optionsTold(() => resolveOptions({ title: 'Papers', subscribe }))).toEqual(['service', ...needs]);
    expect(page('options').text).toContain(`\`service\`: \`'${service}'\``);
    for (const name of needs) expect(names, name).toContain(name);
  }
});

test('every field of the collections and of front matter has its place and a sentence', () => {
  const sections = page('collections').text.split(/^## /m);
  for (const [heading, schema] of [
    ['Fields of an entry of `issues`', issueSchema],
    ['Fields of an entry of `papers`', paperSchema],
    ['Front matter of a paper’s own', paperFrontMatterSchema],
  ] as const) {
    const section = sections.find((text) => text.startsWith(heading)) ?? '';
    const top = [...section.matchAll(/^- `(\w+)`: `[^`]+`(?:, may be absent)?\. \S/gm)].map(
      ([, name]) => name,
    );
    expect(top, heading).toEqual(Object.keys(schema.shape));
  }
});

test('every kind of route has its place, with all of its paths', () => {
  const all = Object.fromEntries(routeKinds.map((kind) => [kind, true])) as Routes;
  const { text } = page('routes');
  expect([...namesIn(text)]).toEqual(expect.arrayContaining([...routeKinds]));
  for (const { pattern } of digestRoutes('/', all)) {
    expect([...namesIn(text)]).toContain(pattern.replace('[sitemap]', 'sitemap'));
  }
});

test('every component has its place, with its props and slots', () => {
  const folder = new URL('../../components/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.astro'));
  expect(files.map((file) => file.replace('.astro', '')).sort()).toEqual([...componentNames].sort());
  const sections = page('components').text.split(/^### /m);
  for (const name of componentNames) {
    const section = sections.find((text) => text.startsWith(`\`${name}\``)) ?? '';
    expect(section.split('\n\n')[1], name).toMatch(/^\S/);
    const source = readFileSync(new URL(`${name}.astro`, folder), 'utf8');
    const slots = [...source.matchAll(/<slot(?: name="([^"]+)")?/g)].map(([, slot = 'default']) => slot);
    const missing = [...propsTaken(source), ...slots].filter((part) => !section.includes(part));
    expect(missing, name).toEqual([]);
  }
});

/** The props that a component takes, where they are its own. */
function propsTaken(source: string): string[] {
  if (/type Props = (?:Pick|HTMLAttributes)</.test(source)) return [];
  const taken = /const \{([^}]*)\} = Astro\.props;/.exec(source)?.[1] ?? '';
  return [...taken.matchAll(/(?<=^|,)\s*(\w+)/g)].map(([, prop]) => `\`${prop}\``);
}

test('every custom property that a style sheet uses has its place', () => {
  const names = namesIn(page('custom-properties').text);
  const folder = new URL('../../styles/', import.meta.url);
  const used = readdirSync(folder).flatMap((file) => {
    const sheet = readFileSync(new URL(file, folder), 'utf8');
    return [...sheet.matchAll(/--_?(digest-[\w-]+)(?=\s*[:),])/g)].map(([, name]) => `--${name}`);
  });
  expect(used.length).toBeGreaterThan(100);
  for (const name of new Set(used)) expect(names).toContain(name);
});

test('every string and every command has its place', async () => {
  expect([...namesIn(page('strings').text)]).toEqual(expect.arrayContaining(Object.keys(en)));
  const commands = page('commands');
  for (const name of ['remark-digest', 'astro-digest']) {
    const manifest = JSON.parse(readFileSync(`${repository}packages/${name}/package.json`, 'utf8'));
    for (const bin of Object.keys(manifest.bin)) expect(anchorsOf(commands)).toContain(bin);
  }
  const told = [await toldBy(runAstroDigest), await toldBy(runRemarkDigest)].map(
    (text) => /: use ([^:.]+)\./.exec(text)?.[1]?.split(/, | or /) ?? [],
  );
  expect(told).toEqual([expect.arrayContaining(['merge']), ['convert', 'check', 'fetch']]);
  for (const command of told.flat()) {
    expect(commands.text).toMatch(new RegExp(`^ *(?:remark-digest )?${command} `, 'm'));
  }
});

/** What a program says of a command that it does not have. */
async function toldBy(run: typeof runRemarkDigest | typeof runAstroDigest): Promise<string> {
  let printed = '';
  const print = (text: string): void => void (printed += text);
  await run(['nope'], { out: print, err: print, error: print, colours: false } as never);
  return printed;
}
