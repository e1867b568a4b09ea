import { joinTexts, sliceText, type LocatedText } from './located-text.ts';

/** A text as a reader sees it, and the links that it had. */
export interface LinkedText {
  text: LocatedText;
  /** What is linked, and the address. */
  links: { label: LocatedText; url: LocatedText }[];
}

// The lengths are bounds that no link of a page reaches, in UTF-16 units.
const link =
  /!?\[(?<label>(?:[^[\]\\\r\n]|\\.|\[[^[\]\r\n]{0,200}\]){0,600})\]\((?<url><[^<>\s]{1,3000}>|[^()\s]{1,3000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?)(?:\s"[^"\r\n]{0,300}")?\)/g;

/** Whether a text can have links; most have none. */
export function mayHaveLinks(text: string): boolean {
  return text.includes('](');
}

/** Reads the links of a text that are written `[label](address)`, as pages become when they are made text. */
export function readLinks(source: LocatedText): LinkedText {
  if (!mayHaveLinks(source.value)) return { text: source, links: [] };
  const parts: LocatedText[] = [];
  const links: LinkedText['links'] = [];
  let done = 0;
  for (const { index, 0: whole, groups = {} } of source.value.matchAll(link)) {
    const { label = '', url = '' } = groups;
    const start = index + whole.indexOf('[') + 1;
    const address = start + label.length + 2;
    const bracket = url.startsWith('<') ? 1 : 0;
    parts.push(sliceText(source, done, index));
    // What is linked may be a picture.
    const shown = readLinks(sliceText(source, start, start + label.length)).text;
    // A picture is no text, whatever it is said to show.
    if (!whole.startsWith('!')) {
      parts.push(shown);
      links.push({ label: shown, url: sliceText(source, address + bracket, address + url.length - bracket) });
    }
    done = index + whole.length;
  }
  if (done < source.value.length) parts.push(sliceText(source, done));
  return { text: joinTexts(parts, ''), links };
}
