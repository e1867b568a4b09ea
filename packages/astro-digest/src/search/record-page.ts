import type { CustomRecord } from 'pagefind';

/**
 * Writes a record as a page for Pagefind, which has fields for more than its own records have.
 *
 * The address is in the field `url` of the result, and not in what the index calls the page, which is its place in the site.
 * Values keep no line feeds and no two blanks in a row.
 */
export function toRecordPage({ url, content, language, meta, filters, sort }: CustomRecord): string {
  const values = [
    ...Object.entries({ ...meta, url }).map(([key, value]) => valueOf('meta', key, value)),
    ...Object.entries(filters ?? {}).flatMap(([key, all]) =>
      all.map((value) => valueOf('filter', key, value)),
    ),
    ...Object.entries(sort ?? {}).map(([key, value]) => valueOf('sort', key, value)),
  ];
  return `<!doctype html><html lang="${escapeHtml(language)}"><body data-pagefind-body>${escapeHtml(words(content))}${values.join('')}</body></html>`;
}

function valueOf(kind: 'meta' | 'filter' | 'sort', key: string, value: string): string {
  return `<a data-pagefind-${kind}="${key}[title]" title="${escapeHtml(value)}"></a>`;
}

/** Words that begin as Pagefind's own marks do get a character in front that it takes away again. */
function words(text: string): string {
  return text.replace(/(?<=^|\s)_(?=\S)/gu, '\u200B_');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
