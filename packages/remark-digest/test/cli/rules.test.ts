import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as cliFindings from '../../src/cli/findings.ts';
import { isError } from '../../src/cli/messages.ts';

const source = new URL('../../src/', import.meta.url);
const page = readFileSync(new URL('../../../../docs/cli.md', import.meta.url), 'utf8');
const rules = ['messages.ts', 'cli/findings.ts', 'cli/fetch/findings.ts'].flatMap((file) =>
  [...readFileSync(new URL(file, source), 'utf8').matchAll(/ruleId: '([a-z-]+)'/g)].map(
    ([, rule]) => rule ?? '',
  ),
);

describe('the rules', () => {
  const documented = [...(/\| errors[^]*?\n\n/.exec(page)?.[0] ?? '').matchAll(/`([a-z-]+)`/g)].map(
    ([, rule]) => rule,
  );

  it('that are errors are those of the reference page', () => {
    const errors = new Set(rules.filter((ruleId) => isError({ ruleId, reason: '' })));
    expect([...errors].sort()).toEqual(documented.toSorted());
  });

  it('that are errors are all in use', () => {
    const text = readFileSync(new URL('cli/messages.ts', source), 'utf8');
    const named = /new Set\(\[([^]*?)\]\)/.exec(text)?.[1]?.match(/[a-z]+-[a-z-]+/g) ?? [];
    expect(named.filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  it('of the command line have one sentence each, with a fix', () => {
    const found = Object.values(cliFindings).map((make) =>
      (make as (...args: unknown[]) => { reason: string })('Birds', 'rivers.txt'),
    );
    expect(found.length).toBeGreaterThan(15);
    for (const { reason } of found) {
      expect(reason.replace(/“[^”]*”|\([^)]*\)|\S*\.\w+\b/g, '')).toMatch(/^[A-Z ][^.!?\n]*: [^.!?\n]+\.$/);
    }
  });
});

describe('the folder of the command line', () => {
  it('is the only one that touches files', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
    const outside = files.filter((file) => file.endsWith('.ts') && !file.startsWith('cli'));
    const touching = outside.filter((file) =>
      /from 'node:/.test(readFileSync(new URL(file, source), 'utf8')),
    );
    expect(touching).toEqual([]);
  });

  it('has one folder that connects to other machines, which only the command fetch loads', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts'));
    const outside = files.filter((file) => !file.startsWith('cli/fetch/'));
    const text = (file: string): string => readFileSync(new URL(file, source), 'utf8');
    const connecting =
      /from '(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?'|\bfetch\(|WebSocket/;
    expect(outside.filter((file) => connecting.test(text(file)))).toEqual([]);
    const loading = outside.filter((file) => /from '[^']*\/fetch\/(?!surroundings)/.test(text(file)));
    expect(loading).toEqual([]);
    expect(outside.filter((file) => /import\('[^']*\/fetch\//.test(text(file)))).toEqual(['cli/run.ts']);
  });
});
