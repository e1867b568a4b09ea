import type { Random } from '../hostile/random.ts';
import type { Item } from './hugging-face-pages.ts';

/** A form in which a page gets copied. */
export type Form = (items: readonly Item[], random: Random) => string;

/** Out of the browser: texts alone. */
export const selectAll: Form = (items) => `${items.map(({ text }) => text).join('\n')}\n`;

/** Every address on a line of its own under its text. */
export const addresses: Form = (items) =>
  items.flatMap(({ text, href }) => [text, ...(href === undefined ? [] : [href])]).join('\n\n');

/** Markdown by a scraper, with addresses in it. */
export const scraped: Form = (items, random) =>
  items
    .map(({ text, href, level, point, image }) => {
      const picture =
        image === undefined
          ? ''
          : random.pick([`![${image}](https://cdn.example.org/a.png)`, '![](/a.svg) ']);
      let words = text.replace('\n', '\n\n');
      if (href !== undefined && random.below(3) === 0) words = breakLine(words, level);
      const shown = href === undefined ? words : `[${picture}${words}](${href})`;
      return `${level ? `${'#'.repeat(level)} ` : ''}${point ? '- ' : ''}${shown}`;
    })
    .join('\n\n');

/** The marks that are left of a line break of the page: of a title two spaces, else two backslashes. */
function breakLine(text: string, level: number | undefined): string {
  if (level) return text.replace(/(?<= \S+) /, '\\  ');
  return text.length > 60 ? text.replace('. ', '.\\\\\n') : text;
}

const width = 72;

/** What html2text makes: numbers for addresses, which stand at the end. */
export const html2text: Form = (items) => {
  const targets: string[] = [];
  const lines = items.map(({ text, href, level, point, image }) => {
    const marks = level ? `${'#'.repeat(level)} ` : '';
    const shown = wrap(
      `${image === undefined ? '' : `[${image}] `}${point ? '* ' : ''}${text}`,
      level ? width - 8 : width,
    );
    if (href === undefined) return marks + shown.replaceAll('\n', `\n${marks}`);
    targets.push(href);
    const number = `[${targets.length}]`;
    const apart = level === undefined && (text.length > 60 || /^(?:-|\d+)$/.test(text) || point);
    return apart
      ? `[\n${text.length > 60 ? '\n' : ''}${shown}${text.length > 60 ? '\n' : ''}\n]${number}`
      : `${marks}[${shown.replaceAll('\n', `\n${marks}`)}]${number}`;
  });
  return `${lines.join('\n\n')}\n\n${targets.map((target, index) => `[${index + 1}]: ${target}`).join('\n')}\n`;
};

/** Breaks a text at spaces, so that no line is longer. */
function wrap(text: string, most: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\n)| /)) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** What a saved page gives: a line for each block, with addresses in it. */
export const blocks: Form = (items, random) => {
  const space = random.pick([' ', '']);
  let text = '';
  for (const { text: words, href, level, beside } of items) {
    const shown = href === undefined ? words : `[${words.replace('\n', ' ')}](${href})`;
    text += `${beside ? space : '\n\n'}${level ? `${'#'.repeat(level)} ` : ''}${shown}`;
  }
  return text;
};
