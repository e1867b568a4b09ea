import { fileURLToPath } from 'node:url';

/**
 * Writes a module that begins what a page does otherwise that is read from a file.
 *
 * @param name of the module under `page/`
 * @param start name of its function
 * @param options what the function gets
 * @param code of what it gets besides
 */
export function pageModule(name: string, start: string, options?: object | string, code?: string): string {
  const path = fileURLToPath(import.meta.resolve(`./page/${name}.js`));
  return `import { ${start} } from ${JSON.stringify(path)};\n${start}(${[options === undefined ? undefined : JSON.stringify(options), code].filter(Boolean).join(', ')});`;
}
