import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import { cleanLine } from '../clean-text.ts';
import { placeOf, webLinks } from '../external-link.ts';
import { epubAbstract } from './abstract.ts';
import type { EpubBook, EpubIssue, EpubPaper } from './book.ts';
import { factLines, inLanguage, linkLine, writeXhtml, type EpubDocument } from './document.ts';

/** Writes the title page, and a document for each issue and each paper. */
export function epubDocuments(book: EpubBook): EpubDocument[] {
  const chapters = book.chapters.map((chapter, index) =>
    'papers' in chapter
      ? issueDocument(book, chapter, `issue-${index + 1}`)
      : paperDocument(book, chapter, `paper-${index + 1}`, index + 1),
  );
  return [titlePage(book), ...chapters];
}

function titlePage(book: EpubBook): EpubDocument {
  const { title, digest, span, facts, url, words, language } = book;
  const body = section('titlepage', [
    heading(digest),
    x('p', cleanLine(span)),
    ...factLines(facts),
    ...linkLine(words.readOnSite, url),
  ]);
  return {
    name: 'title',
    title: cleanLine(digest),
    xhtml: writeXhtml(title, language, body),
    hasMaths: false,
    children: [],
  };
}

function issueDocument(book: EpubBook, issue: EpubIssue, name: string): EpubDocument {
  const { title, facts, url, papers } = issue;
  const body = section('part', [
    heading(title),
    ...factLines(facts),
    ...linkLine(book.words.readOnSite, url),
  ]);
  return {
    name,
    title: cleanLine(title),
    xhtml: writeXhtml(title, book.language, body),
    hasMaths: false,
    children: papers.map((paper, index) =>
      paperDocument(book, paper, `${name}-paper-${index + 1}`, index + 1),
    ),
  };
}

function paperDocument(book: EpubBook, paper: EpubPaper, name: string, place: number): EpubDocument {
  const { words, language, textLanguage } = book;
  const title = cleanLine(paper.title) || String(place);
  const ofText = inLanguage(textLanguage, language);
  const { content, hasMaths } = epubAbstract(paper);
  const body = section('chapter', [
    heading(title, ofText),
    ...factLines([paper.facts.join(' · ')]),
    content.length > 0
      ? x('div', { class: 'abstract', ...ofText }, content)
      : x('p', { class: 'facts' }, words.noAbstract),
    ...linkList(book, paper),
    x('p', { class: 'citation' }, [x('b', words.cite), ' · ', x('span', ofText, cleanLine(paper.citation))]),
  ]);
  return {
    name,
    title,
    titleLanguage: textLanguage.tag === language.tag ? undefined : textLanguage,
    xhtml: writeXhtml(title, language, body),
    hasMaths,
    children: [],
  };
}

function linkList({ words }: EpubBook, { links, url }: EpubPaper): ElementContent[] {
  const items = webLinks(links).map(({ url, name }) =>
    x('li', [`${cleanLine(name)} `, x('a', { href: url, dir: 'ltr' }, placeOf(url))]),
  );
  const onSite = url === undefined ? [] : [x('li', [x('a', { href: url }, words.readOnSite)])];
  const all = [...items, ...onSite];
  return all.length === 0 ? [] : [x('ul', { class: 'links' }, all)];
}

function heading(title: string, attributes: Record<string, string> = {}): Element {
  return x('h1', { id: 'title', ...attributes }, cleanLine(title));
}

function section(type: 'titlepage' | 'part' | 'chapter', content: ElementContent[]): Element {
  // DPUB-ARIA has no role for a title page.
  const kind = type === 'titlepage' ? { class: 'title-page' } : { role: `doc-${type}` };
  return x('section', { 'epub:type': type, ...kind, 'aria-labelledby': 'title' }, content);
}
