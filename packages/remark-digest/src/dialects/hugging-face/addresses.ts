/** What an address on a page of Hugging Face leads to. */
export type PageAddress =
  /** A paper, or a place on its page: `#community` for what readers say of it. */
  | { to: 'paper'; id: string; place: string }
  /** The button that counts the votes of a paper. */
  | { to: 'vote'; id: string }
  /** The papers of a day, a week or a month. */
  | { to: 'papers'; period: string; query?: string | undefined }
  /** A person or an organisation. */
  | { to: 'account'; name: string }
  /** Whatever else the site has. */
  | { to: 'site' }
  | { to: 'code' | 'arxiv' | 'elsewhere' };

const sections =
  /^(?:models|datasets|spaces|posts|docs|enterprise|pricing|login|join|storage|tasks|chat|collections|languages|organizations|blog|learn|hardware|support|pro|inference.*|terms-of-service|privacy|huggingface|brand|front|new|settings|notifications|discussions|changelog|kernels|buckets)?$/;

/** Tells from an address of a page what it leads to. */
export function readPageAddress(address: string): PageAddress {
  if (!URL.canParse(address)) return { to: 'elsewhere' };
  const { hostname, pathname, searchParams, hash } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  if (/^(?:[\w-]+\.)?(?:arxiv|alphaxiv)\.org$/.test(host)) return { to: 'arxiv' };
  if (/^(?:github|gitlab)\.com$|^codeberg\.org$/.test(host)) {
    return /^\/huggingface\/?$/.test(pathname) ? { to: 'site' } : { to: 'code' };
  }
  if (/^(?:discuss|apply|cdn-[\w-]+|hf)\.(?:huggingface|workable)\.(?:co|com)$/.test(host))
    return { to: 'site' };
  if (host !== 'huggingface.co' && host !== 'hf.co') return { to: 'elsewhere' };
  const [first = '', second = '', third = ''] = pathname.slice(1).split('/');
  if (first === 'papers') {
    if (/^(?:date|week|month)$/.test(second)) return { to: 'papers', period: third };
    if (second === '' || second === 'trending') {
      // The day stood behind the question mark before it was a part of the path.
      const period = searchParams.get('date') ?? '';
      return { to: 'papers', period, query: searchParams.get('q') ?? undefined };
    }
    return { to: 'paper', id: second, place: hash };
  }
  if (first === 'login' || first === 'join') {
    const id = /^\/papers\/(?<id>[^/?#]+)$/.exec(searchParams.get('next') ?? '')?.groups?.['id'];
    return id === undefined ? { to: 'site' } : { to: 'vote', id };
  }
  return second === '' && !sections.test(first) ? { to: 'account', name: first } : { to: 'site' };
}
