import { expect, it } from 'vitest';
import { fromDigest } from '../../src/index.ts';
import { randomFrom, type Random } from '../hostile/random.ts';
import { expectPapers } from './compare.ts';
import { addresses, blocks, html2text, scraped, selectAll } from './hugging-face-forms.ts';
import { makePage, makePaperPage, type MadePage } from './hugging-face-pages.ts';
import { makePapers, type MadePaper } from './papers.ts';

type Make = (papers: MadePaper[], random: Random) => MadePage;

const pages: Record<string, Make> = {
  search: (papers, random) => makePage('search', papers, random),
  daily: (papers, random) => makePage('daily', papers, random),
  weekly: (papers, random) => makePage('weekly', papers, random),
  monthly: (papers, random) => makePage('monthly', papers, random),
  trending: (papers, random) => makePage('trending', papers, random),
  'one paper': ([paper], random) => makePaperPage(paper as MadePaper, random),
};
const forms = { selectAll, addresses, scraped, html2text, blocks };

const layouts = Object.entries(pages).flatMap(([page, make]) =>
  Object.entries(forms).map(([name, form]) => ({ page, make, name, form })),
);

it.each(layouts)('300 generated pages are read whole: $page as $name', ({ page, make, form }) => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const made = make(makePapers(seed, 1 + random.below(6)), random);
    const text = random.pick(wraps)(form(made.items, random));
    // Of a copy without addresses only the page of one paper tells its identifier.
    const told = form === selectAll && page !== 'one paper' ? { arxivId: undefined } : {};
    const expected = made.papers.map((paper) => ({ ...paper, ...told }));
    expectPapers(text, 'hugging-face', expected, `seed ${seed}`);
    const { data } = fromDigest(text, { year: 2025 });
    const { date, title, messages = [] } = data?.digest ?? {};
    // The page of trends and the page of one paper have no day; what was saved has the one on which it was.
    expect([made.date && date, title], `seed ${seed}`).toEqual([made.date, made.query]);
    const unexpected = messages.filter(
      ({ ruleId = '' }) => !/^(?:missing-abstract|sentence-as-title|undated)$/.test(ruleId),
    );
    expect(unexpected.map(String), `seed ${seed}`).toEqual([]);
  }
});

/** What tools write around a page that they save. */
const wraps: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) =>
    `---\nurl: https://huggingface.co/papers\ntitle: Daily Papers - Hugging Face\nretrieved: 2026-01-02\n---\n${text}`,
  (text) => `\`\`\`text\n${text}\n\`\`\``,
  (text) =>
    `# Web source\n\n- URL: https://huggingface.co/papers\n- Captured (UTC): 2026-01-02T16:31:22+00:00\n\n\`\`\`text\n${text}\n\`\`\`\n`,
];
