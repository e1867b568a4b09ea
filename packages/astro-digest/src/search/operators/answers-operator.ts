import type { PaperFacets } from '../facets/facet-file.ts';
import { authorFits, dateFits, hasName, topicFits, wordsOfName } from './operator-rules.ts';
import type { Operator } from './read-operators.ts';

/** What a paper answers operators by. */
export interface AnsweringPaper {
  facets: PaperFacets;
  authors: readonly string[];
  /** Whether it has some words one after another, in their forms. */
  hasWords(words: string): boolean;
}

/** Whether a paper answers to an operator, by the rules of the search, without an index. Nobody has marked it. */
export function answersOperator(operator: Operator, paper: AnsweringPaper): boolean {
  return answers(operator, paper) !== operator.isNot;
}

function answers({ name, value }: Operator, { facets, authors, hasWords }: AnsweringPaper): boolean {
  switch (name) {
    case 'topic':
      return facets.topic.some(topicFits(value));
    case 'author':
      return authors.map(wordsOfName).some(authorFits(value));
    case 'has':
      return facets.has.includes(hasName(value));
    case 'word':
      return hasWords(value);
    case 'is':
      return false;
    default:
      return dateFits(name, value)(facets.date ?? '');
  }
}
