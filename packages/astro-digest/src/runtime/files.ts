/**
 * The name of the file that a route makes.
 *
 * @param routePattern such as `/papers/[issue]/papers.bib`
 */
export function fileNameOf(routePattern: string): string {
  return routePattern.slice(routePattern.lastIndexOf('/') + 1);
}

/**
 * Answers with a file that is no text.
 *
 * @param type media type
 */
export function binaryFile(bytes: Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(bytes, { headers: { 'content-type': type } });
}

/**
 * Answers with a file of text in UTF-8.
 *
 * @param type media type without its parameters
 */
export function textFile(text: string, type: string): Response {
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
}
