const width = 130;

/** Breaks a paragraph at spaces, and never inside of code. */
export function wrap(text: string, indent = ''): string {
  const words = text.match(/(?:`[^`]*`|[^\s`])+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    // What begins a line with a sign of a list would be one.
    const fits = `${line} ${word}`.length + indent.length <= width || /^(?:[-+*#>]|\d+\.)$/.test(word);
    if (line !== '' && !fits) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}

/** Paragraphs of a docstring, wrapped. */
export function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => wrap(paragraph))
    .join('\n\n');
}

/** A list of paragraphs. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${wrap(item, '  ')}`).join('\n');
}

/** A page out of its parts, with an empty line between them. */
export function page(...parts: (string | false | undefined)[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A name or a type as code. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A block of code. */
export function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
