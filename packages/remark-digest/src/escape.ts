/** Characters that can begin or end markup anywhere in Markdown, GFM, MDX, or their maths and directives. */
const anywhere = /[\\`*_{}[\]<>~$|&^]/g;

/** What begins a block when a line starts with it. */
const atLineStart = /^(?:[#+\-=:@%]|\d{1,9}(?=[.)]))/;

/** Words that make a line of MDX a module statement. */
const statement = /^(?:import|export)(?![\p{L}\p{N}_])/u;

/**
 * Writes text so that Markdown and MDX read it back as the same text and as nothing else.
 *
 * @param text plain text; line ends are kept
 */
export function escapeText(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeLineStart(line.replace(anywhere, '\\$&')))
    .join('\n');
}

function escapeLineStart(line: string): string {
  if (statement.test(line)) return `&#${line.charCodeAt(0)};${line.slice(1)}`;
  const marker = atLineStart.exec(line)?.[0];
  if (marker === undefined) return line;
  // A number makes a list with the mark after it, any other sign by itself.
  return /\d/.test(marker) ? `${marker}\\${line.slice(marker.length)}` : `\\${line}`;
}
