const word = /^\p{Lu}[\p{L}\p{M}.’'-]*[*†‡\d]*\.?$/u;
const particle = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ten|ter|y|zu|zur)$/;
const rest = /^(?:et\s?al\.?|and others|等(?:人)?|\+\d+|…|\.\.\.)$/;
const separator = /\s?[,;，、；·]\s?(?:(?:and|&)\s)?|\s(?:and|&)\s|\s(?=et\s?al\.?$)/g;

/** Whether a text is a list of people's names, or one name of at least two words. */
export function areNames(text: string): boolean {
  const value = text.trim().replace(/\.$/, '');
  if (value === '' || value.length > 6000) return false;
  const names = value.split(separator).filter((part) => part !== '' && !rest.test(part));
  if (names.length === 0 || areOrganizations(value)) return false;
  const isChinese = (name: string): boolean => /^[\p{Script=Han}·]{2,4}$/u.test(name);
  if (names.every(isChinese)) return names.length > 1 || value.includes('等');
  const words = names.map((name) => name.split(/\s+/));
  return (
    words.every(
      (parts) => parts.length < 6 && parts.every((part) => word.test(part) || particle.test(part)),
    ) &&
    words.some((parts) => parts.length > 1 || parts[0]?.endsWith('.')) &&
    // Of people most have two names; of places and methods few.
    words.filter((parts) => parts.length > 1 || /\./.test(parts[0] as string)).length * 2 >= words.length
  );
}

const known =
  /^(?:arxiv(?:\.org)?|neurips|nips|icml|iclr|cvpr|iccv|eccv|wacv|acl|emnlp|naacl|eacl|coling|aaai|ijcai|kdd|www|sigir|cikm|recsys|wsdm|sigmod|vldb|icde|nsdi|osdi|sosp|asplos|isca|micro|hpca|mlsys|icra|iros|rss|corl|interspeech|icassp|chi|uist|usenix|ccs|ndss|colt|aistats|uai|tmlr|jmlr|tacl|tpami|pami|ijcv|nature|science|pnas|cell|preprint|biorxiv|medrxiv|ssrn|siggraph|bmvc|miccai|colm|findings|eurosys|ppopp|dac|lrec|journal|transactions|proceedings|letters|conference|workshop|symposium)$/i;
const award = /\s?\(?(?:oral|spotlight|poster|best paper|highlight)\)?$/i;
const yearAtEnd = /(?:^|[\s,(-]|(?<=\p{L}))(?<year>(?:19|20)\d{2}|['’]\d{2})$/u;

/** No venue at the end of a text is longer, in UTF-16 units. */
const longestVenue = 300;

/** Finds the conference, journal or archive, with its year, or the year alone, at the end of a text. */
export function venueOf(whole: string): { start: number; end: number } | undefined {
  const skipped = Math.max(0, whole.length - longestVenue);
  const text = whole.slice(skipped);
  const end = text.replace(/[\s).,;]+$/, '').length;
  const withoutAward = text
    .slice(0, end)
    .replace(award, '')
    .replace(/[\s(]+$/, '').length;
  const value = text.slice(0, withoutAward);
  const year = yearAtEnd.exec(value);
  const before = year
    ? value
        .slice(0, year.index + year[0].length - (year.groups?.['year']?.length ?? 0))
        .replace(/[\s,(-]+$/, '')
    : value;
  const from = before.search(/[^,.;:(|–—/]*$/);
  const start =
    from + (/^\s*(?:(?:in|at|@|accepted (?:by|at|to))\s)?/i.exec(before.slice(from))?.[0].length ?? 0);
  const words = before
    .slice(start)
    .split(/[\s-]+/)
    .filter(Boolean);
  const isVenue =
    words.length < 9 && words.some((part) => known.test(part)) && /^\p{Lu}|^arxiv/u.test(words[0] ?? '');
  if (isVenue || (year && words.length === 1 && /^[\p{Lu}&]{2,12}$/u.test(words[0] as string)))
    return { start: skipped + start, end: skipped + end };
  if (!year) return undefined;
  const at = skipped + value.length - (year.groups?.['year']?.length ?? 0);
  return year.groups?.['year']?.length === 4 ? { start: at, end: skipped + value.length } : undefined;
}

const organization =
  /\b(?:labs?|laborator(?:y|ies)|universit\w+|institut\w*|college|academy|school|inc|corp|google|deepmind|meta|microsoft|openai|anthropic|nvidia|amazon|apple|ibm|alibaba|tencent|baidu|huawei|bytedance|mit|eth|cmu|ucla|uc berkeley|stanford|tsinghua)\b|大学|研究院|实验室|研究所|公司/i;

/** Whether a text names places where people work. */
export function areOrganizations(text: string): boolean {
  return text.length < 200 && organization.test(text);
}
