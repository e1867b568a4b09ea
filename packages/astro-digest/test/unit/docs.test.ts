import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import ts from 'typescript';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { anchorsOf, blocksOf, linksOf, markdownPages, readPage, repository } from '../docs/pages.ts';

const pages = markdownPages();
const blocks = pages.flatMap(blocksOf);

/** What is wrong with a block, by its language. */
const problemsOf: Record<string, (code: string) => string[]> = {
  js: problemsOfScript,
  ts: problemsOfScript,
  astro: problemsOfComponent,
  mdx: (code) => problemOf(() => unified().use(remarkParse).use(remarkMdx).parse(code)),
  json: (code) => problemOf(() => JSON.parse(code)),
  jsonc: (code) => {
    const { error } = ts.parseConfigFileTextToJson('block.jsonc', code);
    return error ? [ts.flattenDiagnosticMessageText(error.messageText, '\n')] : [];
  },
  yaml: (code) => problemOf(() => parseYaml(code)),
};

/** Languages whose blocks are not read here, and why. */
const notRead: Record<string, string> = {
  '': 'what a program prints, or a drawing',
  text: 'what a program prints, or a text without a grammar; digests and papers are built by build/docs.test.ts',
  idl: 'a notation for syntax trees that nothing reads',
  sh: 'run by build/docs.test.ts',
  css: 'built by build/docs.test.ts',
};

test.each(pages)('the links of $path lead somewhere', (page) => {
  const dead = linksOf(page).flatMap(({ url, line }) => {
    if (/^(?:https?|mailto):/.test(url)) return [];
    const [path = '', anchor] = url.split('#').map(decodeURIComponent);
    const target = path === '' ? page.path : normalize(join(dirname(page.path), path)).replaceAll('\\', '/');
    const isThere = existsSync(repository + target);
    const hasAnchor =
      anchor === undefined || (isThere && target.endsWith('.md') && anchorsOf(readPage(target)).has(anchor));
    return isThere && hasAnchor ? [] : [`${page.path}:${line} ${url}`];
  });
  expect(dead).toEqual([]);
});

test('a link to what is not there is seen', () => {
  const page = readPage('docs/README.md');
  expect(linksOf(page).length).toBeGreaterThan(20);
  expect(anchorsOf(readPage('docs/scale.md'))).toContain('more-than-one-machine');
  expect(anchorsOf(readPage('docs/scale.md'))).not.toContain('more');
});

test('the index leads to every page of the docs', () => {
  const linked = linksOf(readPage('docs/README.md')).map(({ url }) => `docs/${url.split('#')[0]}`);
  const docs = pages.map(({ path }) => path).filter((path) => path.startsWith('docs/'));
  expect(docs.filter((path) => path !== 'docs/README.md' && !linked.includes(path))).toEqual([]);
});

test('the first page is short, has its picture and leads to the docs', () => {
  const { text, ...page } = readPage('README.md');
  expect(text.split('\n').length).toBeLessThan(150);
  const urls = linksOf({ ...page, text }).map(({ url }) => url);
  expect(urls).toContain('docs/README.md');
  expect(urls).toContain('docs/tutorial.md');
  for (const url of urls.filter((url) => url.endsWith('.png'))) {
    expect(statSync(repository + url).size).toBeGreaterThan(10_000);
  }
  expect(urls.filter((url) => url.endsWith('.png'))).not.toEqual([]);
});

test('every block of code is of a language that is read here, or shown for a reason', () => {
  const languages = [...new Set(blocks.map(({ language }) => language))];
  const readers = Object.keys(problemsOf);
  expect(languages.filter((language) => !readers.includes(language) && !(language in notRead))).toEqual([]);
});

test.each(blocks.filter(({ language }) => language in problemsOf))(
  'the $language of $place can be read',
  ({ language, code }) => {
    expect(problemsOf[language]?.(code)).toEqual([]);
  },
);

/** A program, or some properties of an object such as `security: { … },`. */
function problemsOfScript(code: string): string[] {
  const problems = problemsOfTypeScript(code);
  return problems.length > 0 && problemsOfTypeScript(`({${code}})`).length === 0 ? [] : problems;
}

/** The script of a component; what is around it is built by build/docs.test.ts where the block is a file. */
function problemsOfComponent(code: string): string[] {
  const script = /^---\n([\s\S]*?)^---$/m.exec(code)?.[1];
  return script === undefined
    ? ['There is no script between two lines of ---.']
    : problemsOfTypeScript(script);
}

function problemsOfTypeScript(code: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.Latest, module: ts.ModuleKind.ESNext },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

function problemOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
