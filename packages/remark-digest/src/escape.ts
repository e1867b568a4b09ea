/**
 * What can begin or end markup in Markdown, GFM or MDX, in one of the extensions that their compilers have, or what they
 * take for typewriter punctuation. The first half stands at the start of a line only.
 */
const special = new RegExp(
  [
    '^(?:',
    [
      '[#>=:|]',
      // A sign before a word or a number is no bullet and no rule.
      '[-+](?![\\p{L}\\p{N}])',
      '\\d{1,9}[.)](?=\\s|$)',
      // Module statements.
      '(?:import|export)(?![\\p{L}\\p{N}_$])',
    ].join('|'),
    ')',
    // GFM makes addresses of these by itself, and takes the backslashes in them for a part of the address.
    '|(?<=www)\\.|(?<=https?):(?=//)',
    '|[\\\\`*{}[\\]<~$^"\']',
    '|_+|@|-{2,}|\\.{3,}',
    // Character references: the longest name has 31 characters.
    '|&(?=#?[a-z0-9]{1,40};)',
    // Directives.
    '|:(?=[:_\\p{L}\\p{N}])',
  ].join(''),
  'gimu',
);

/** Where a text stands. */
export interface Place {
  /** Whether nothing stands before it in its block. */
  beginsBlock: boolean;
  /** Whether it is the text of a link, where nothing makes another link of it. */
  inLink: boolean;
  /** Whether at signs, and underscores inside of words, may stand as they are. */
  bare: boolean;
}

/**
 * Writes text so that Markdown and MDX read it back as the same text and as nothing else.
 *
 * @param text in canonical form
 */
export function escapeText(text: string, place: Place): string {
  const escaped = escapeSpecial(place.beginsBlock ? text : `${mark}${text}`, place);
  return place.beginsBlock ? escaped : escaped.slice(mark.length);
}

/** Stands before text that does not begin a line; canonical text has no such character. */
const mark = '\x01';

function escapeSpecial(text: string, place: Place): string {
  return text.replace(special, (found, at: number) => {
    const first = found[0] as string;
    switch (first) {
      case '_':
        // Inside a word it is a letter like others.
        return place.bare && isWord(text[at - 1]) && isWord(text[at + found.length])
          ? found
          : found.replaceAll('_', '\\_');
      case '@':
        return place.bare ? found : '\\@';
      case '-':
        return found.length === 1 ? '\\-' : found.replaceAll('--', '-\\-');
      case '.':
        if (found.length > 1) return found.replaceAll('...', '..\\.');
        return place.inLink && text[at + 1] !== '.' ? found : '\\.';
      case ':':
        return place.inLink && text.startsWith('//', at + 1) ? found : '\\:';
      case 'i':
      case 'e':
        // A module statement begins a block or is none. No backslash goes before a letter.
        return at === 0 ? `&#${first.charCodeAt(0)};${found.slice(1)}` : found;
      case 'I':
      case 'E':
        return found;
      default:
        return /\d/.test(first) ? `${found.slice(0, -1)}\\${found.at(-1)}` : `\\${found}`;
    }
  });
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/i.test(character);
}

/** Writes an address for the place between `(<` and `>)`, so that it is read back as the same address. */
export function escapeDestination(url: string): string {
  return url.replace(/[\\<>$[\]]|&(?=#?[a-z0-9]{1,40};)/gi, '\\$&');
}
