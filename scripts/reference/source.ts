import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A member of an interface, or a field of a schema. */
export interface Member {
  name: string;
  /** Its type as it is written, on one line. */
  type: string;
  isOptional: boolean;
  /** What its docstring says, on one line; empty where there is none. */
  text: string;
}

/** Text of a file, by its path from the root of the repository. */
export function readSource(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** Reads TypeScript that stands in a file of the repository. */
export function parseSource(path: string, text: string = readSource(path)): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** What the docstring before a node says, with its paragraphs on one line each; empty where there is none. */
export function docstringOf(node: ts.Node): string {
  const doc = ts.getJSDocCommentsAndTags(node).find((part) => ts.isJSDoc(part));
  return oneLine(ts.getTextOfJSDocComment(doc?.comment) ?? '');
}

/** What the docstring before a node says of parameters, by their names, and of errors, under `throws`. */
export function tagsOf(node: ts.Node): [name: string, text: string][] {
  return ts.getJSDocTags(node).map((tag) => {
    const text = oneLine(ts.getTextOfJSDocComment(tag.comment) ?? '');
    return [ts.isJSDocParameterTag(tag) ? tag.name.getText() : tag.tagName.text, text];
  });
}

/** What the comment before a node that TypeScript knows no docstrings of says, such as an element of a list. */
export function commentBefore(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const last = ts.getLeadingCommentRanges(text, node.getFullStart())?.at(-1);
  return last === undefined ? '' : textOfComment(text.slice(last.pos, last.end));
}

/** The text of a block comment, with its paragraphs on one line each. */
export function textOfComment(comment: string): string {
  return oneLine(comment.replace(/^\/\*+|\*+\/$/g, '').replace(/^[ \t]*\*[ \t]?/gm, ''));
}

/** The members of an interface of a file. */
export function membersOf(file: ts.SourceFile, name: string): Member[] {
  const found = file.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  if (found === undefined) throw new Error(`${file.fileName} has no interface ${name}.`);
  return (found as ts.InterfaceDeclaration).members
    .filter((member) => ts.isPropertySignature(member) || ts.isMethodSignature(member))
    .map((member) => ({
      name: ts.isMethodSignature(member) ? callOf(member) : member.name.getText(),
      type: oneLine(member.type?.getText() ?? 'unknown').replace(
        ts.isMethodSignature(member) ? '' : / \| undefined$/,
        '',
      ),
      isOptional: member.questionToken !== undefined,
      text: docstringOf(member),
    }));
}

/** A function or a method as it is called: its name and its parameters. */
export function callOf(
  { parameters, name }: ts.SignatureDeclaration,
  ownName = name?.getText() ?? '',
): string {
  const list = parameters.map((parameter) => {
    const type = parameter.type?.getText() ?? 'unknown';
    // What is taken apart at once is called by its type.
    const own = ts.isIdentifier(parameter.name) ? parameter.name.text : type.toLowerCase();
    return `${own}${parameter.questionToken ? '?' : ''}: ${type}`;
  });
  return `${ownName}(${oneLine(list.join(', '))})`;
}

/** The value that a constant of a file is given. */
export function valueOf(file: ts.SourceFile, name: string): ts.Expression {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find((one) => one.name.getText() === name);
    if (found?.initializer) return found.initializer;
  }
  throw new Error(`${file.fileName} has no constant ${name}.`);
}

function oneLine(text: string): string {
  return text
    .trim()
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .join('\n\n');
}
