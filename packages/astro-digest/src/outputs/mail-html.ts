import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { excerpt } from '../model/excerpt.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { placeOf, webLinks } from './external-link.ts';
import { footLinks, type FootLink, type MailIssue, type MailPaper, type MailWords } from './mail.ts';
import { cutThatFits, type MailCut } from './mail-cut.ts';
import { encodedSize } from './mime-encoding.ts';
import { paragraphs } from './paragraphs.ts';

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
  const write = (cut: MailCut) => toHtml(page(issue, words, papers, cut));
  return write(
    cutThatFits(
      papers.map(({ abstract }) => abstract.length),
      (cut) => encodedSize(write(cut)),
      mostBytes,
    ),
  );
}

function page(issue: MailIssue, words: MailWords, papers: readonly MailPaper[], cut: MailCut): Root {
  const { language, direction } = issue;
  const shown = papers.slice(0, cut.papers);
  const left = papers.length - shown.length;
  const isCut = left > 0 || shown.some(({ abstract }) => abstract.length > cut.abstract);
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: language, dir: direction }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
          h('title', cleanLine(words.subject)),
        ]),
        h('body', { style: 'margin:0' }, [
          ...(words.preheader === ''
            ? []
            : [h('div', { style: styles.preheader }, cleanLine(words.preheader))]),
          // Said again, because Gmail drops the elements around.
          h('div', { role: 'main', lang: language, dir: direction, style: styles.mail }, [
            h('h1', { style: styles.headline }, cleanLine(words.digest)),
            ...(words.dateline === undefined
              ? []
              : [h('p', { style: styles.dateline }, cleanLine(words.dateline))]),
            ...(cut.abstract === 0
              ? shown.map(titleAlone)
              : shown.map((paper) => wholePaper(paper, cut.abstract))),
            ...(left > 0 ? [h('p', { style: styles.titleAlone }, cleanLine(words.morePapers(left)))] : []),
            h(
              'p',
              { style: `${styles.paper};font:14px/1.5 system-ui,sans-serif` },
              footLinks(issue, words, isCut).flatMap(footLink),
            ),
          ]),
        ]),
      ]),
    ],
  };
}

function titleAlone(paper: MailPaper): ElementContent {
  return h('p', { dir: 'auto', style: styles.titleAlone }, [titleOf(paper)]);
}

function wholePaper(paper: MailPaper, longest: number): ElementContent {
  const { abstract, facts } = paper;
  const links = webLinks(paper.links);
  return h('div', { style: styles.paper }, [
    h('h2', { dir: 'auto', style: styles.title }, [titleOf(paper)]),
    ...(facts.length > 0 ? [h('p', { style: styles.quiet }, cleanLine(facts.join(' · ')))] : []),
    ...paragraphs(abstract.length > longest ? excerpt(abstract, longest) : abstract).map((lines) =>
      h('p', { dir: 'auto', style: styles.abstract }, lines),
    ),
    ...(links.length > 0
      ? [
          h(
            'p',
            { style: styles.quiet },
            links.flatMap(({ url, name }, index) => [
              index === 0 ? '' : ' · ',
              `${cleanLine(name)} `,
              h('a', { href: url, dir: 'ltr' }, placeOf(url)),
            ]),
          ),
        ]
      : []),
  ]);
}

function titleOf({ url, title }: MailPaper): ElementContent {
  const text = cleanLine(title);
  return url === undefined ? { type: 'text', value: text } : h('a', { href: url }, text);
}

function footLink({ url, text }: FootLink, index: number) {
  return [index === 0 ? '' : ' · ', h('a', { href: url }, cleanLine(text))];
}
