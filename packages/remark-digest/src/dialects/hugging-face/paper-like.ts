import type { PaperDraft } from '../dialect.ts';
import { formOf } from '../text-form.ts';

/**
 * Whether titles and texts without any header above them are papers: chapters of a book, questions with their answers and the
 * points of a meeting are titles and texts as well. Papers have titles of some words, and speak of what their authors do. Of one or
 * two alone no more can be asked than that nothing in them speaks against it.
 */
export function areLikePapers(papers: readonly PaperDraft[]): boolean {
  const texts = papers.map(({ paragraphs }) => paragraphs.map(({ value }) => value).join('\n'));
  const others = shareOf(texts, (text) => speaksToReader(text) || tellsStory(text));
  if (papers.length <= few && others === 0) {
    return (
      papers.every(({ title }) => isPlain(title.value)) && texts.every((text) => formOf(text) === 'sentences')
    );
  }
  const titles = shareOf(papers, ({ title }) => isTitleOfPaper(title.value));
  const research = shareOf(texts, speaksOfResearch);
  const work = shareOf(texts, (text) => speaksOfResearch(text) || speaksOfWork(text));
  return titles >= 0.7 && ((research >= 0.6 && others < 0.4) || (work >= 0.9 && others === 0));
}

const few = 2;

/** Whether texts speak to a reader or of the writer's own day, as letters, diaries and instructions do. */
export function areLikeLetters(papers: readonly PaperDraft[]): boolean {
  return shareOf(papers, ({ paragraphs }) => paragraphs.some(({ value }) => speaksToReader(value))) > 0.3;
}

function shareOf<Value>(values: readonly Value[], test: (value: Value) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

/** Whether a title ends as titles do, and is no point of a list. */
function isPlain(title: string): boolean {
  return /^[\p{L}\p{N}"“'‘(].*[\p{L}\p{N})?"”]$/su.test(title) && !/^(?:\d+|[a-z])[.)]\s/i.test(title);
}

function isTitleOfPaper(title: string): boolean {
  const words = /\p{Script=Han}/u.test(title) ? [...title].length : title.split(/\s+/).length;
  return words >= 4 && isPlain(title) && !title.endsWith('?');
}

const authors =
  /\b(?:we|our|us|this (?:paper|work|study|article|survey|report|thesis|review)|the (?:authors|present study))\b|我们|本文/i;
const research =
  /\b(?:propos|introduc|present|show|demonstrat|stud(?:y|ie)|method|approach|model|result|experiment|evaluat|benchmark|dataset|analy[sz]|theor|estimat|algorithm|framework|outperform|baseline|novel|investigat|observ|simulat|hypothes|prov(?:e|ide)|deriv|deve?lop|address|explor|examin|find|found|compar)|提出|方法|研究|实验/i;

function speaksOfResearch(text: string): boolean {
  return authors.test(text) && research.test(text);
}

// What authors do is told in the present: “We sort”, “Our map follows”.
const work =
  /\b[Ww]e (?!(?:are|were|was|had|have|will|would|can|could|went|saw|took|came|got|made|ate|ran|sat|left|said|felt|met|all|both|never|always|also|just|only|then)\b)[a-z]{2,}(?<!ed)\b|\b[Oo]ur [a-z]+ (?!was\b|is\b|has\b)[a-z]+s\b/;

function speaksOfWork(text: string): boolean {
  return work.test(text);
}

const reader =
  /\b(?:you|your|yours|my|mine|me|I'm|I've|please|click|thanks?|he|she|him|her|his|said|yesterday|tomorrow|tonight)\b|\bI (?!and\b|error|trial|or\b)[a-z]+|\bin this (?:chapter|section|guide|tutorial|post|lesson|episode|issue|video|newsletter)\b|(?:^|[.!] |\n)(?:mix|add|heat|bake|stir|pour|cut|put|place|open|click|select|install|press|remove|bring|fold|serve|boil|chop|wash|check|contact|call|visit|read|see|go|let) (?:the|a|an|all|it|them|in|on|your|to|until)\b/i;

function speaksToReader(text: string): boolean {
  return reader.test(text);
}

const past =
  /\b(?:was|were|had|came|went|saw|took|got|made|ate|ran|sat|left|felt|met|knew|thought|told|gave|stood|began|fell|held|kept|brought|slept|woke|[a-z]{3,}ed)\b/g;
const present = /\b(?:is|are|has|have|can|do|does|[a-z]{3,}s)\b/g;

/** Whether a text tells what happened, more than what is. */
function tellsStory(text: string): boolean {
  const told = text.match(past)?.length ?? 0;
  return told > 1 && told > (text.match(present)?.length ?? 0);
}
