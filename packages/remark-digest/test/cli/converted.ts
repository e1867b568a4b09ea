import { expect } from 'vitest';
import { digestOf, testFolder, type TestFolder } from './in-folder.ts';

/** Papers of a digest of 12 March. */
export const papers = { Birds: 'They sing. They fly.', Rivers: 'They move. They stay.' };
/** What converts that digest. */
export const convert = ['convert', '@/2025-03-12.txt', '--out', '@/out'] as const;
/** The document of one paper after that. */
export const birds = 'out/2025-03-12/birds.mdx';
/** The document of the other paper. */
export const rivers = 'out/2025-03-12/rivers.mdx';

/** A folder with a digest that has been converted. */
export async function converted(): Promise<TestFolder> {
  const folder = testFolder();
  folder.write('2025-03-12.txt', digestOf(papers));
  expect((await folder.run(...convert)).status).toBe(0);
  return folder;
}
