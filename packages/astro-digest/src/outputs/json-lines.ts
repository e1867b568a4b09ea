import { canonicalText, factNames } from 'remark-digest/light';
import { type Citation, type CitedPaper } from '../model/citation.ts';
import { toCitations } from '../model/keyed-citation.ts';
import { singleLine } from '../model/single-line.ts';

/**
 * Writes papers as JSON Lines (https://jsonlines.org): one object a line with all that the digest knows of the paper.
 *
 * Its fields: `id`, `citationKey`, `title`, `issue` (its id), `issueDate`, `position`, every fact that a digest can tell (`authors`,
 * `organizations`, `date`, `arxivId`, `doi`, `categories` …, by the names that they have in the collection), `links`, `abstract` and
 * `url`, where the digest has the paper. What is not known is absent; authors, organizations and links are there and empty. The texts are well-formed and have no control characters but a line feed
 * between paragraphs, which JSON escapes, so that no reader of lines finds an end inside of one.
 *
 * @param citations those of the papers, where they are made already
 * @returns one line a paper, each with a line feed at its end; empty when there are none
 */
export function toJsonLines(
  papers: readonly CitedPaper[],
  citations: readonly Citation[] = toCitations(papers),
): string {
  return papers
    .map((paper, index) => `${JSON.stringify(toObject(paper, citations[index]?.id ?? ''))}\n`)
    .join('');
}

function toObject({ id, data, abstract, url }: CitedPaper, citationKey: string) {
  const { issueDate, position, links } = data;
  return {
    id,
    citationKey,
    title: singleLine(data.title),
    issue: data.issue.id,
    issueDate,
    position,
    ...Object.fromEntries(factNames.map((name) => [name, cleanFact(data[name])])),
    links: links.map((link) => ({ url: singleLine(link.url), kind: link.kind })),
    abstract: canonicalText(abstract),
    url: maybe(url),
  };
}

function cleanFact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((text) => singleLine(String(text)));
  return typeof value === 'string' ? singleLine(value) : value;
}

function maybe(text: string | undefined): string | undefined {
  return text === undefined ? undefined : singleLine(text);
}
