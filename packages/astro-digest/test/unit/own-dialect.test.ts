import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dialects, fromDigest, splitIssues, type Dialect } from 'remark-digest';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf, readPage } from '../docs/pages.ts';

const blocks = blocksOf(readPage('docs/how-to/own-dialect.md'));
const digest = blocks.find(({ language }) => language === 'text')?.code ?? '';
const source = blocks.find(({ file }) => file === 'src/diary.ts')?.code ?? '';

let folder: string;
let diary: Dialect;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'own-dialect-'));
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.Latest, module: ts.ModuleKind.ESNext },
  });
  const parser = pathToFileURL(createRequire(import.meta.url).resolve('remark-digest')).href;
  const file = join(folder, 'diary.mjs');
  writeFileSync(file, outputText.replace("'remark-digest'", `'${parser}'`));
  ({ diary } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { diary: Dialect });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the dialect of the docs', () => {
  const read = (text: string) => fromDigest(text, { dialects: [diary, ...dialects] });

  it('reads the text of the docs', () => {
    const tree = read(digest);
    expect(tree.data?.digest?.messages).toEqual([]);
    expect(
      splitIssues(tree).map(({ data, children }) => [
        data?.digest?.date,
        children.flatMap((node) => (node.type === 'digestEntry' ? [node.title] : [])),
      ]),
    ).toEqual([
      ['2025-03-12', ['Counting Owls', 'Mapping Small Rivers']],
      ['2025-03-11', ['Hearing Bats']],
    ]);
  });

  it('has what it leaves named for it', () => {
    const messages = read(`${digest}\nA line of no paper\n`).data?.digest?.messages ?? [];
    expect(messages).toMatchObject([{ ruleId: 'unread-lines', line: 7 }]);
  });

  it('leaves other texts to other dialects', () => {
    const tree = read('Mar 12\n\nOwls\n\nThey fly. They see.');
    expect(tree.data?.digest?.dialect).toBe('hugging-face');
  });
});
