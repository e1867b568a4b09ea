import { it } from 'vitest';
import { randomFrom } from '../hostile/random.ts';
import { expectPapers } from './compare.ts';
import { makePapers } from './papers.ts';

it('300 generated pages copied bare are read whole', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const papers = makePapers(seed, 1 + random.below(6));
    const header = ['byAK and the research community', 'Mar 12'];
    if (random.below(2) === 0) header.unshift('new', 'Get trending papers in your email inbox!', 'Subscribe');
    const text = [...header, ...papers.flatMap(({ title, abstract }) => [title, abstract])].join('\n\n');
    const expected = papers.map(({ title, abstract }) => ({ title, abstract }));
    expectPapers(text, 'hugging-face', expected, `seed ${seed}`);
  }
});
