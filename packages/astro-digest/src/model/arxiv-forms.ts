import { arxivAddress } from './citation.ts';

/** The forms in which arXiv has a paper: the page with its abstract, the PDF, and the HTML where there is likely one. */
export interface ArxivForms {
  abstract: string;
  pdf: string;
  html?: string;
}

/** Addresses of a paper on arXiv, by its identifier. */
export function arxivForms(arxivId: string): ArxivForms {
  const abstract = arxivAddress(arxivId);
  const at = (form: string): string => abstract.replace('/abs/', `/${form}/`);
  return { abstract, pdf: at('pdf'), ...(hasHtml(arxivId) ? { html: at('html') } : {}) };
}

/** arXiv makes HTML of papers since December 2023: https://info.arxiv.org/about/accessible_HTML.html. */
function hasHtml(arxivId: string): boolean {
  const [, month] = /^(\d{4})\.\d/.exec(arxivId) ?? [];
  return month !== undefined && Number(month) >= 2312;
}
