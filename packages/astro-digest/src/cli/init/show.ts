import { styleText } from 'node:util';
import { structuredPatch } from 'diff';
import { printable } from 'remark-digest/light';
import type { Change } from './change.ts';

/** Lines around a change that are shown with it. */
const context = 2;
/** How many lines of a new file are shown. */
const mostLines = 40;

/**
 * Shows what is to be done to a file: its lines with `+` and `-` before those that change.
 *
 * @param colours whether to colour them
 */
export function showChange(change: Change, colours: boolean): string {
  const paint = (format: 'green' | 'red' | 'bold' | 'dim' | 'yellow', text: string): string =>
    colours ? styleText(format, text, { validateStream: false }) : text;
  if (change.kind === 'present') return `${paint('bold', printable(change.path))} has it already.`;
  if (change.kind !== 'write') {
    const lines = change.lines.map((line) => `    ${withTabs(line)}`);
    return [paint('yellow', printable(change.message)), ...lines].join('\n');
  }
  const { path, before, after, why } = change;
  if (before === undefined) {
    const lines = after.trimEnd().split(/\r\n|\n|\r/);
    const rest = lines.length - mostLines;
    const shown = rest > 0 ? lines.slice(0, mostLines) : lines;
    return [
      `${paint('bold', printable(path))} (new): ${printable(why)}`,
      ...shown.map((line) => paint('green', `  + ${cut(line)}`.trimEnd())),
      ...(rest > 0 ? [paint('dim', `    … ${rest} more lines`)] : []),
    ].join('\n');
  }
  const { hunks } = structuredPatch(path, path, before, after, '', '', { context });
  return [
    `${paint('bold', printable(path))}: ${printable(why)}`,
    ...hunks.flatMap(({ lines }, index) => [
      ...(index > 0 ? [paint('dim', '    …')] : []),
      ...lines
        .filter((line) => !line.startsWith('\\'))
        .map((line) => {
          const text = `  ${line[0]} ${withTabs(line.slice(1).replace(/\r$/, ''))}`.trimEnd();
          return line[0] === '+' ? paint('green', text) : line[0] === '-' ? paint('red', text) : text;
        }),
    ]),
  ].join('\n');
}

/** A line of a new file, which may be a paragraph, as it fits a terminal, without what would steer it. */
function cut(line: string): string {
  const text = withTabs(line.replace(/\r$/, ''));
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** A line of a file without what would steer a terminal; tabs stay. */
function withTabs(line: string): string {
  return line.split('\t').map(printable).join('\t');
}
