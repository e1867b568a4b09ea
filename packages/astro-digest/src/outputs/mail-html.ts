import { excerpt } from '../model/excerpt.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { placeOf, webLinks } from './external-link.ts';
import { escapeAttribute, escapeText } from './html.ts';
import { footLinks, type FootLink, type MailIssue, type MailPaper, type MailWords } from './mail.ts';
import { cutThatFits, type MailCut } from './mail-cut.ts';
import { encodedSize } from './mime-encoding.ts';
import { paragraphsHtml } from './paragraphs.ts';

/** Gmail shows 102 kB of a mail; the rest is for what a sending service puts in. */
const mostBytes = 99_999;

// Every style stands at its element, since Gmail drops what stands in the head. No colour is set: each program has its own
// for light and for dark, and `color-scheme` tells it that both will do.
const styles = {
  preheader: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
  mail: 'max-width:640px;margin:0 auto;padding:16px;font:16px/1.5 Charter,Georgia,serif',
  headline: 'margin:0;font-size:28px;line-height:1.2',
  dateline: 'margin:4px 0 0;font:14px/1.5 system-ui,sans-serif',
  paper: 'margin:24px 0 0;padding:24px 0 0;border-top:1px solid #888888',
  title: 'margin:0;font-size:20px;line-height:1.3',
  titleAlone: 'margin:12px 0 0',
  quiet: 'margin:8px 0 0;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere',
  abstract: 'margin:8px 0 0;overflow-wrap:anywhere',
  foot: 'margin:24px 0 0;padding:24px 0 0;border-top:1px solid #888888;font:14px/1.5 system-ui,sans-serif',
};

/**
 * Writes the mail edition of an issue as HTML that mail programs can show: one column without tables, classes, scripts and
 * pictures, every style at its element, formulas as the text they stood as.
 *
 * It has fewer than 100,000 bytes, both as it is and in the encoding in which a message carries it. What does not fit is cut:
 * first the abstracts, all to one length; then there are titles only; then a count of the papers that are left out.
 */
export function mailHtml(issue: MailIssue, words: MailWords): string {
  const papers = issue.papers.map((paper) => ({ ...paper, abstract: cleanText(paper.abstract) }));
  // The one that was measured last is mostly the one that fits.
  let last: { cut: MailCut; html: string } | undefined;
  const write = (cut: MailCut) => {
    if (last?.cut.abstract !== cut.abstract || last.cut.papers !== cut.papers)
      last = { cut, html: page(issue, words, papers, cut) };
    return last.html;
  };
  return write(
    cutThatFits(
      papers.map(({ abstract }) => abstract.length),
      (cut) => encodedSize(write(cut)),
      mostBytes,
    ),
  );
}

function page(issue: MailIssue, words: MailWords, papers: readonly MailPaper[], cut: MailCut): string {
  const language = `lang="${escapeAttribute(issue.language)}" dir="${issue.direction}"`;
  const shown = papers.slice(0, cut.papers);
  const left = papers.length - shown.length;
  const isCut = left > 0 || shown.some(({ abstract }) => abstract.length > cut.abstract);
  return [
    `<!doctype html><html ${language}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${lineOf(words.subject)}</title></head><body style="margin:0" data-pagefind-ignore="all">`,
    words.preheader === '' ? '' : element('div', styles.preheader, lineOf(words.preheader)),
    // The language is said again, because Gmail drops the elements around.
    `<div role="main" ${language} style="${styles.mail}">`,
    element('h1', styles.headline, lineOf(words.digest)),
    words.dateline === undefined ? '' : element('p', styles.dateline, lineOf(words.dateline)),
    ...(words.notes ?? []).map((note) => element('p', styles.quiet, lineOf(note))),
    ...(cut.abstract === 0 ? shown.map(titleAlone) : shown.map((paper) => wholePaper(paper, cut.abstract))),
    left > 0 ? element('p', styles.titleAlone, lineOf(words.morePapers(left))) : '',
    element('p', styles.foot, footLinks(issue, words, isCut).map(footLink).join(' · ')),
    '</div></body></html>',
  ].join('');
}

function titleAlone(paper: MailPaper): string {
  return `<p dir="auto" style="${styles.titleAlone}">${titleLink(paper)}</p>`;
}

function wholePaper(paper: MailPaper, longest: number): string {
  const { abstract, facts } = paper;
  const links = webLinks(paper.links).map(
    ({ url, name }) =>
      `${lineOf(name)} <a href="${escapeAttribute(url)}" dir="ltr">${escapeText(placeOf(url))}</a>`,
  );
  return element(
    'div',
    styles.paper,
    [
      `<h2 dir="auto" style="${styles.title}">${titleLink(paper)}</h2>`,
      facts.length > 0 ? element('p', styles.quiet, lineOf(facts.join(' · '))) : '',
      ...paragraphsHtml(abstract.length > longest ? excerpt(abstract, longest) : abstract).map(
        (content) => `<p dir="auto" style="${styles.abstract}">${content}</p>`,
      ),
      links.length > 0 ? element('p', styles.quiet, links.join(' · ')) : '',
    ].join(''),
  );
}

function titleLink({ url, title }: MailPaper): string {
  return url === undefined ? lineOf(title) : `<a href="${escapeAttribute(url)}">${lineOf(title)}</a>`;
}

function footLink({ url, text }: FootLink): string {
  return `<a href="${escapeAttribute(url)}">${lineOf(text)}</a>`;
}

function element(name: string, style: string, content: string): string {
  return `<${name} style="${style}">${content}</${name}>`;
}

/** A plain text on one line, as HTML. */
function lineOf(text: string): string {
  return escapeText(cleanLine(text));
}
