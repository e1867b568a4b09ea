import { readTemplate, type Element } from './astro-template.ts';
import { parseModule, type Module } from '../module.ts';

/** An Astro file as it was read. */
export interface AstroFile {
  /** Its path from the site's root. */
  path: string;
  text: string;
  /** The code at its beginning, at its places in the file; empty where the file has none. */
  module: Module;
  /** Where that code begins, between its fences; undefined where the file has none. */
  code: { start: number; end: number } | undefined;
  /** The elements of its markup that stand in no other. */
  elements: Element[];
}

/** A fence, code, a fence; what stands before the first one is left out of every page by Astro. */
const fences = /^(\uFEFF?\s*---)(?:[^]*?[\r\n])??[ \t]*---/;

/**
 * Reads an Astro file.
 *
 * @param path its path from the site's root
 * @throws Refusal when it can't be read
 */
export function readAstroFile(text: string, path: string): AstroFile {
  const found = fences.exec(text);
  const code = found ? { start: found[1]?.length ?? 0, end: found[0].length - 3 } : undefined;
  // Spaces stand for what is before the code, so that its places are those of the file.
  const script = code
    ? text.slice(0, code.start).replace(/[^\r\n]/g, ' ') + text.slice(code.start, code.end)
    : '';
  return {
    path,
    text,
    module: parseModule(script, path),
    code,
    elements: readTemplate(text, found?.[0].length ?? 0),
  };
}

/** All elements of a list and in them, each before those in it. */
export function* everyElement(elements: readonly Element[]): Generator<Element> {
  for (const element of elements) {
    yield element;
    yield* everyElement(element.children);
  }
}

/** The elements that an element stands in, the next one first. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let each = element.parent; each; each = each.parent) yield each;
}

/** Value of an attribute that is written as text; undefined when the element has none of that name. */
export function textAttribute({ attributes }: Element, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name && attribute.kind === 'text')?.value;
}

/** Whether an element is a component, by its name. */
export function isComponent({ name }: Element): boolean {
  return /^[A-Z]/.test(name) && name !== 'Fragment';
}

/**
 * Where a module imports each of its names from, for those that it has by a default import or by their own name.
 *
 * @returns specifiers by the names that the file has for them
 */
export function importsOf({ program }: Module): Map<string, string> {
  const sources = new Map<string, string>();
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const { local } of statement.specifiers) sources.set(local.name, statement.source.value);
  }
  return sources;
}
