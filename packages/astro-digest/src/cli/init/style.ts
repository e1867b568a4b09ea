import type { Module, Placed } from './module.ts';

/** How a file is written. */
export interface Style {
  /** What ends a line. */
  lineEnd: string;
  /** What one step of indentation is. */
  unit: string;
  quote: string;
  /** What ends a statement: a semicolon or nothing. */
  end: string;
}

/** How a file is written that gives no sign of it. */
export const plainStyle: Style = { lineEnd: '\n', unit: '  ', quote: "'", end: ';' };

/** Tells from a module how it is written. */
export function styleOf({ text, program, tokens }: Module): Style {
  const imports = program.body.filter((statement) => statement.type === 'ImportDeclaration');
  const like = (imports.at(-1) ?? program.body[0]) as Placed | undefined;
  const strings = tokens.map(({ start }) => text[start]).filter((sign) => sign === "'" || sign === '"');
  const doubles = strings.filter((sign) => sign === '"').length;
  return {
    lineEnd: /\r\n|\n|\r/.exec(text)?.[0] ?? plainStyle.lineEnd,
    unit: /^(?:\t| {2,8})(?=[^\s*])/m.exec(text)?.[0] ?? plainStyle.unit,
    quote: strings.length > 0 && doubles * 2 > strings.length ? '"' : "'",
    end: like && text[like.end - 1] !== ';' && text[like.end - 1] !== '}' ? '' : ';',
  };
}

/** A text as a string of the module. */
export function quoted(text: string, { quote }: Style): string {
  const inner = JSON.stringify(text).slice(1, -1);
  return quote === '"' ? `"${inner}"` : `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
