import { cleanLine } from './clean-text.ts';
import { webLinks } from './external-link.ts';
import { footLinks, type MailIssue, type MailPaper, type MailWords } from './mail.ts';
import { paragraphTexts } from './paragraphs.ts';
import { wrap } from './wrap.ts';

/** How wide a line is, so that it can be quoted a few times within 80. */
const columns = 72;

/**
 * Writes the mail edition of an issue as plain text: the whole of it, in lines of 72 columns; only a link may be longer.
 * Lines end with a line feed.
 */
export function mailText(issue: MailIssue, words: MailWords): string {
  const blocks = [
    [...lines(words.digest), ...lines(words.dateline ?? '')],
    ...(words.notes ?? []).map(lines),
    ...issue.papers.flatMap(blocksOf),
    ...footLinks(issue, words, false).map(({ text, url }) => [...lines(text), url]),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function blocksOf({ title, url, facts, abstract, links }: MailPaper): string[][] {
  return [
    ['-'.repeat(columns)],
    [...lines(title), ...(url === undefined ? [] : [url])],
    lines(facts.join(' · ')),
    ...paragraphTexts(abstract).map((paragraph) => paragraph.split('\n').flatMap(lines)),
    webLinks(links).flatMap((link) => lines(`${link.name} ${link.url}`)),
  ];
}

function lines(text: string): string[] {
  return wrap(cleanLine(text), columns);
}
