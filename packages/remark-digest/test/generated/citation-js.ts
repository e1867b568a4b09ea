import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Root } from 'mdast';

/** What a paper is known by, in our words and in those of Citation.js. */
interface Known {
  title: string | undefined;
  authors: string[];
  doi: string | undefined;
}

/** Reads a bibliography with Citation.js, which would guess its format from what is in it. */
export function readByCitationJs(text: string, format: '@biblatex/text' | '@ris/file'): Known[] {
  const { data } = new Cite(text, {
    forceType: format,
    generateGraph: false,
    maxChainLength: 10,
    strict: true,
    target: '@csl/list+object',
  });
  return data.map(({ title, author = [], DOI }) => ({
    title: title?.replace(/<[^>]*>/g, ''),
    authors: author.map((name) =>
      [name.given, name['non-dropping-particle'] ?? name['dropping-particle'], name.family]
        .filter(Boolean)
        .join(' '),
    ),
    // It keeps what stands before a DOI.
    doi: DOI?.replace(/^.*?(?=10\.)/, ''),
  }));
}

/** The same of the papers of a tree. */
export function knownPapers(tree: Root): Known[] {
  return tree.children.flatMap((node) =>
    node.type === 'digestEntry' ? [{ title: node.title, authors: node.authors, doi: node.doi }] : [],
  );
}
