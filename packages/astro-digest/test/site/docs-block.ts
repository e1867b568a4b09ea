import { readFileSync } from 'node:fs';

/**
 * A code block of a page of the docs, as it stands there.
 *
 * @param page its path under `docs`
 * @param start what the block begins with
 * @throws Error when the page has no such block
 */
export function docsBlock(page: string, start: string): string {
  const text = readFileSync(new URL(`../../../../docs/${page}`, import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, block]) => block as string);
  const found = blocks.find((block) => block.startsWith(start));
  if (found === undefined) throw new Error(`docs/${page} has no code block that begins with “${start}”.`);
  return found;
}
