import { sliceText, standFor, extentOf, type LocatedText } from './located-text.ts';

/** Services that lead on to an address which they have as a parameter. */
const redirects =
  /^https?:\/\/(?:scholar\.google\.[a-z.]{2,6}\/scholar_url|(?:www\.)?google\.[a-z.]{2,6}\/url|[a-z0-9.-]{1,60}\.safelinks\.protection\.outlook\.com\/)\?(?:[^&\s]{0,3000}&(?:amp;)?){0,20}?(?:url|q)=(?<address>[^&\s]{1,3000})/i;

/** The address that a link of Google Scholar, Google or Outlook leads on to; any other address is its own. */
export function realAddress(url: LocatedText): LocatedText {
  const found = redirects.exec(url.value)?.groups?.['address'];
  if (found === undefined) return url;
  const start = url.value.indexOf(found, url.value.indexOf('?'));
  const address = sliceText(url, start, start + found.length);
  const decoded = decodePercents(found);
  if (decoded === found || !/^https?:/i.test(decoded)) return /^https?:/i.test(found) ? address : url;
  const extent = extentOf(address);
  return extent ? standFor(decoded, extent.start, extent.end) : url;
}

function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
