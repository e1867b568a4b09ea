/** Characters that can begin or end markup anywhere in Markdown, GFM, MDX, or their maths. */
const anywhere = /[\\`*_{}[\]<>~$|&^]/g;

/** What GFM makes an address of by itself. */
const address = /@|(?<=\bwww)\.|(?<=\bhttps?):(?=\/\/)/gi;

/** What begins a block when a line starts with it. */
const atLineStart = /^(?:[#+\-=:%]|\d{1,9}(?=[.)]))/;

/** Words that make a line of MDX a module statement. */
const statement = /^(?:import|export)(?![\p{L}\p{N}_])/u;

/**
 * Writes text so that Markdown and MDX read it back as the same text and as nothing else.
 *
 * @param text plain text; line ends are kept
 * @param inLink whether it is the text of a link, where nothing makes another link of it
 */
export function escapeText(text: string, inLink: boolean): string {
  return text
    .split('\n')
    .map((line) => line.replace(anywhere, '\\$&'))
    .map((line) => escapeLineStart(inLink ? line : line.replace(address, '\\$&')))
    .join('\n');
}

function escapeLineStart(line: string): string {
  if (statement.test(line)) return `&#${line.charCodeAt(0)};${line.slice(1)}`;
  const marker = atLineStart.exec(line)?.[0];
  if (marker === undefined) return line;
  // A number makes a list with the mark after it, any other sign by itself.
  return /\d/.test(marker) ? `${marker}\\${line.slice(marker.length)}` : `\\${line}`;
}

/** Writes an address for the place between `(<` and `>)`, so that it is read back as the same address. */
export function escapeDestination(url: string): string {
  return url
    .toWellFormed()
    .replace(/[\\<>&]/g, '\\$&')
    .replace(/\s/g, encodeURIComponent);
}
