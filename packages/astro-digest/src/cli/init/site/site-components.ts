import { everyElement, importsOf, isComponent, readAstroFile, type AstroFile } from '../markup/astro-file.ts';
import type { Element } from '../markup/astro-template.ts';
import { Refusal } from '../edit.ts';
import { hasExactTypes } from './exact-types.ts';
import { readImportPaths, resolveAstroFile, resolveTypes, type ImportPaths } from './import-paths.ts';
import { parseModule, type Module } from '../module.ts';
import type { SiteFiles } from './site-files.ts';

/** The Astro files of a site, each read once, and which of them use which. */
export class SiteComponents {
  readonly files: SiteFiles;
  /** Whether TypeScript tells what may be left out from what may be `undefined` there. */
  readonly hasExactTypes: boolean;
  private readonly paths: ImportPaths;
  private readonly known = new Map<string, AstroFile | undefined>();

  constructor(files: SiteFiles) {
    this.files = files;
    this.paths = readImportPaths(files);
    this.hasExactTypes = hasExactTypes(files);
  }

  /** An Astro file by its path; undefined when it is not there or can't be read. */
  get(path: string): AstroFile | undefined {
    if (!this.known.has(path)) this.known.set(path, this.readFile(path));
    return this.known.get(path);
  }

  /** Path of the Astro file that something is, which a file imports. */
  resolve(specifier: string, from: string): string | undefined {
    return resolveAstroFile(this.files, this.paths, specifier, from);
  }

  /** The module that a file imports types from, with its path; undefined when it is none of the site's own, or can't be read. */
  typesFrom(specifier: string, from: string): { module: Module; path: string } | undefined {
    const path = resolveTypes(this.files, this.paths, specifier, from);
    if (path === undefined) return undefined;
    const text = path.endsWith('.astro') ? undefined : this.files.read(path);
    try {
      const module = text === undefined ? this.get(path)?.module : parseModule(text, path);
      return module && { module, path };
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  /** How a file names a component where it imports it; undefined when it doesn't. */
  specifierOf(element: Element, user: AstroFile): string | undefined {
    return isComponent(element) ? importsOf(user.module).get(element.name) : undefined;
  }

  /** The file of a component that another one uses; undefined when that can't be told. */
  fileOf(element: Element, user: AstroFile): AstroFile | undefined {
    const specifier = this.specifierOf(element, user);
    const path = specifier === undefined ? undefined : this.resolve(specifier, user.path);
    return path === undefined ? undefined : this.get(path);
  }

  /** Whether a file has an element of a name. */
  has(file: AstroFile | undefined, name: string): boolean {
    return file !== undefined && [...everyElement(file.elements)].some((element) => element.name === name);
  }

  private readFile(path: string): AstroFile | undefined {
    const text = this.files.read(path);
    if (text === undefined) return undefined;
    try {
      return readAstroFile(text, path);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}
