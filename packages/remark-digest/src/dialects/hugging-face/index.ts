import type { Report } from '../../messages.ts';
import { placeOfText, type DigestText } from '../../text/digest-text.ts';
import type { Detection, Dialect, DigestDraft, IssueDraft } from '../dialect.ts';
import { detectBare, readBare } from './bare.ts';
import { detectPages, isUntitled, pagesOf } from './pages.ts';

/**
 * Hugging Face's Daily Papers, and the pages beside them (a week's, a month's, a search, the trends, one paper's), in whatever form they
 * were copied: with links and votes, or bare, as a header above titles and abstracts in turn.
 *
 * @see https://huggingface.co/papers
 */
export const huggingFace: Dialect = { name: 'hugging-face', detect, read };

/** How sure it must be that what stands beside a page with its marks is a page without them: its header alone makes 0.5. */
const leastOfPart = 0.8;

/** How sure another dialect must be for its records to leave no room for a bare page. */
const sure = 0.9;

function detect(text: DigestText, earlier: readonly Detection[]): Detection {
  const pages = pagesOf(text);
  if (pages) return detectPages(pages);
  if (earlier.some(({ score, firstRecord }) => score >= sure && firstRecord !== undefined)) {
    return { score: 0, reason: 'no marks of a page, and records of another dialect' };
  }
  if (isUntitled(text)) {
    const failedAt = text.lines.find(({ text }) => text !== '')?.start;
    return { score: 0, reason: 'the page of one paper, without its title', failedAt };
  }
  return detectBare(text.lines);
}

function read(text: DigestText, report: Report): DigestDraft {
  const { lines, place } = text;
  const pages = pagesOf(text);
  if (isUntitled(text)) return { issues: [{ papers: [] }] };
  if (!pages) return { issues: readBare(lines, place, report) };
  const issues = pages.flatMap((page): IssueDraft[] => {
    if ('firstLine' in page) {
      const part = lines.slice(page.firstLine, page.endLine);
      return detectBare(part).score < leastOfPart ? [] : readBare(part, place, report);
    }
    for (const { finding, text } of page.findings) report(finding, placeOfText(text, { place }));
    return [page.issue];
  });
  return { issues };
}
