import type { PlacedPaper } from '../../src/model/paper-order.ts';
import { textsOf } from '../../src/model/paper-texts.ts';
import type { TextPaper } from '../../src/model/reading.ts';
import { learnTopics, toTopics, type Topic, type TopicOptions } from '../../src/model/topics.ts';

/** A paper as far as topics look at it. */
export interface TopicPaper extends PlacedPaper, Pick<TextPaper, 'body'> {
  data: PlacedPaper['data'] & TextPaper['data'];
}

/** The topics of papers. */
export const topicsOf = (papers: readonly TopicPaper[], options: TopicOptions = {}): Topic[] => {
  const texts = textsOf(papers, Object.values(options.named ?? {}).flat());
  return toTopics(learnTopics(texts, options), papers, texts.reading.ids);
};

/** A paper of the issue that its id begins with. */
export const paper = (id: string, title: string, body = ''): TopicPaper => {
  const [issue = ''] = id.split('/');
  return {
    id,
    body,
    data: { title, issue: { collection: 'issues', id: issue }, issueDate: issue, position: 1 },
  };
};

/** Papers about five subjects, each with words that no other has. */
export const flocks = Array.from({ length: 20 }, (_, index) => {
  const subject = ['state space models', 'contrastive learning', 'starlings', 'leek soup', 'tides'][
    index % 5
  ] as string;
  const word = (place: number) => `w${String.fromCharCode(97 + index, 97 + place)}`;
  return paper(
    `2025-01-${String(index + 1).padStart(2, '0')}/x`,
    `The ${word(1)} of ${subject}`,
    `In this ${word(2)} we propose the novel ${word(3)} for ${subject}, and ${subject} are ${word(4)}. The rest is ${word(5)}.`,
  );
});
