import ts from 'typescript';
import { callOf, docstringOf, parseSource, tagsOf } from './source.ts';

/** A function or a value that a module exports. */
export interface Exported {
  name: string;
  /** How it is called, of a function; its name, of a value. */
  call: string;
  /** Type of what it gives, or of itself. */
  type: string;
  /** What its docstring says. */
  text: string;
  /** What that says of parameters, by their names, and of errors, under `throws`. */
  tags: [name: string, text: string][];
}

/** What a module exports besides types, each from the file that has it, in the order of the module. */
export function readExports(path: string): Exported[] {
  return parseSource(path).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) return [];
    const { moduleSpecifier, exportClause } = statement;
    if (!moduleSpecifier || !exportClause || !ts.isNamedExports(exportClause)) return [];
    const from = new URL((moduleSpecifier as ts.StringLiteral).text, `file:///${path}`).pathname.slice(1);
    const file = parseSource(from);
    return exportClause.elements.map(({ name }) => readExport(file, name.text));
  });
}

function readExport(file: ts.SourceFile, name: string): Exported {
  for (const statement of file.statements) {
    const about = { name, text: docstringOf(statement), tags: tagsOf(statement) };
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name)
      return { ...about, call: callOf(statement), type: typeOf(statement) };
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find((one) => one.name.getText() === name);
    if (!found) continue;
    const { initializer } = found;
    return initializer && ts.isArrowFunction(initializer)
      ? { ...about, call: callOf(initializer, name), type: typeOf(initializer) }
      : { ...about, call: name, type: typeOf(found) };
  }
  throw new Error(`${file.fileName} has no ${name}.`);
}

function typeOf({ type }: { type?: ts.TypeNode | undefined }): string {
  if (!type) throw new Error('What is exported has a type.');
  return type.getText().replace(/\s+/g, ' ');
}
