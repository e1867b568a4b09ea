import type { Finding } from '../../messages.ts';

/** What a server answered, its body decoded from what it was sent in. */
export interface Answer {
  /** Status, such as 200. */
  status: number;
  /** Fields of the head, with names in small letters. */
  headers: Readonly<Record<string, string | undefined>>;
  /** The body: the bytes of the file that the server has. */
  body: Uint8Array;
  /** Where the answer came from, after all redirects. */
  address: URL;
}

/** What ends a fetch; it has the sentence for the one who ran the command. */
export class FetchFault extends Error {
  override name = 'FetchFault';
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.reason);
    this.finding = finding;
  }
}

/** An address as it is printed: without a password, and without what a query may hold that is nobody's business. */
export function shownAddress({ origin, pathname, search }: URL): string {
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
