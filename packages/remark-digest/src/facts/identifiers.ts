/** An identifier on arXiv, and its version where one is told. */
export interface ArxivId {
  /** Without the version: `2501.00001`, `math/0211159`. */
  id: string;
  /** From 1. */
  version?: number;
}

// Since 2007 two digits for the year, two for the month, four or five for the number; before that the archive, then seven digits.
// https://info.arxiv.org/help/arxiv_identifier.html
const identifier =
  /(?<![\w./])(?<id>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|(?:[a-z]+(?:-[a-z]+)?)(?:\.[A-Z]{2})?\/\d{7})(?:v(?<version>\d{1,2}))?(?![\w/]|\.\d)/;
const whole = new RegExp(
  String.raw`^(?:ar[Xx]iv:\s?|oai:arXiv\.org:)?${identifier.source}(?:\s*\[[\w.-]+\])?$`,
);
const inAddress = new RegExp(
  String.raw`^https?://(?:[\w-]+\.)*(?:(?:arxiv\.org|alphaxiv\.org)/(?:abs|pdf|html|format|src|e-print)/|huggingface\.co/papers/|hf\.co/papers/|doi\.org/10\.48550/ar[Xx]iv\.)(?<rest>[^?#\s]+)`,
  'i',
);

/** Reads an arXiv identifier as it stands alone, such as `arXiv:2501.00001v2`. */
export function arxivIdOf(text: string): ArxivId | undefined {
  return fromMatch(whole.exec(text));
}

/** Reads the arXiv identifier out of an address of arXiv's, of its DOIs or of a site that has its papers under their identifiers. */
export function arxivIdOfAddress(url: string): ArxivId | undefined {
  const rest = inAddress.exec(url)?.groups?.['rest'];
  return rest === undefined
    ? undefined
    : fromMatch(whole.exec(rest.replace(/\.pdf$/i, '').replace(/\/$/, '')));
}

function fromMatch(match: RegExpExecArray | null): ArxivId | undefined {
  const { id, version } = match?.groups ?? {};
  if (id === undefined) return undefined;
  return version === undefined ? { id } : { id, version: Number(version) };
}

const doi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(?<doi>10\.\d{4,9}\/\S+?)[.,;]?$/i;

/** Reads a DOI, with or without a resolver's address. */
export function doiOf(text: string): string | undefined {
  const found = doi.exec(text.trim())?.groups?.['doi'];
  return found === undefined ? undefined : found.replace(/%2F/gi, '/');
}
