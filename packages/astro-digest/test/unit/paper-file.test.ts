import { describe, expect, test } from 'vitest';
import { PaperFileError } from '../../src/content/paper-file-error.ts';
import { readPaperFile } from '../../src/content/paper-file.ts';

describe('front matter of a paper', () => {
  test('is at the start of its file or nowhere', async () => {
    const { frontMatter, text } = await readPaperFile('Owls hunt.\n\n---\ntitle: Owls\n---\n');
    expect(frontMatter).toEqual({});
    expect(text).toContain('Owls hunt.');
  });

  test('has any form of YAML', async () => {
    const { frontMatter } = await readPaperFile(
      '---\r\ntitle: >-\r\n  Owls\r\n  hunt\r\nauthors: &names [Mia Tern]\r\norganizations: *names\r\n---\r\n',
    );
    expect(frontMatter).toEqual({ title: 'Owls hunt', authors: ['Mia Tern'], organizations: ['Mia Tern'] });
  });

  test.each([
    ['title: "\\x01"', 2, 'title'],
    ['title: "\\u200b"', 2, 'title'],
    ['venue: Owls\ntitle: ""', 3, 'title'],
    ['venue: Owls\n"upvotes": -1', 3, 'upvotes'],
    ['venue: Owls\nzebra: 1\n"0": 1\n', 3, 'zebra'],
    ['venue: Owls\n"0": 1\nzebra: 1\n', 3, '0'],
    ['venue: Owls\ntitle: A\nvenue: Bats\n', 4, 'venue'],
    ['venue: *owls', 2, 'owls'],
    ['venue: [', 2, "can't be read"],
    [`${'a: 1\n'.repeat(50_000)}`, 2, 'longer than 100,000 characters'],
    [`${'k'.repeat(500)}: 1\n`, 2, 'kkkk …'],
    [Array.from({ length: 9000 }, (_, index) => `a${index}: 1\n`).join(''), 2, 'a0'],
    [`authors: ${'['.repeat(40_000)}`, 2, 'too deep'],
  ])('that says what no paper can say is told at its line: %#', async (yaml, line, word) => {
    const problem = await problemOf(`---\n${yaml.trimEnd()}\n---\nOwls hunt.\n`);
    expect(problem).toMatchObject({ ruleId: 'invalid-front-matter', place: { line } });
    expect(problem.message).toContain(word);
    expect(problem.message).toMatch(/^The front matter[^\n]{1,600}\.$/);
  });
});

async function problemOf(source: string): Promise<PaperFileError> {
  try {
    await readPaperFile(source);
  } catch (error) {
    if (error instanceof PaperFileError) return error;
    throw error;
  }
  throw new Error('The file was read.');
}
